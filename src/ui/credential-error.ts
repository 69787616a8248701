import type { AccountError } from '../api/account-error.js';
import type { MessageValues } from '../localize/format-message.js';
import type { CommonMessageKey } from '../localize/localizer.js';
import { credentialMessages } from '../localize/messages/en/credentials.js';
import { actionError } from './status-templates.js';

export type CredentialMessageKey = keyof typeof credentialMessages;

/** Words of the tags for sign-in methods. */
export interface CredentialLocalizer {
  readonly lang: string;
  text(key: CredentialMessageKey | CommonMessageKey, values?: MessageValues): string;
}

/** Codes that mean the same to a user. */
const sameAs: Partial<Record<string, string>> = {
  'verification_code.not_found': 'verification_code.expired',
  'verification_code.exceed_max_try': 'verification_code.expired',
  'verification_code.email_mismatch': 'verification_code.expired',
  'verification_code.phone_mismatch': 'verification_code.expired',
};

/** Why an action failed, in the words for Logto's code where we have some. */
export function credentialError(localize: CredentialLocalizer, error: AccountError | undefined) {
  const key = error && wordsFor(error.code);
  return actionError(localize, error, key && localize.text(key));
}

function wordsFor(code: string): CredentialMessageKey | undefined {
  const family = code.startsWith('session.email_blocklist.') ? 'session.email_blocklist' : (sameAs[code] ?? code);
  const key = `code.${family}`;
  return Object.hasOwn(credentialMessages, key) ? (key as CredentialMessageKey) : undefined;
}
