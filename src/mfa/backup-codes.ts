import type { AccountClient } from '../api/account-client.js';
import { AccountError } from '../api/account-error.js';
import {
  addMfaVerification,
  generateBackupCodes,
  getBackupCodes,
  getMfaVerifications,
  type BackupCode,
  type MfaVerification,
} from '../api/mfa.js';
import type { AccountConnection } from '../context/account-connection.js';
import { mfaVerifications } from '../state/second-factors.js';
import { removeIfThere } from './remove-factor.js';

type Connection = Pick<AccountConnection, 'store' | 'stepUp'>;

/**
 * Gives the user new backup codes. Logto needs the old ones removed before it takes new ones, so between the two there
 * are none; when the second step fails, `run` tries it again with the same codes.
 */
export class NewBackupCodes {
  #codes: string[] | undefined;
  #isHalfDone = false;

  constructor(
    private readonly connection: Connection,
    /** Whether unused codes may go. Used-up sets always do: Logto would show them in place of the new one. */
    private readonly replacesUnused: boolean,
  ) {}

  /** The old codes are gone and the new ones are not there. */
  get isHalfDone(): boolean {
    return this.#isHalfDone;
  }

  /** Gives the codes once Logto has them: nobody writes down one that does not work. */
  async run(): Promise<string[]> {
    const { store, stepUp } = this.connection;
    const list = store.resources.get(mfaVerifications);
    try {
      const codes = await store.writingFactor('BackupCode', () =>
        stepUp.run((verification) => this.#replace(store.client, verification)),
      );
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
    const sets = (await getMfaVerifications(client)).filter(({ type }) => type === 'BackupCode');
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
      // They may be these: Logto's answer to the try before did not arrive.
      if (AccountError.from(cause).code !== 'user.backup_code_already_in_use') throw cause;
      const stored = await getBackupCodes(client, verification);
      if (!stored.some(({ code }) => code === codes[0])) throw cause;
    }
  }
}

/** The stored codes. Logto gives those of the oldest set, so used-up ones go first where they hide others. */
export async function readBackupCodes({ store, stepUp }: Connection): Promise<BackupCode[]> {
  const { client } = store;
  const list = store.resources.get(mfaVerifications);
  return stepUp.run(async (verification) => {
    const sets = (await getMfaVerifications(client)).filter(({ type }) => type === 'BackupCode');
    if (sets.length === 0) {
      await list.refresh();
      throw new AccountError('rejected', 'no_backup_codes');
    }
    const hiding = sets.some((set) => !isUsedUp(set)) ? sets.filter(isUsedUp) : [];
    for (const { id } of hiding) await removeIfThere(client, id, verification);
    return getBackupCodes(client, verification);
  });
}

/** Removes all of them: they are of no use without what they stand in for. */
export async function removeBackupCodes({ store, stepUp }: Connection): Promise<void> {
  const { client } = store;
  try {
    await store.writing('mfa', () =>
      stepUp.run(async (verification) => {
        const sets = (await getMfaVerifications(client)).filter(({ type }) => type === 'BackupCode');
        for (const { id } of sets) await removeIfThere(client, id, verification);
      }),
    );
  } finally {
    await store.resources.get(mfaVerifications).refresh();
  }
}

const isUsedUp = ({ remainCodes }: MfaVerification) => remainCodes === 0;
const isUnusedSet = (factor: MfaVerification) => factor.type === 'BackupCode' && !isUsedUp(factor);
