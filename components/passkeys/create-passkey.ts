import { startRegistration } from '@simplewebauthn/browser';

import { AccountError } from '../../src/api/account-error.js';
import { mayCreatePasskeys } from '../../src/settings/passkey-place.js';

/** What went wrong, by what the browser throws. That the user has cancelled, or waited too long, is no failure. */
const codeByName: Partial<Record<string, string>> = {
  InvalidStateError: 'passkey.already_registered',
  SecurityError: 'passkey.wrong_place',
  ConstraintError: 'passkey.not_capable',
  NotSupportedError: 'passkey.not_capable',
};

/**
 * Has the browser create a passkey. Call it first thing in the user's click: browsers allow it there only.
 *
 * Rejects with kind `aborted` when the user does not want to.
 */
export async function createPasskey(optionsJSON: PublicKeyCredentialCreationOptionsJSON): Promise<object> {
  try {
    return await startRegistration({
      optionsJSON: optionsJSON as Parameters<typeof startRegistration>[0]['optionsJSON'],
    });
  } catch (cause) {
    const { name, cause: inner } = cause as Error;
    const reason = inner instanceof Error ? inner.name : name;
    // Browsers say of a page that may not create passkeys what they say of a user who does not want to.
    if (!mayCreatePasskeys()) throw new AccountError('rejected', 'passkey.wrong_place', { cause });
    if (reason === 'NotAllowedError' || reason === 'AbortError')
      throw new AccountError('aborted', undefined, { cause });
    throw new AccountError('rejected', codeByName[reason] ?? 'passkey.failed', { cause });
  }
}
