import { recordLifetime } from '../api/verifications.js';

/** A permission record: proof, for a while, that the user is who they say. Its id is a secret. */
export interface PermissionRecord {
  readonly id: string;
  /** Milliseconds since 1970, by this device's clock. */
  readonly madeAt: number;
}

/** In memory only, and reachable from here only: never stored, never in an event, gone with the page. */
const records = new Map<string, PermissionRecord>();
const pending = new Map<string, Promise<PermissionRecord>>();

/** The record of one user at one endpoint, shared by all providers on the page that serve both. */
export class PermissionRecords {
  readonly #key: string;

  constructor(endpoint: string, userId: string) {
    this.#key = JSON.stringify([endpoint, userId]);
  }

  /** A record that Logto should still take; without one, asks for it, once for all who wait. */
  async obtain(ask: () => Promise<PermissionRecord>): Promise<PermissionRecord> {
    return this.#valid ?? pending.get(this.#key) ?? this.#askFor(ask);
  }

  /** Forgets the record that was refused, not a newer one that another action got meanwhile; without one, any. */
  drop(refused?: PermissionRecord) {
    if (!refused || records.get(this.#key) === refused) records.delete(this.#key);
  }

  /** By elapsed time: the clocks of device and server may differ. */
  get #valid(): PermissionRecord | undefined {
    const record = records.get(this.#key);
    const age = record ? Date.now() - record.madeAt : 0;
    return age >= 0 && age < recordLifetime ? record : undefined;
  }

  #askFor(ask: () => Promise<PermissionRecord>): Promise<PermissionRecord> {
    const asking = ask()
      .then((record) => {
        records.set(this.#key, record);
        return record;
      })
      .finally(() => pending.delete(this.#key));
    pending.set(this.#key, asking);
    return asking;
  }
}
