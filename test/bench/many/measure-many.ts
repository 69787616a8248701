import { heapOf, inNewBrowser, slowProcessor } from '../tools/browser.js';
import { isComplete, mixedPage, mixOf } from '../tools/mixed-page.js';
import type { World } from '../tools/world.js';

/** One load of a page with many elements. */
export interface Many {
  /** What was asked of the tenant, as `GET /api/my-account`, preflights aside. */
  requests: string[];
  /** Milliseconds until every element showed what it has to show. */
  content: number;
  heap: number;
  /** Of the page, shadow roots included. */
  nodes: number;
}

export const counts = [1, 10, 100];

/** The network is not slowed down: the question is what the tags cost, not what their code does. */
export async function measureMany({ browser, site, logto, values, session }: World, count: number): Promise<Many> {
  const path = `/many-${count}.html`;
  site.add(path, mixedPage(mixOf(count), values));
  return inNewBrowser(browser, async (page) => {
    await page.evaluateOnNewDocument((entries: Record<string, string>) => {
      for (const [name, value] of Object.entries(entries)) localStorage.setItem(name, value);
    }, session);
    const before = logto.requests.length;
    await page.emulateCPUThrottling(slowProcessor);
    await page.goto(site.origin + path);
    const content = await page
      .waitForFunction(`${isComplete} && performance.now()`, { timeout: 120_000, polling: 'raf' })
      .then((handle) => handle.jsonValue() as Promise<number>);
    await page.emulateCPUThrottling(1);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const requests = logto.requests.slice(before).map(({ method, path: asked }) => `${method} ${asked}`);
    const heap = await heapOf(page);
    return { requests, content, heap, nodes: (await page.metrics()).Nodes ?? NaN };
  });
}
