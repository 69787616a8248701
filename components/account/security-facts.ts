import { backupCodesLeft, countSecondSteps, mayHaveBackupCodes } from '../../src/second-factors/factors.js';
import { mfaSettings, mfaVerifications } from '../../src/second-factors/second-factors.js';
import type { AccountField } from '../../src/settings/account-settings.js';
import type { AccountStore } from '../../src/state/account-store.js';

/** How the second step stands. `on-request`: it is asked for only if the service requires it, which is not known. */
export type SecondStepState = 'missing' | 'off' | 'on-request' | 'on';

/** What is known of how an account is protected. Left out is what the user may not read, or has no use for. */
export interface SecurityFacts {
  hasPassword?: boolean;
  /** The ways to get back in; none are missing as long as there is one. */
  recovery?: readonly RecoveryField[];
  secondStep?: { state: SecondStepState; factors: readonly SecondStep[] };
  /** How many are left; `undefined` in it when there are none yet. */
  backupCodes?: { left: number | undefined; isOffered: boolean };
}

export type RecoveryField = 'email' | 'phone';

const secondSteps = ['Totp', 'WebAuthn', 'EmailVerificationCode', 'PhoneVerificationCode'] as const;
export type SecondStep = (typeof secondSteps)[number];

/** Reads them from what is loaded. Nothing is asked for. */
export function securityFacts(store: AccountStore): SecurityFacts {
  const { state } = store;
  if (state.status !== 'ready' || state.hasEnded) return {};
  const { account } = state;
  return {
    ...(isReadable(store, 'password') && { hasPassword: account.hasPassword === true }),
    ...recoveryOf(store),
    ...secondFactorsOf(store),
  };
}

const isReadable = (store: AccountStore, field: AccountField) => ['ReadOnly', 'Edit'].includes(store.access(field));

/** That there is none is known only where both may be read. */
function recoveryOf(store: AccountStore): Pick<SecurityFacts, 'recovery'> {
  const { primaryEmail, primaryPhone } = store.account!;
  const readable = (['email', 'phone'] as const).filter((field) => isReadable(store, field));
  const recovery = readable.filter((field) => (field === 'email' ? primaryEmail : primaryPhone));
  return recovery.length > 0 || readable.length === 2 ? { recovery } : {};
}

function secondFactorsOf(store: AccountStore): Pick<SecurityFacts, 'secondStep' | 'backupCodes'> {
  const verifications = store.person?.resources.get(mfaVerifications).value;
  if (!verifications || !isReadable(store, 'mfa')) return {};
  const account = store.account!;
  const offers = (factor: string) => store.offers(factor);
  const factors = secondSteps.filter((factor) => {
    const own = verifications.filter(({ type }) => type === factor);
    const addresses = {
      primaryEmail: factor === 'EmailVerificationCode' ? account.primaryEmail : null,
      primaryPhone: factor === 'PhoneVerificationCode' ? account.primaryPhone : null,
    };
    return countSecondSteps(own, { ...account, ...addresses }, offers) > 0;
  });
  const left = backupCodesLeft(verifications);
  const isOffered = offers('BackupCode') !== false;
  const canBeSetUp = offers('Totp') !== false || offers('WebAuthn') !== false;
  return {
    ...((factors.length > 0 || canBeSetUp) && { secondStep: { state: stateOf(store, factors.length > 0), factors } }),
    ...(mayHaveBackupCodes(verifications) && (left !== undefined || isOffered) && { backupCodes: { left, isOffered } }),
  };
}

function stateOf(store: AccountStore, hasStep: boolean): SecondStepState {
  const isMandatory = store.settings?.secondFactors.isMandatory;
  const wish = store.person?.resources.get(mfaSettings).value;
  if (!hasStep) return 'missing';
  if (isMandatory || (wish && !wish.skipMfaOnSignIn)) return 'on';
  return isMandatory === false && wish ? 'off' : 'on-request';
}
