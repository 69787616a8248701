import {
  backupCodesLeft,
  countSecondSteps,
  hasNoSecondStep,
  mayHaveBackupCodes,
} from '../../src/second-factors/factors.js';
import { mfaSettings, mfaVerifications } from '../../src/second-factors/second-factors.js';
import type { AccountField } from '../../src/settings/account-settings.js';
import type { AccountStore } from '../../src/state/account-store.js';

/** How the second step stands. `on-request`: it is asked for only if the service requires it, which is not known. */
export type SecondStepState = 'missing' | 'off' | 'on-request' | 'on';

/**
 * What is known of how an account is protected. What the user may not read, or has no use for, is left out; so is what is
 * missing and cannot be changed here.
 */
export interface SecurityFacts {
  hasPassword?: boolean;
  /** The ways to get back in; none are missing as long as there is one. */
  recovery?: { fields: readonly RecoveryField[]; toAdd?: RecoveryField | undefined };
  secondStep?: { state: SecondStepState; factors: readonly SecondStep[]; toSetUp?: StepField | undefined };
  /** How many are left; `undefined` when there never were any. */
  backupCodes?: { left: number | undefined };
}

const recoveryFields = ['email', 'phone'] as const;
export type RecoveryField = (typeof recoveryFields)[number];

/** What a first second step is set up with: an authenticator app, or a passkey. */
export type StepField = 'mfa' | 'passkey';

const secondSteps = ['Totp', 'WebAuthn', 'EmailVerificationCode', 'PhoneVerificationCode'] as const;
export type SecondStep = (typeof secondSteps)[number];

/** What the facts are read from. */
export interface FactSources {
  store: AccountStore;
  /** Whether the page shows second factors at all. */
  showsMfa: boolean;
  /** Whether the user can change this here, as far as is known: without settings the elements offer it, too. */
  canChange: (field: RecoveryField | StepField | 'password') => boolean;
}

/** Reads them from what is loaded. Nothing is asked for. */
export function securityFacts(sources: FactSources): SecurityFacts {
  const { state } = sources.store;
  if (state.status !== 'ready' || state.hasEnded) return {};
  return { ...passwordOf(sources), ...recoveryOf(sources), ...secondFactorsOf(sources) };
}

const isReadable = (store: AccountStore, field: AccountField) => ['ReadOnly', 'Edit'].includes(store.access(field));

function passwordOf({ store, canChange }: FactSources): Pick<SecurityFacts, 'hasPassword'> {
  const hasPassword = store.account!.hasPassword === true;
  const isTold = hasPassword || canChange('password');
  return isTold && isReadable(store, 'password') ? { hasPassword } : {};
}

/** That there is none is known only where both may be read. */
function recoveryOf({ store, canChange }: FactSources): Pick<SecurityFacts, 'recovery'> {
  const { primaryEmail, primaryPhone } = store.account!;
  const readable = recoveryFields.filter((field) => isReadable(store, field));
  const fields = readable.filter((field) => (field === 'email' ? primaryEmail : primaryPhone));
  if (fields.length > 0) return { recovery: { fields } };
  const toAdd = readable.length === recoveryFields.length && recoveryFields.find(canChange);
  return toAdd ? { recovery: { fields, toAdd } } : {};
}

function secondFactorsOf({
  store,
  showsMfa,
  canChange,
}: FactSources): Pick<SecurityFacts, 'secondStep' | 'backupCodes'> {
  const verifications = store.person?.resources.get(mfaVerifications).value;
  if (!verifications || !showsMfa || !isReadable(store, 'mfa')) return {};
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
  const isMissing = hasNoSecondStep(verifications, account, offers);
  const state = factors.length > 0 ? stateOf(store) : isMissing ? 'missing' : undefined;
  const toSetUp = state === 'missing' ? fieldToSetUp(offers, canChange) : undefined;
  const isTold = state === 'missing' ? toSetUp : state !== 'off' || canChange('mfa');
  const left = backupCodesLeft(verifications);
  const canCreateCodes = offers('BackupCode') !== false && canChange('mfa');
  const areCodesTold = mayHaveBackupCodes(verifications) && (left || canCreateCodes);
  return {
    ...(state && isTold && { secondStep: { state, factors, toSetUp } }),
    ...(areCodesTold && { backupCodes: { left } }),
  };
}

function stateOf(store: AccountStore): SecondStepState {
  const isMandatory = store.settings?.secondFactors.isMandatory;
  const wish = store.person?.resources.get(mfaSettings).value;
  if (isMandatory || (wish && !wish.skipMfaOnSignIn)) return 'on';
  return isMandatory === false && wish ? 'off' : 'on-request';
}

function fieldToSetUp(offers: AccountStore['offers'], canChange: FactSources['canChange']): StepField | undefined {
  if (offers('Totp') !== false && canChange('mfa')) return 'mfa';
  const canBePasskey = offers('WebAuthn') !== false && typeof PublicKeyCredential !== 'undefined';
  return canBePasskey && canChange('passkey') ? 'passkey' : undefined;
}
