import type { AccountClient } from '../../src/api/account-client.js';
import { AccountError } from '../../src/api/account-error.js';
import {
  addMfaVerification,
  generateBackupCodes,
  getBackupCodes,
  getMfaVerifications,
  type BackupCode,
  type MfaVerification,
} from '../../src/api/mfa.js';
import { isUnclear } from '../../src/state/lost-answers.js';
import type { Person } from '../../src/state/person.js';
import { mfaVerifications } from '../../src/second-factors/second-factors.js';
import { removeIfThere } from '../../src/second-factors/remove-factor.js';

/**
 * Gives the user new backup codes. Logto needs the old ones removed before it takes new ones, so between the two there
 * are none; when the second step fails, `run` tries it again with the same codes.
 */
export class NewBackupCodes {
  #codes: string[] | undefined;
  #isHalfDone = false;
  /** Whether Logto was asked to store them, and nobody knows what came of it. */
  #mayBeStored = false;

  constructor(
    private readonly person: Person,
    /** Whether unused codes may go. Used-up sets always do: Logto would show them in place of the new one. */
    private readonly replacesUnused: boolean,
  ) {}

  /** The old codes are gone and the new ones are not there. */
  get isHalfDone(): boolean {
    return this.#isHalfDone;
  }

  /** Gives the codes once Logto has them: nobody writes down one that does not work. */
  async run(): Promise<string[]> {
    const list = this.person.resources.get(mfaVerifications);
    try {
      const codes = await this.person.write('mfa', (client, verification) => this.#replace(client, verification), {
        factor: 'BackupCode',
      });
      this.#isHalfDone = false;
      return codes;
    } finally {
      await list.refresh();
      // A removal counts even if Logto's answer to it was lost, and so does a new set.
      const { state } = list;
      const isKnown = state.status === 'ready' && !state.error;
      if (isKnown && this.replacesUnused) this.#isHalfDone = !state.value.some(isUnusedSet);
    }
  }

  async #replace(client: AccountClient, verification: string): Promise<string[]> {
    const codes = (this.#codes ??= await generateBackupCodes(client));
    if (this.#mayBeStored && (await areStored(client, codes, verification))) return codes;
    const sets = await codeSets(client);
    for (const { id } of sets.filter(isUsedUp)) await removeIfThere(client, id, verification);
    const unused = this.replacesUnused ? sets.filter(isUnusedSet) : [];
    for (const { id } of unused) {
      await removeIfThere(client, id, verification);
      this.#isHalfDone = true;
    }
    await this.#store(client, codes, verification);
    return codes;
  }

  async #store(client: AccountClient, codes: string[], verification: string) {
    try {
      await addMfaVerification(client, { type: 'BackupCode', codes }, verification);
    } catch (cause) {
      this.#mayBeStored = isUnclear(AccountError.from(cause));
      // When nothing can be read either, the next try begins with that.
      if (!this.#mayBeStored || !(await areStored(client, codes, verification).catch(() => false))) throw cause;
    }
  }
}

/** The stored codes. Logto gives those of the oldest set, so used-up ones go first where they hide others. */
export async function readBackupCodes(person: Person): Promise<BackupCode[]> {
  return person.readGuarded('mfa', async (client, verification) => {
    const sets = await codeSets(client);
    if (sets.length === 0) {
      await person.resources.get(mfaVerifications).refresh();
      throw new AccountError('rejected', 'no_backup_codes');
    }
    const hiding = sets.some((set) => !isUsedUp(set)) ? sets.filter(isUsedUp) : [];
    for (const { id } of hiding) await removeIfThere(client, id, verification);
    return getBackupCodes(client, verification);
  });
}

/** Removes all of them: they are of no use without what they stand in for. */
export async function removeBackupCodes(person: Person): Promise<void> {
  const list = person.resources.get(mfaVerifications);
  try {
    await person.write(
      'mfa',
      async (client, verification) => {
        const sets = await codeSets(client);
        for (const { id } of sets) await removeIfThere(client, id, verification);
      },
      { isDone: async () => (await list.reread()).every(({ type }) => type !== 'BackupCode') },
    );
  } finally {
    await list.refresh();
  }
}

const codeSets = async (client: AccountClient) =>
  (await getMfaVerifications(client)).filter(({ type }) => type === 'BackupCode');

/** Whether it is these that the user has. */
async function areStored(client: AccountClient, codes: readonly string[], verification: string): Promise<boolean> {
  if (!(await codeSets(client)).some(isUnusedSet)) return false; // Logto would refuse to give any
  return (await getBackupCodes(client, verification)).some(({ code }) => code === codes[0]);
}

const isUsedUp = ({ remainCodes }: MfaVerification) => remainCodes === 0;
const isUnusedSet = (factor: MfaVerification) => factor.type === 'BackupCode' && !isUsedUp(factor);
