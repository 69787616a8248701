import type { Browser, Page } from 'puppeteer-core';

import { readSettings } from '../../../src/server/index.js';
import { FakeLogto } from '../../fake-logto/fake-logto.js';
import { startFakeLogtoServer } from '../../fake-logto/server.js';
import { Screen } from '../../e2e/screen.js';
import type { HostedPage } from '../load/hosted-page.js';
import { startHankoStandIn } from '../peers/hanko-stand-in.js';
import { inNewBrowser, launch } from './browser.js';
import { cdnFiles, type Values } from './page-files.js';
import { startSite, type Site } from './site.js';

const appId = 'demo-app';

/** Everything that is running while the bench is: a browser, the pages, and what stands in for the services. */
export interface World {
  browser: Browser;
  site: Site;
  logto: FakeLogto;
  /** What pages are filled in with. */
  values: Values;
  /** What a page of the site keeps of a session at the stand-in tenant. */
  session: Record<string, string>;
  /** A page of a real Logto that is looked at, too. */
  hosted: HostedPage | undefined;
  close(): Promise<void>;
}

export async function startWorld(hosted?: HostedPage): Promise<World> {
  const logto = new FakeLogto();
  const [server, hanko, site, browser] = await Promise.all([
    startFakeLogtoServer({ logto }),
    startHankoStandIn(),
    startSite(),
    launch(hosted && new URL(hosted.url).hostname),
  ]);
  const settings = JSON.stringify(await readSettings(server.origin)).replaceAll('<', '\\u003c');
  for (const [path, content] of cdnFiles()) site.add(path, content);
  const values = { ENDPOINT: server.origin, APP_ID: appId, SETTINGS: settings, HANKO: hanko.origin };
  const session = await inNewBrowser(browser, (page) => signIn(page, { site, logto, values }));
  return {
    browser,
    site,
    logto,
    values,
    session,
    hosted,
    async close() {
      await browser.close();
      await Promise.all([server.close(), hanko.close(), site.close()]);
    },
  };
}

/** Signs in once, for all that the account page shows. Every page of the site can take the session over: what is kept names no page. */
async function signIn(page: Page, { site, logto, values }: Pick<World, 'site' | 'logto' | 'values'>) {
  const path = '/sign-in.html';
  const { ENDPOINT: endpoint } = values;
  site.add(
    path,
    `<script type="module" src="/cdn/logto-account-elements.js"></script>
    <logto-account-provider endpoint="${endpoint}" app-id="${appId}"><logto-account></logto-account></logto-account-provider>`,
  );
  logto.tenant.applications.find(({ id }) => id === appId)?.redirectUris.push(site.origin + path);
  const screen = new Screen(page);
  await page.goto(site.origin + path);
  await screen.click('button', 'Sign in');
  const [user] = logto.tenant.users;
  await screen.fill('Username or email', user?.username ?? '');
  await screen.fill('Password', user?.password ?? '');
  await Promise.all([page.waitForNavigation(), screen.click('button', 'Sign in')]);
  await screen.see(`Signed in as ${user?.name}`);
  return page.evaluate(() => ({ ...localStorage }));
}
