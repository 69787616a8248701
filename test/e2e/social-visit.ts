import assert from 'node:assert/strict';

import { startMockSocialProvider, useSocialProvider, type MockSocialProvider } from '../fake-logto/social-provider.js';
import { startStage, type Visit } from './harness.js';

/** A page with the tag, where the settings are known and accounts are linked from the page itself. */
export const socialPage = 'test/e2e/pages/social.html';

export interface SocialVisit extends Visit {
  provider: MockSocialProvider;
}

/** A stage with a provider of social accounts, which is at a third origin. */
export async function startSocialStage() {
  const [stage, provider] = await Promise.all([startStage(), startMockSocialProvider()]);
  return {
    /** A visit to a tenant whose connectors lead to the provider; no one is signed in yet. */
    visit: (run: (visit: SocialVisit) => Promise<void>) =>
      stage.visit(async (visit) => {
        visit.problems.expect(new RegExp(`third party: ${provider.origin}/`));
        useSocialProvider(visit.logto.tenant, provider);
        await run({ ...visit, provider });
      }),
    /** The same, signed in as Ada at the page with the tag. */
    enter(run: (visit: SocialVisit) => Promise<void>) {
      return this.visit(async (visit) => {
        await visit.enter(socialPage);
        await run(visit);
      });
    },
    close: async () => void (await Promise.all([stage.close(), provider.close()])),
  };
}

export type SocialStage = Awaited<ReturnType<typeof startSocialStage>>;

/** Presses a button that leads to the provider, and waits for the page there. */
export async function goToProvider({ page, screen, provider, site }: SocialVisit, name: string): Promise<void> {
  await screen.click('button', name);
  await screen.see('wants to know who you are');
  assert.equal(new URL(page.url()).origin, provider.origin);
  assert.notEqual(provider.origin, site);
}

export const ada = ({ logto }: SocialVisit) => logto.tenant.users[0]!;

/** Ada's identities, as `provider account`. */
export const identitiesOf = (visit: SocialVisit) =>
  Object.entries(ada(visit).identities).map(([target, { userId }]) => `${target} ${userId}`);

/** The pending redirect in the tab's storage. */
export const remembered = ({ page }: SocialVisit) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key === 'logto-account-elements:social'));

/** The latest status of the element, even if it is empty. */
export const said = ({ page }: SocialVisit) =>
  page.$eval('logto-social-links >>> [part~="status"]', ({ textContent }) => textContent.trim());

export const rowOf = ({ screen }: SocialVisit, label: string) => screen.row(label, 'logto-social-links');

/** The requests since, except reads and sign-in. */
export const writesOf = ({ writes }: SocialVisit) =>
  writes().filter((line) => !/\/verifications\/password$/.test(line));

/** Lets Ada have nothing but a username to sign in with, and nothing to prove who she is with. */
export async function beWithoutMethods(visit: SocialVisit): Promise<void> {
  Object.assign(ada(visit), { password: null, primaryEmail: null, primaryPhone: null });
  await visit.page.reload();
  await visit.screen.see('Signed in as Ada Lovelace');
}

/** The page is there again, just as it was left, and nothing is under way, unless an answer may come yet. */
export async function backAt(visit: SocialVisit, address: string, { mayComeYet = false } = {}): Promise<void> {
  await visit.screen.see('Signed in as Ada Lovelace');
  const left = mayComeYet ? 1 : 0;
  for (const end = Date.now() + 5000; (await remembered(visit)).length > left && Date.now() < end;) await pause();
  assert.deepEqual([visit.page.url(), (await remembered(visit)).length], [address, left]);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Gives the page a URL with a query and fragment, like a page with tabs. */
export async function atATab({ page }: SocialVisit): Promise<string> {
  await page.evaluate(() => history.replaceState({ tab: 3 }, '', '?tab=social&x=a+b#links'));
  return page.url();
}

/** Browser warnings about the development server's connection after going back. */
export const keptByBrowser = /Back-Forward Cache/;
