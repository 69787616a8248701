import type { Adapter, AdapterPayload } from 'oidc-provider';

import type { Mirror } from './tenant-mirror.js';

/** How a store reaches the tenant's data. */
export interface OidcStoreOptions {
  /** Looks an application up in the tenant, each time, so that it may change while the server runs. */
  findClient: (clientId: string) => AdapterPayload | undefined;
  /** The kinds of record that live in the tenant as well. */
  mirrors: Record<string, Mirror>;
}

/**
 * Everything oidc-provider has to remember, in memory.
 *
 * The provider's own memory adapter warns on every start; this one can also be emptied by kind.
 */
export class OidcStore {
  readonly #records = new Map<string, Map<string, AdapterPayload>>();
  readonly #options: OidcStoreOptions;

  constructor(options: OidcStoreOptions) {
    this.#options = options;
  }

  /** What oidc-provider asks for once per kind of record. */
  readonly adapter = (kind: string): Adapter => {
    const records = this.#of(kind);
    const mirror = this.#options.mirrors[kind];
    const find = (matches: (payload: AdapterPayload, id: string) => boolean) => {
      const payload = [...records].find(([id, candidate]) => matches(candidate, id))?.[1];
      return payload && (mirror?.has(payload) ?? true) ? payload : undefined;
    };
    const remove = (id: string) => {
      const payload = records.get(id);
      if (payload) mirror?.remove(payload);
      records.delete(id);
    };

    return {
      find: async (id) => (kind === 'Client' ? this.#options.findClient(id) : find((_payload, key) => key === id)),
      findByUid: async (uid) => find((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => find((payload) => payload.userCode === userCode),
      upsert: async (id, payload) => {
        records.set(id, payload);
        mirror?.put(payload);
      },
      consume: async (id) => {
        const payload = records.get(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => remove(id),
      revokeByGrantId: async (grantId) => {
        for (const [id, payload] of records) if (payload.grantId === grantId) remove(id);
      },
    };
  };

  /** Forgets every record of this kind. */
  clear(kind: 'AccessToken' | 'RefreshToken' | 'Session'): void {
    for (const payload of this.#of(kind).values()) this.#options.mirrors[kind]?.remove(payload);
    this.#of(kind).clear();
  }

  #of(kind: string): Map<string, AdapterPayload> {
    const records = this.#records.get(kind) ?? new Map<string, AdapterPayload>();
    this.#records.set(kind, records);
    return records;
  }
}
