import type { TemplateResult } from 'lit';

import '../../components/account/logto-account.js';
import type { LogtoAccount } from '../../components/account/account-element.js';
import type { FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { whenRendered } from '../helpers/mount.js';
import { namesOf, part, parts, textOf } from '../helpers/read.js';
import { aTenant, openPage, whenIdle, type CredentialOptions } from './credential-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

export interface AccountOptions extends CredentialOptions {
  /** Attributes of the tag. */
  has?: Record<string, string>;
  /** The content of the element, as HTML. */
  inside?: string;
}

export type AccountPage = Awaited<ReturnType<typeof openAccount>>;

/** A `<logto-account>` on a stand-in tenant, in which everything may be edited. */
export async function openAccount({ has = {}, inside = '', ...options }: AccountOptions = {}) {
  const { logto = aTenant(options) } = options;
  if (options.settings === 'none') listenToConsole(); // the missing settings are reported in the console
  const tag = document.createElement('logto-account');
  for (const [name, value] of Object.entries(has)) tag.setAttribute(name, value);
  tag.innerHTML = inside;
  const page = await openPage(tag as unknown as TemplateResult, { ...options, logto });
  if (!options.stillLoading) await whenAccountIdle(tag);
  return { ...page, tag };
}

/** Waits until everything visible has loaded. Sections that were not visited are not loaded. */
export async function whenAccountIdle(tag: LogtoAccount) {
  const isBusy = () => parts(tag, 'loading').some((placeholder) => placeholder.checkVisibility());
  await whenRendered(tag);
  await waitUntil(() => !isBusy(), 'It is still busy.');
  await whenIdle(tag.closest('logto-account-provider')!);
}

type Fields = FakeLogtoOptions['fields'];

const names = 'name avatar profile customData username email phone password mfa passkey social session trustedDevice';

/** Everything is off except for these. */
export const only = (fields: Fields = {}): Fields => ({
  ...Object.fromEntries(names.split(' ').map((name) => [name, 'Off'])),
  ...fields,
});

/** The texts of the navigation links, in order. */
export const linksOf = (tag: LogtoAccount) => parts(tag, 'link').map(textOf);

/** The link that says this; throws when there is none. */
export function linkOf(tag: LogtoAccount, name: string): HTMLAnchorElement {
  const link = parts(tag, 'link').find((each) => textOf(each) === name);
  if (!link) throw new Error(`There is no link "${name}", but: ${linksOf(tag).join(', ')}`);
  return link as HTMLAnchorElement;
}

/** The text of the current link; of all of them, should there be more than one. */
export const currentOf = (tag: LogtoAccount) =>
  parts(tag, 'link')
    .filter((link) => link.getAttribute('aria-current') === 'page')
    .map(textOf)
    .join();

/** The names of the sections that can be seen. */
export const regionsOf = (tag: LogtoAccount) =>
  namesOf(tag, 'region').filter((name) => parts(tag, 'section').some((section) => section.ariaLabel === name));

/** The tags in the page itself, without the one for signing in. */
export const tagsOf = (tag: LogtoAccount) =>
  [...tag.children].map(({ localName }) => localName.replace('logto-', '')).filter((name) => name !== 'sign-in');

/** Those that take up space. */
export const visibleTagsOf = (tag: LogtoAccount) =>
  [...tag.children]
    .filter((child) => child.checkVisibility() && child.getBoundingClientRect().height > 0)
    .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
    .map(({ localName }) => localName.replace('logto-', ''))
    .filter((name) => name !== 'sign-in');

/** Follows a link of the navigation, and waits until its section is there. */
export async function follow(tag: LogtoAccount, name: string) {
  linkOf(tag, name).click();
  await whenAccountIdle(tag);
}

/** Goes back or forward in the history, and waits until the page has followed. */
export async function travel(tag: LogtoAccount, steps: -1 | 1) {
  const moved = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.go(steps);
  await moved;
  await pause(20); // a `hashchange` comes after it
  await whenAccountIdle(tag);
}

/** Sets the fragment of the address, as a link of the page does. */
export async function goToFragment(tag: LogtoAccount, fragment: string) {
  const moved = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.hash = fragment;
  await moved;
  await whenAccountIdle(tag);
}

/** The address of the page, without its origin and the query of the test runner. */
export const address = () => location.href.replace(location.origin, '').replace(location.search, '');

/** Sets the URL before the page is opened. */
export const beAt = (url: string) => history.replaceState(null, '', url);

/** The tag in there, which the account page has made; throws when there is none. */
export function tagIn<Name extends keyof HTMLElementTagNameMap>(tag: LogtoAccount, name: Name) {
  const found = tag.querySelector(name);
  if (!found) throw new Error(`There is no <${name}>, but: ${tagsOf(tag).join(', ')}`);
  return found;
}

/** Waits until an element exists and has loaded. */
export const whenElementLoaded = (tag: LogtoAccount, name: keyof HTMLElementTagNameMap) =>
  waitUntil(() => tag.querySelector(name)?.matches(':not(:state(loading))'), `<${name}> does not come.`);

/** The box of a tag in the page. */
export const topOf = (element: Element) => Math.round(element.getBoundingClientRect().top);

export const noticeOf = (tag: LogtoAccount) => textOf(part(tag, 'notice'));

/** The custom states of the element. */
export const statesOf = (tag: LogtoAccount) =>
  ['loading', 'signed-out', 'failed', 'empty'].filter((state) => tag.matches(`:state(${state})`));

const here = location.href;

afterEach(() => {
  sessionStorage.clear();
  beAt(here);
});
