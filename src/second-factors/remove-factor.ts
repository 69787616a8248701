import type { AccountClient } from '../api/account-client.js';
import { getMfaVerifications, removeMfaVerification, type MfaVerification } from '../api/mfa.js';
import type { AccountStore } from '../state/account-store.js';
import { removing } from '../state/one-by-one.js';
import type { Person } from '../state/person.js';
import { mfaVerifications } from './second-factors.js';
import { isLastSecondStep } from './factors.js';

/**
 * Removes a second factor or passkey. Backup codes go with the last one, and they go first: alone, they would be all
 * that is left to ask for, until they are used up.
 */
export async function removeFactor(
  { person, store }: { person: Person; store: AccountStore },
  { id, type }: MfaVerification,
): Promise<void> {
  const list = person.resources.get(mfaVerifications);
  try {
    await person.write(
      type === 'WebAuthn' ? 'passkey' : 'mfa',
      async (client, verification) => {
        const current = await getMfaVerifications(client);
        const ids = [...backupCodesThatGoWith(id, current, store), id];
        for (const each of ids) await removeIfThere(client, each, verification);
      },
      { isDone: async () => (await list.reread()).every((factor) => factor.id !== id) },
    );
  } finally {
    await list.refresh();
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
