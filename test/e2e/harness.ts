import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import puppeteer, { type Browser, type Page } from 'puppeteer-core';

import { FakeLogto } from '../fake-logto/fake-logto.js';
import { startFakeLogtoServer, type FakeLogtoServer, type FakeLogtoServerOptions } from '../fake-logto/server.js';
import { findBrowser, type FoundBrowser } from '../tools/browser.mjs';
import { repositoryRoot, servePages, type Pages } from '../tools/pages.js';
import { Problems } from './problems.js';
import { Screen } from './screen.js';
import { strictPolicy } from './strict-csp.js';

/** The application of the stand-in tenant that the pages sign in to. */
export const appId = 'demo-app';

/** What one test gets: a new tenant, and a browser that has never been here. */
export interface Visit {
  page: Page;
  screen: Screen;
  server: FakeLogtoServer;
  logto: FakeLogto;
  problems: Problems;
  /** The address of the pages, without a slash at its end. */
  site: string;
  /** Headers with which the pages are served during this visit: a strict Content Security Policy. */
  headers: Record<string, string>;
  /** Opens a page of the repository, e.g. `stories/demo/index.html`, and registers it as a redirect URI. */
  open(path: string): Promise<void>;
  /** Opens a page, by default the demo, and signs in there as the demo user. */
  enter(path?: string): Promise<void>;
  /** The code that was last sent to an address, as soon as there is one. */
  codeFor(address: string): Promise<string>;
  /** The requests so far except reads, as `PATCH /api/my-account`. */
  writes(): string[];
  /** Opens another tab of the same browser, at the same page. */
  openTab(): Promise<Screen>;
  /** Fills in the tenant's sign-in page, as the demo user unless you say otherwise, and waits to be back. */
  signIn(username?: string, password?: string): Promise<void>;
  /** Takes a picture, when the environment variable SCREENSHOTS names a folder for it. */
  screenshot(name: string): Promise<void>;
}

/** A browser and a server for pages, shared by the tests of a file. */
export interface Stage {
  visit(run: (visit: Visit) => Promise<void>, tenant?: Partial<FakeLogtoServerOptions>): Promise<void>;
  close(): Promise<void>;
}

/** The served pages, if they are not this repository's. */
export interface StageOptions {
  pages?: Pages;
  /** What these pages may ask besides themselves and the tenant. */
  origins?: string[];
  /** In place of the usual one. */
  found?: FoundBrowser | undefined;
}

/** Starts what all tests of a file share. Close it after them. */
export async function startStage(options?: StageOptions): Promise<Stage> {
  if (options) return newStage(options);
  const stage = idle.pop() ?? (await newStage());
  return { ...stage, close: () => (process.connected ? Promise.resolve(void idle.push(stage)) : stage.close()) };
}

/** Where a process has one file after the other, the next one goes on with what the last one has started. */
const idle: Stage[] = [];
process.once('disconnect', () => void Promise.all(idle.map((stage) => stage.close())));

async function newStage({ pages: given, origins = [], found }: StageOptions = {}): Promise<Stage> {
  let endpoint = '';
  let headers: Record<string, string> = {};
  const pages =
    given ??
    (await servePages({
      root: repositoryRoot,
      values: () => ({ ENDPOINT: endpoint, APP_ID: appId, SETTINGS: '', ACCOUNT_API: '', OUTBOX: '' }),
      headers: () => headers,
      port: 0,
    }));
  const browser = await launch(found);
  return {
    async visit(run, tenant) {
      const server = await startFakeLogtoServer({ logto: new FakeLogto(), ...tenant });
      endpoint = server.origin;
      const context = await browser.createBrowserContext();
      // Pages may write to the clipboard after a click; a headless browser cannot ask.
      await context.setPermission(pages.origin, { permission: { name: 'clipboard-write' }, state: 'granted' });
      const visit = visitOf(await context.newPage(), server, pages, origins);
      headers = visit.headers;
      try {
        await run(visit);
        assert.deepEqual(visit.problems.unexpected, [], 'The page had problems');
      } catch (error) {
        // Often the reason why something was not found.
        for (const problem of visit.problems.unexpected) console.error(problem);
        await visit.screenshot('failure').catch(console.error);
        throw error;
      } finally {
        await context.close();
        await server.close();
      }
    },
    async close() {
      await browser.close();
      await pages.close();
    },
  };
}

function visitOf(page: Page, server: FakeLogtoServer, pages: Pages, origins: string[]): Visit {
  const { logto } = server;
  const screen = new Screen(page);
  const problems = new Problems([server.origin, pages.origin, ...origins]);
  problems.watch(page);
  return {
    page,
    screen,
    server,
    logto,
    problems,
    site: pages.origin,
    headers: { 'content-security-policy': strictPolicy(server.origin) },
    async open(path) {
      // The stand-in has no trusted devices, like most tenants, and only asking tells.
      problems.expect(/\/api\/my-account\/trusted-devices/);
      // Pictures of linked accounts are with their providers, where the policy of these pages lets nobody load any.
      problems.expect(/\/avatars\/\w+\.svg/);
      const url = new URL(path, pages.origin);
      for (const { isThirdParty, redirectUris, postLogoutRedirectUris } of logto.tenant.applications) {
        if (isThirdParty) continue;
        redirectUris.push(url.origin + url.pathname);
        postLogoutRedirectUris.push(url.origin + url.pathname);
      }
      await page.goto(url.href);
    },
    async enter(path = 'stories/demo/index.html') {
      // The stand-in's settings are out of reach from another origin, as in production; the browser complains itself.
      problems.expect(/\/api\/\.well-known\//);
      await this.open(path);
      await screen.click('button', 'Sign in');
      await this.signIn();
      await screen.see('Signed in as Ada Lovelace');
    },
    async codeFor(address) {
      for (const end = Date.now() + 5000; Date.now() < end;) {
        const sent = logto.outbox.filter(({ to }) => to === address).at(-1);
        if (sent) return sent.code;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`No code was sent to ${address}.`);
    },
    writes: () =>
      logto.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`),
    async openTab() {
      const tab = await page.browserContext().newPage();
      problems.watch(tab);
      await tab.goto(page.url());
      return new Screen(tab);
    },
    async signIn(username = logto.tenant.users[0]?.username ?? '', password = logto.tenant.users[0]?.password ?? '') {
      await screen.fill('Username or email', username);
      await screen.fill('Password', password);
      await Promise.all([page.waitForNavigation(), screen.click('button', 'Sign in')]);
    },
    async screenshot(name) {
      const folder = process.env.SCREENSHOTS;
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      await page.bringToFront(); // a tab in the background is never painted
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    },
  };
}

/** A browser that reaches this machine and nothing else. */
export async function launch(found?: FoundBrowser): Promise<Browser> {
  const { executablePath, args, env } = found ?? (await findBrowser());
  return puppeteer.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [...args, '--lang=en', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
  });
}
