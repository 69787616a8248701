import type { CookieData } from 'puppeteer-core';

import { bundled, pageOf } from '../tools/page-files.js';
import type { WitnessOptions } from '../tools/witness.js';
import type { World } from '../tools/world.js';
import { hostedSubject } from './hosted-page.js';

/** A page whose load is measured. */
export interface Subject extends WitnessOptions {
  name: string;
  /** Of the bench's own site, or a URL elsewhere. */
  path: string;
  /** What the browser remembers of the last visit. */
  storage?: Record<string, string>;
  cookies?: CookieData[];
  /** It shows nothing without a service that is out of reach: what is waited for is that it asks for it. */
  needsService?: boolean;
  /** The host of its API, where that is out of reach. */
  api?: string;
}

/** Serves all pages that are measured. */
export async function subjectsOf({ site, values, session, browser, hosted }: World): Promise<Subject[]> {
  const add = (files: Iterable<[string, string]>) => {
    for (const [path, content] of files) site.add(path, content);
  };
  for (const name of ['account-cdn', 'account-settings-cdn']) site.add(`/${name}.html`, pageOf(name, values));
  for (const name of ['account', 'hanko', 'descope']) add(await bundled(name, values));

  const account = { tag: 'logto-account', texts: ['Ada Lovelace', 'ada@example.com'] };
  const others = hosted ? [await hostedSubject(browser, hosted)] : [];
  return [
    { name: '`<logto-account>`, CDN script, signed in', path: '/account-cdn.html', storage: session, ...account },
    {
      name: 'the same with the settings in the page',
      path: '/account-settings-cdn.html',
      storage: session,
      ...account,
    },
    { name: '`<logto-account>`, bundled, signed in', path: '/account/account.html', storage: session, ...account },
    { name: '`<logto-account>`, CDN script, signed out', path: '/account-cdn.html', ...account, texts: ['Sign in'] },
    {
      name: 'Hanko `<hanko-profile>`, bundled',
      path: '/hanko/hanko.html',
      tag: 'hanko-profile',
      texts: ['ada@example.com'],
      cookies: [{ name: 'hanko', value: 'session', domain: 'localhost' }],
    },
    {
      name: 'Descope `<descope-user-profile-widget>`, bundled',
      path: '/descope/descope.html',
      tag: 'descope-user-profile-widget',
      texts: [],
      needsService: true,
      api: 'api.descope.com',
    },
    ...others,
  ];
}
