import type { Account } from '../api/account.js';
import type { MfaVerification } from '../api/mfa.js';
import type { AccountStore } from '../state/account-store.js';

/** Whether the tenant offers a factor; `undefined` when that is not known. */
export type Offers = AccountStore['offers'];

/**
 * How many second steps the user could be asked for at sign-in. Backup codes are none: Logto takes them in place of
 * another. A factor that the tenant no longer offers is not asked for, and an email address or phone number is one by
 * itself where the tenant says so.
 */
export function countSecondSteps(verifications: readonly MfaVerification[], account: Account, offers: Offers): number {
  const own = verifications.filter(({ type }) => type !== 'BackupCode' && offers(type) !== false);
  const addresses = [
    offers('EmailVerificationCode') && account.primaryEmail,
    offers('PhoneVerificationCode') && account.primaryPhone,
  ];
  return own.length + addresses.filter(Boolean).length;
}

/** Whether there is certainly none: an address that is not known, or that the tenant may not offer, might be one. */
export function hasNoSecondStep(verifications: readonly MfaVerification[], account: Account, offers: Offers): boolean {
  const isNone = (factor: string, address: string | null | undefined) => offers(factor) === false || address === null;
  return (
    countSecondSteps(verifications, account, offers) === 0 &&
    isNone('EmailVerificationCode', account.primaryEmail) &&
    isNone('PhoneVerificationCode', account.primaryPhone)
  );
}

/** Whether it is the user's last second step, so that removing it leaves the password alone. */
export function isLastSecondStep(
  verification: MfaVerification,
  verifications: readonly MfaVerification[],
  account: Account,
  offers: Offers,
): boolean {
  const others = verifications.filter(({ id }) => id !== verification.id);
  return countSecondSteps([verification], account, offers) > 0 && countSecondSteps(others, account, offers) === 0;
}

/** Whether Logto would take backup codes: never without another factor of the user's own. */
export const mayHaveBackupCodes = (verifications: readonly MfaVerification[]): boolean =>
  verifications.some(({ type }) => type !== 'BackupCode');

/** How many unused backup codes there are, in all sets; `undefined` when there is no set. */
export function backupCodesLeft(verifications: readonly MfaVerification[]): number | undefined {
  const sets = verifications.filter(({ type }) => type === 'BackupCode');
  return sets.length === 0 ? undefined : sets.reduce((sum, { remainCodes = 0 }) => sum + remainCodes, 0);
}
