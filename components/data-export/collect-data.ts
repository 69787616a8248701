import type { AccountClient } from '../../src/api/account-client.js';
import { AccountError, type AccountErrorKind } from '../../src/api/account-error.js';
import { getDataPart } from '../../src/api/account-layer.js';
import { getAccount, type Account } from '../../src/api/account.js';
import { getThirdPartyGrants } from '../../src/api/grants.js';
import type { LayerProof } from '../../src/api/layer-proof.js';
import { getMfaVerifications } from '../../src/api/mfa.js';
import { getSessions } from '../../src/api/sessions.js';
import type { Person } from '../../src/state/person.js';
import { accountData, accountFields, factorData, grantData, identityData, sessionData } from './account-data.js';

/** What can be in the file, in order, and how a layer calls it. */
const nameInLayer = {
  account: 'account',
  identities: 'identities',
  factors: 'factors',
  sessions: 'sessions',
  grants: 'grants',
  roles: 'roles',
  organizations: 'organizations',
  personalAccessTokens: 'personal-access-tokens',
  signInHistory: 'sign-in-history',
} as const;

export type DataPart = keyof typeof nameInLayer;

/** What is not in the file. */
export interface MissingData {
  part: DataPart;
  /** Where the part is there, and only these of its fields are not. */
  fields?: string[];
  /** `unavailable`: it may not be read here. `failed`: it could not be read this time. */
  reason: 'unavailable' | 'failed';
}

/** The file, as `docs/data-export.md` describes it. */
export interface DataExport {
  format: 'logto-data-export';
  version: 1;
  /** ISO 8601 */
  createdAt: string;
  /** The Logto endpoint. */
  endpoint: string;
  data: Partial<Record<DataPart, unknown>>;
  missing: MissingData[];
}

/** With these nothing else could be read either: the file would be a poor one, and the user can try again. */
const endsAll: readonly AccountErrorKind[] = ['network', 'timeout', 'aborted', 'signed-out', 'verification-required'];

/** Trying again would change nothing. */
const isUnavailable = ({ kind, code }: AccountError) =>
  ['disabled', 'not-allowed', 'missing-scope', 'third-party-app'].includes(kind) ||
  ['capability.off', 'http_404', 'logto.too_old'].includes(code);

interface Sources {
  /** The parts that the layer of the page's own has. */
  offered: readonly string[];
  /** Whether that layer may be shown a fresh sign-in as proof. */
  canSignIn: boolean;
}

/**
 * Reads everything about the person that they may read themselves: from the layer what it offers, all else from Logto's
 * Account API. What needs a proof is missing for somebody who has nothing to prove with who they are.
 */
export async function collectData(person: Person, { offered, canSignIn }: Sources): Promise<DataExport> {
  const read = (client: AccountClient, proof?: LayerProof) => new Collection(client, offered, proof).read();
  const canProve = person.account.hasSecurityVerificationMethod !== false || (canSignIn && offered.length > 0);
  const found = await (canProve ? person.readGuarded('dataExport', read) : read(person.client));
  const createdAt = new Date().toISOString();
  return { format: 'logto-data-export', version: 1, createdAt, endpoint: person.endpoint, ...found };
}

/** One part after the other, so that a layer which counts requests is not asked for everything at once. */
class Collection {
  readonly #data: DataExport['data'] = {};
  readonly #missing: MissingData[] = [];
  #account: Promise<Account> | undefined;

  constructor(
    private readonly client: AccountClient,
    private readonly offered: readonly string[],
    private readonly proof: LayerProof | undefined,
  ) {}

  async read(): Promise<Pick<DataExport, 'data' | 'missing'>> {
    for (const part of Object.keys(nameInLayer) as DataPart[]) await this.#take(part);
    return { data: this.#data, missing: this.#missing };
  }

  async #take(part: DataPart) {
    try {
      const data = await this.#read(part);
      if (data === undefined) this.#missing.push({ part, reason: 'unavailable' });
      else this.#data[part] = data;
    } catch (cause) {
      const error = AccountError.from(cause);
      if (part === 'account' || endsAll.includes(error.kind) || error.code === 'sign_in.not_recent') throw error;
      this.#missing.push({ part, reason: isUnavailable(error) ? 'unavailable' : 'failed' });
    }
  }

  /** `undefined` where there is nobody to ask. */
  async #read(part: DataPart): Promise<unknown> {
    const { client, proof } = this;
    const record = typeof proof === 'string' ? proof : undefined; // Logto itself takes nothing else
    const name = nameInLayer[part];
    if (proof && this.offered.includes(name)) return getDataPart(client, name, proof);
    switch (part) {
      case 'account':
        return this.#readAccount();
      case 'identities':
        return identityData(await this.#own);
      case 'factors':
        return (await getMfaVerifications(client)).map(factorData);
      case 'sessions':
        return record && (await getSessions(client, record)).map(sessionData);
      case 'grants':
        return record && (await getThirdPartyGrants(client, record)).map(grantData);
      default:
        return undefined;
    }
  }

  async #readAccount() {
    const part = 'account';
    const data = accountData(await this.#own);
    const fields = accountFields.filter((field) => !(field in data));
    if (fields.length > 0) this.#missing.push({ part, fields, reason: 'unavailable' });
    return data;
  }

  /** As Logto's Account API has it, asked once. */
  get #own(): Promise<Account> {
    return (this.#account ??= getAccount(this.client));
  }
}
