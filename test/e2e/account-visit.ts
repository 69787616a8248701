import assert from 'node:assert/strict';

import type { Visit } from './harness.js';

/** A page with nothing but a provider and `<logto-account>`. */
export const accountPage = 'test/e2e/pages/account.html';

/** The same with settings, and with slotted elements for tasks on other pages. */
export const settingsPage = 'test/e2e/pages/account-settings.html';

/** The same as `accountPage`, with the CDN script alone. */
export const accountCdnPage = 'test/e2e/pages/account/cdn.html';

/** The text of the current link. */
export async function currentOf({ screen }: Visit): Promise<string> {
  const link = await screen.element('logto-account >>> [part~="link"][aria-current="page"]');
  return link.evaluate(({ textContent }) => textContent?.trim() ?? '');
}

/** Waits until the user is in this section. */
export async function beIn(visit: Visit, section: string): Promise<void> {
  await visit.screen.element(`logto-account >>> [part~="section"][aria-label="${section}"]:not([hidden])`);
  assert.equal(await currentOf(visit), section);
}

/** Follows a link of the navigation. */
export async function goTo(visit: Visit, section: string): Promise<void> {
  await visit.screen.click('link', section);
  await beIn(visit, section);
}

/** The tags that have been created in the account page so far. */
export const tagsOf = ({ page }: Visit) =>
  page.$$eval('logto-account > *', (children) => children.map(({ localName }) => localName));

/** The scopes that the tenant is asked for, as soon as it is. */
export function askedScopes({ page }: Visit): Promise<string[]> {
  return new Promise((resolve) =>
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === '/oidc/auth') resolve((searchParams.get('scope') ?? '').split(' '));
    }),
  );
}
