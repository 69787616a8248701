import type { Browser, CDPSession } from 'puppeteer-core';

import { heapOf, inNewBrowser, slowNetwork, slowProcessor } from '../tools/browser.js';
import { isLocal, longestChain, trafficOf, type Exchange } from '../tools/traffic.js';
import { witness, type Noted } from '../tools/witness.js';
import type { Subject } from './subjects.js';

/** One load of a page, with nothing in the cache. Times are milliseconds. */
export interface Load {
  scriptBytes: number;
  scripts: number;
  apiBytes: number;
  /** Preflights included. */
  apiRequests: number;
  /** Origins that are neither the page’s nor its service’s here. */
  elsewhere: string[];
  chain: number;
  firstText?: number;
  content?: number;
  /** When the first request left for a service that is out of reach. */
  asked?: number;
  shift: number;
  longTasks: number;
  longTaskTime: number;
  /** How long the main thread was busy in all. */
  busy: number;
  heap: number;
  /** Every request, for those who want to know why it took so long. */
  traffic: Exchange[];
}

export function measureLoad(browser: Browser, origin: string, subject: Subject): Promise<Load> {
  const { path, storage = {}, cookies = [], tag, texts, needsService } = subject;
  return inNewBrowser(browser, async (page) => {
    await page.browserContext().setCookie(...cookies);
    await page.evaluateOnNewDocument((entries: Record<string, string>) => {
      for (const [name, value] of Object.entries(entries)) localStorage.setItem(name, value);
    }, storage);
    await page.evaluateOnNewDocument(witness, { tag, texts });
    const session = await page.createCDPSession();
    const traffic = await trafficOf(session);
    await page.emulateNetworkConditions(slowNetwork);
    await page.emulateCPUThrottling(slowProcessor);
    await session.send('Performance.enable', { timeDomain: 'timeTicks' });
    const url = new URL(path, origin);
    await page.goto(url.href, { waitUntil: 'load', timeout: 60_000 });
    if (!needsService) await page.waitForFunction('noted.content !== undefined', { timeout: 60_000, polling: 200 });
    await quiet(traffic, url.origin);
    const noted = (await page.evaluate('noted')) as Noted;
    const busy = 1000 * (await metricOf(session, 'TaskDuration'));
    await page.emulateCPUThrottling(1);
    return { ...trafficFigures(traffic, url.origin), ...notedFigures(noted), busy, heap: await heapOf(page), traffic };
  });
}

/** Waits until nothing has been asked for a while. What is out of reach may be asked for again and again. */
async function quiet(traffic: Exchange[], origin: string): Promise<void> {
  const patience = Date.now() + 15_000;
  for (let [last, since] = [-1, Date.now()]; Date.now() - since < 2000 && Date.now() < patience;) {
    const pending = traffic.filter((exchange) => exchange.end === undefined && isOurs(exchange, origin)).length;
    const state = traffic.length * 1000 + pending;
    if (state !== last || pending > 0) [last, since] = [state, Date.now()];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What is on this machine, and what is at the page's own origin. */
const isOurs = (exchange: Exchange, origin: string) => isLocal(exchange) || exchange.url.origin === origin;

async function metricOf(session: CDPSession, metric: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === metric)?.value ?? NaN;
}

function trafficFigures(traffic: Exchange[], origin: string) {
  const begin = traffic[0]?.start ?? 0;
  const local = traffic.filter((exchange) => isOurs(exchange, origin));
  const scripts = local.filter(({ url }) => url.origin === origin && url.pathname.endsWith('.js'));
  const api = local.filter(({ url, type }) => url.origin !== origin || ['Fetch', 'XHR'].includes(type));
  const elsewhere = traffic.filter((exchange) => !isOurs(exchange, origin));
  const sum = (list: Exchange[]) => list.reduce((total, { bytes }) => total + bytes, 0);
  return {
    scriptBytes: sum(scripts),
    scripts: scripts.length,
    apiBytes: sum(api),
    apiRequests: api.length,
    elsewhere: elsewhere.map(({ url }) => url.origin + url.pathname),
    chain: longestChain(local),
    asked: elsewhere[0] && 1000 * (elsewhere[0].start - begin),
  };
}

function notedFigures({ firstText, content, shift, longTasks }: Noted) {
  return {
    firstText,
    content,
    shift,
    longTasks: longTasks.length,
    longTaskTime: longTasks.reduce((total, duration) => total + duration, 0),
  };
}
