import { expect } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import '../../components/delete-account/logto-delete-account.js';
import { listenToConsole } from '../helpers/console.js';
import { stayHere } from '../helpers/stay-here.js';
import { openPage, pressAndWait, whenIdle, type CredentialOptions } from './credential-page.js';

export interface DeleteAccountOptions extends CredentialOptions {
  handled?: boolean;
}

/** Where the tenant lets users leave. */
export const leaveUrl = 'https://leave.example/account?from=here';

/** The tag on a tenant that lets users leave. The page stays where it is. */
export async function openDeleteAccount(options: DeleteAccountOptions = {}) {
  const { handled = false, readonly = false, deleteAccountUrl = leaveUrl, ...rest } = options;
  const gone = stayHere();
  if (options.settings === 'none') listenToConsole(); // the missing settings are reported in the console
  const tag = document.createElement('logto-delete-account');
  Object.assign(tag, { handled, readonly });
  const page = await openPage(tag as unknown as TemplateResult, { ...rest, deleteAccountUrl });
  if (!options.stillLoading) await whenIdle(tag);
  return { ...page, tag, gone };
}

export type DeleteAccountPage = Awaited<ReturnType<typeof openDeleteAccount>>;

/** Opens the element and its confirmation question. */
export async function openQuestion(options: DeleteAccountOptions = {}) {
  const page = await openDeleteAccount(options);
  await pressAndWait(page.tag, 'Delete account');
  return page;
}

/** The input for the word. */
export function input(tag: HTMLElement): HTMLInputElement {
  const found = tag.querySelector('input');
  if (!found) throw new Error('Nothing asks for a word.');
  return found;
}

/** The label of the input. */
export const labelOf = (tag: HTMLElement) => input(tag).labels![0]!.textContent.trim();

export function type(tag: HTMLElement, word: string) {
  const field = input(tag);
  field.focus();
  field.value = word;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Types the word and presses the button in the question. */
export async function confirm(tag: HTMLElement, word = 'ada') {
  type(tag, word);
  await pressAndWait(tag, 'Delete account');
}

export const isAsking = (tag: HTMLElement) => tag.querySelector('input') !== null;

/** Nothing of it takes any space. */
export function expectAbsent(tag: HTMLElement) {
  expect(tag.shadowRoot!.textContent.trim()).to.equal('');
  expect(tag.getBoundingClientRect().height).to.equal(0);
  expect(tag.matches(':state(off)')).to.equal(true);
}
