import type { AccountClient } from '../api/account-client.js';
import { getMfaVerifications, removeMfaVerification, type MfaVerification } from '../api/mfa.js';
import type { AccountConnection } from '../context/account-connection.js';
import type { AccountStore } from '../state/account-store.js';
import { removing } from '../state/one-by-one.js';
import { mfaVerifications } from '../state/second-factors.js';
import { isLastSecondStep } from './factors.js';

/**
 * Removes a second factor or passkey. Backup codes go with the last one, and they go first: alone, they would be all
 * that is left to ask for, until they are used up.
 */
export async function removeFactor(
  { store, stepUp }: Pick<AccountConnection, 'store' | 'stepUp'>,
  { id, type }: MfaVerification,
): Promise<void> {
  const { client } = store;
  try {
    await store.writing(type === 'WebAuthn' ? 'passkey' : 'mfa', () =>
      stepUp.run(async (verification) => {
        const current = await getMfaVerifications(client);
        const ids = [...backupCodesThatGoWith(id, current, store), id];
        for (const each of ids) await removeIfThere(client, each, verification);
      }),
    );
  } finally {
    await store.resources.get(mfaVerifications).refresh();
  }
}

export const removeIfThere = (client: AccountClient, id: string, verification: string) =>
  removing(['verification_record.not_found'], () => removeMfaVerification(client, id, verification));

function backupCodesThatGoWith(id: string, current: readonly MfaVerification[], store: AccountStore): string[] {
  const factor = current.find((other) => other.id === id);
  const mayRemoveCodes = store.access('mfa') === 'Edit';
  if (!factor || !mayRemoveCodes || store.state.status !== 'ready') return [];
  const isLast = isLastSecondStep(factor, current, store.state.account, (name) => store.offers(name));
  return isLast ? current.filter(({ type }) => type === 'BackupCode').map((set) => set.id) : [];
}
