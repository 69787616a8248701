import type { AccountError } from '../../src/api/account-error.js';
import { namesOf } from '../helpers/read.js';
import { enter, openPage, pressInDialog, theDialog, type CredentialOptions } from './credential-page.js';

export const byEmail = 'With a code by email to ada@example.com';
export const byPhone = 'With a code by text message to +12025550123';

/** Up to the choice of a method; `verified` is the error, or nothing when it went well. */
export async function choosing(options: CredentialOptions = {}) {
  const page = await openPage('', { withDialog: true, ...options });
  const verified = page.provider.verify().catch((cause: AccountError) => cause);
  const dialog = await theDialog();
  if (namesOf(dialog, 'button').includes('Use another way')) await pressInDialog(dialog, 'Use another way');
  return { ...page, dialog, verified };
}

export async function waitingForCode(options: CredentialOptions = {}, method = byEmail) {
  const page = await choosing(options);
  await pressInDialog(page.dialog, method);
  return page;
}

export async function confirmCode(dialog: HTMLDialogElement, code: string) {
  enter(dialog, 'Code', code);
  await pressInDialog(dialog, 'Confirm');
}
