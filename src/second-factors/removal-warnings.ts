import type { MfaVerification } from '../api/mfa.js';
import type { AccountStore } from '../state/account-store.js';
import { mfaVerifications } from './second-factors.js';
import { backupCodesLeft, isLastSecondStep } from './factors.js';

type Warning = 'mfa.lastStep' | 'mfa.lastStepWithCodes' | 'mfa.lastStepRequired';

/** What a user should know before a second factor or passkey goes, as keys of messages. */
export function removalWarnings(store: AccountStore, factor: MfaVerification): Warning[] {
  const { state } = store;
  const all = store.person?.resources.get(mfaVerifications).value ?? [];
  const isLast = state.status === 'ready' && isLastSecondStep(factor, all, state.account, (name) => store.offers(name));
  if (!isLast) return [];
  const codesGoToo = backupCodesLeft(all) !== undefined && store.access('mfa') === 'Edit';
  return [
    codesGoToo ? 'mfa.lastStepWithCodes' : 'mfa.lastStep',
    ...(state.settings?.secondFactors.isMandatory ? (['mfa.lastStepRequired'] as const) : []),
  ];
}
