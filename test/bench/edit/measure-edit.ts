import { Screen } from '../../e2e/screen.js';
import { tags } from '../../tools/sizes.mjs';
import { inNewBrowser } from '../tools/browser.js';
import { isComplete, mixedPage } from '../tools/mixed-page.js';
import type { World } from '../tools/world.js';

/** What one edit set in motion, from the moment that it was saved. */
export interface Edit {
  field: string;
  /** What was asked of the tenant. */
  requests: string[];
  /** How many times each element rendered anew. */
  renders: Record<string, number>;
  /** How many of its nodes changed by that. Where it is none, it rendered in vain. */
  changes: Record<string, number>;
}

/** Every tag once, and the profile twice. */
const onPage = ['profile', ...tags].map((tag) => `logto-${tag}`);

/** Changes one field of the first profile in a page with all tags. */
export async function measureEdit(world: World, field: string, value: string): Promise<Edit> {
  const { browser, site, logto, values, session } = world;
  const path = '/edit.html';
  site.add(path, mixedPage(onPage, values));
  return inNewBrowser(browser, async (page) => {
    await page.evaluateOnNewDocument((entries: Record<string, string>) => {
      for (const [name, entry] of Object.entries(entries)) localStorage.setItem(name, entry);
    }, session);
    await page.goto(site.origin + path);
    const screen = new Screen(page);
    await page.waitForFunction(isComplete);
    await screen.click('button', `Change ${field}`);
    await screen.fill(field, value);
    await page.evaluate(countRenders);
    const before = logto.requests.length;
    await screen.click('button', 'Save');
    await screen.see(`${field} saved.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const requests = logto.requests.slice(before).map(({ method, path: asked }) => `${method} ${asked}`);
    return { field, requests, ...((await page.evaluate('counted')) as Pick<Edit, 'renders' | 'changes'>) };
  });
}

/** Runs in the page. */
function countRenders() {
  const counted: Pick<Edit, 'renders' | 'changes'> = { renders: {}, changes: {} };
  Object.assign(globalThis, { counted });
  const provider = document.querySelector('logto-account-provider')!;
  for (const element of [provider, ...provider.querySelectorAll<HTMLElement>(':scope > :not(script)')]) {
    const twins = [...provider.querySelectorAll(element.localName)];
    const which = twins.length > 1 ? `, ${twins.indexOf(element) + 1} of ${twins.length}` : '';
    const name = `\`<${element.localName}>\`${which}`;
    counted.renders[name] = counted.changes[name] = 0;
    const tag = element as HTMLElement & { performUpdate(): void };
    const update = tag.performUpdate.bind(tag);
    tag.performUpdate = () => {
      counted.renders[name]! += 1;
      update();
    };
    new MutationObserver((records) => (counted.changes[name]! += records.length)).observe(element.shadowRoot!, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
  }
}
