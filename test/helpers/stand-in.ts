import type { HttpHandler } from 'msw';
import { setupWorker } from 'msw/browser';

import type { FakeLogto } from '../fake-logto/fake-logto.js';
import { handlersFor } from '../fake-logto/msw.js';

/** Where the stand-in answers: another origin than the page's, as Logto is for every integrator. */
export const endpoint = 'https://tenant.logto.example';

const worker = setupWorker();
const unhandled: string[] = [];

/** The origins of the tenants of this test, and of those before it. */
const served = new Set<string>();
const ended = new Set<string>();

before(() =>
  worker.start({
    quiet: true,
    onUnhandledRequest: ({ method, url }) => {
      // What a test asked for when it ended may arrive later, on a busy machine; its tenant is gone by then.
      if (isModule(url) || ended.has(new URL(url).origin)) return;
      unhandled.push(`${method} ${url}`);
      throw new Error(`Nothing answers ${method} ${url}.`);
    },
  }),
);

after(() => worker.stop());

afterEach(() => {
  worker.resetHandlers();
  served.forEach((origin) => ended.add(origin));
  served.clear();
  const requests = unhandled.splice(0);
  if (requests.length > 0) throw new Error(`The test made requests that nothing answers: ${requests.join(', ')}`);
});

/** Lets the tenant answer at this endpoint until the test ends. */
export function serve(logto: FakeLogto, at: string = endpoint): void {
  const { origin } = new URL(at);
  served.add(origin);
  ended.delete(origin);
  worker.use(...handlersFor(logto, at));
}

/** Adds handlers of MSW until the test ends: a settings file, a server that is no Logto. */
export const serveAlso = (...handlers: HttpHandler[]): void => worker.use(...handlers);

/** The test runner's own: the page's modules, also those that are loaded on demand. */
const isModule = (url: string) =>
  new URL(url).origin === location.origin && /\.(m?[jt]s|map)$/.test(new URL(url).pathname);
