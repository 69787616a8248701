import { sha256 } from './hash.js';
import type { FreshSignIns } from './fresh-sign-ins.js';
import type { AskLogto } from './logto.js';
import { isPermissionRecord } from './permission-records.js';
import type { Visitor } from './person.js';
import { Problem } from './problem.js';
import type { ReliableStore } from './store.js';
import { ShortMemory } from './short-memory.js';

/** Seconds after which no proof is good any more: Logto's records live for ten minutes, with or without being used. */
const lifetime = 900;

interface Proving {
  request: Request;
  token: string;
  applicationId: string;
  visitor: Visitor;
  signal: AbortSignal;
}

/** Finds out whether the person is there now. */
export class Proofs {
  readonly #claimed: ShortMemory<true>;

  constructor(
    private readonly options: { ask: AskLogto; freshSignIns: FreshSignIns; store: ReliableStore; now: () => number },
  ) {
    this.#claimed = new ShortMemory(options.now);
  }

  /** A name for the proof that came with the request, or a `Problem` that says which one is wanted. */
  async check({ request, token, applicationId, visitor, signal }: Proving): Promise<string> {
    const { ask, freshSignIns } = this.options;
    const { headers } = request;
    if (visitor.hasMethod) {
      const id = headers.get('logto-verification-id');
      if (!(await isPermissionRecord(ask, token, id, signal))) throw denied(visitor);
      return `record:${await sha256(id ?? '')}`;
    }
    const who = { id: visitor.id, applicationId };
    const time = await freshSignIns.timeOf(headers.get('logto-id-token'), who, signal);
    if (time === undefined) throw denied(visitor);
    return `sign-in:${await sha256(`${visitor.id} ${time}`)}`;
  }

  /** Takes a proof for good: it counts once, also when what it was for fails. */
  async use(proof: string, visitor: Visitor, signal: AbortSignal): Promise<void> {
    const { store, now } = this.options;
    const key = `proof:${proof}`;
    // At once, before anything is waited for: two requests may come together.
    if (this.#claimed.get(key)) throw denied(visitor);
    this.#claimed.set(key, true, now() + lifetime * 1000);
    const isUsed = await store.get(key, signal);
    if (isUsed !== undefined && isUsed !== null) throw denied(visitor);
    await store.set(key, 'used', { ttl: lifetime, limit: signal });
  }
}

const denied = ({ hasMethod }: Visitor) =>
  hasMethod
    ? new Problem('verification_record.permission_denied', { proof: 'permission-record' })
    : new Problem('sign_in.not_recent', { proof: 'fresh-sign-in' });
