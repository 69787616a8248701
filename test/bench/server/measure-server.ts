import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { accountHandler, type AccountHandler } from '../../../src/server/index.js';
import { aUser, FakeLogto } from '../../fake-logto/fake-logto.js';
import { aSignInLog, managementApplication } from '../../fake-logto/management/data.js';

/** What is asked of the layer. */
export type Kind = 'read' | 'guarded read';

/** What came of many requests. */
export interface Served {
  perSecond: number;
  /** Milliseconds below which 95 of 100 answers came. */
  p95: number;
  /** Requests to Logto for each one. */
  asked: number;
}

interface Person {
  token: string;
  proof: string;
}

const endpoint = 'https://tenant.example';
const page = 'https://app.example/account-api';

/** A handler in front of a stand-in in the same process: nothing but work takes time. */
export class Layer {
  readonly people: Person[];
  readonly #logto: FakeLogto;
  readonly #handle: AccountHandler;
  readonly #fetch = globalThis.fetch;

  constructor(count: number) {
    const users = Array.from({ length: count }, (_, index) => aUser({ username: `user${index}`, password: 'x' }));
    this.#logto = new FakeLogto({ users, sessions: [], grants: [] });
    const { tenant } = this.#logto;
    tenant.management.logs = [aSignInLog(users[0]?.id ?? '')];
    this.people = users.map(({ id: userId }, index) => {
      const proof = `proof${String(index).padStart(16, '0')}`;
      const expiresAt = Date.now() + 3600_000;
      tenant.verificationRecords.push({ id: proof, type: 'Password', userId, verified: true, expiresAt });
      return { token: this.#logto.issueToken(userId), proof };
    });
    globalThis.fetch = async (input, init) => {
      // Over a network, too, others get their turn in between.
      await new Promise((resolve) => setImmediate(resolve));
      return this.#logto.fetch(new Request(input, init));
    };
    this.#handle = accountHandler({
      endpoint,
      appId: 'demo-app',
      management: { appId: managementApplication.id, appSecret: managementApplication.secret },
      enable: { personalAccessTokens: true, signInHistory: true },
      requestsPerMinute: 1e9,
    });
  }

  /** So many requests, of which as many at a time as there are people. */
  async serve(kind: Kind, requests: number, people = this.people.length): Promise<Served> {
    await Promise.all(this.people.slice(0, people).map((person) => this.#ask(kind, person)));
    const times: number[] = [];
    this.#logto.requests.length = 0;
    let [left, asked] = [requests, 0];
    const startedAt = performance.now();
    const work = this.people.slice(0, people).map(async (person) => {
      while (left-- > 0) {
        const askedAt = performance.now();
        await this.#ask(kind, person);
        times.push(performance.now() - askedAt);
        asked += this.#logto.requests.splice(0).length;
      }
    });
    await Promise.all(work);
    const seconds = (performance.now() - startedAt) / 1000;
    times.sort((one, other) => one - other);
    return {
      perSecond: times.length / seconds,
      p95: times[Math.floor(times.length * 0.95)] ?? NaN,
      asked: asked / times.length,
    };
  }

  /** One request of each of these people, at once. */
  async askOnce(kind: Kind, from: number, to: number): Promise<void> {
    await Promise.all(this.people.slice(from, to).map((person) => this.#ask(kind, person)));
    this.#logto.requests.length = 0;
  }

  close(): void {
    globalThis.fetch = this.#fetch;
  }

  async #ask(kind: Kind, { token, proof }: Person): Promise<void> {
    const path = kind === 'read' ? '/personal-access-tokens' : '/sign-in-history';
    const headers = { authorization: `Bearer ${token}`, 'logto-verification-id': proof };
    const response = await this.#handle(new Request(page + path, { headers }));
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is left in memory, in bytes. */
export function heap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
