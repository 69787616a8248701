import { Problem } from './problem.js';
import { ShortMemory } from './short-memory.js';
import { withinTime } from './within-time.js';

/**
 * Where several instances of your server share what one of them has seen: which proofs have been used, and how often
 * somebody has asked. A storage of `unstorage` fits as it is; for Redis and Workers KV it is a line each. Redis is better for
 * proofs: what is written to KV reaches other places up to a minute later.
 *
 * @example
 * const store = {
 *   get: (key) => redis.get(key),
 *   set: (key, value, { ttl }) => redis.set(key, value, { EX: ttl }),
 * };
 */
export interface AccountStore {
  /** What was kept under this key, and nothing when there is nothing. */
  get(key: string): unknown;
  /** Keeps a short text for `ttl` seconds; longer does no harm. No personal data is in key or value. */
  set(key: string, value: string, options: { ttl: number }): unknown;
}

/** The store of a handler that was given none. */
export function memoryStore(now: () => number): AccountStore {
  // As many as fit into a few megabytes: to push a used proof out, somebody needs that many proofs within minutes.
  const memory = new ShortMemory<string>(now, 20_000);
  return {
    get: (key) => memory.get(key),
    set: (key, value, { ttl }) => memory.set(key, value, now() + ttl * 1000),
  };
}

/** The same store, with a `Problem` instead of whatever it throws, and when it does not answer in time. */
export function reliably(store: AccountStore): Required<{
  get(key: string, limit: AbortSignal | number): Promise<unknown>;
  set(key: string, value: string, options: { ttl: number; limit: AbortSignal | number }): Promise<void>;
}> {
  const failed = (cause: unknown) => new Problem('store.unavailable', {}, { cause });
  const late = () => failed(new Error('The store did not answer in time.'));
  return {
    async get(key, limit) {
      try {
        return await withinTime(store.get(key), limit, late);
      } catch (cause) {
        throw cause instanceof Problem ? cause : failed(cause);
      }
    },
    async set(key, value, { ttl, limit }) {
      try {
        await withinTime(store.set(key, value, { ttl }), limit, late);
      } catch (cause) {
        throw cause instanceof Problem ? cause : failed(cause);
      }
    },
  };
}

export type ReliableStore = ReturnType<typeof reliably>;

/** Platforms that run the same code many times side by side, by what they leave in the environment. */
const variables = [
  'AWS_LAMBDA_FUNCTION_NAME',
  'VERCEL',
  'NETLIFY',
  'K_SERVICE',
  'FUNCTIONS_WORKER_RUNTIME',
  'DENO_DEPLOYMENT_ID',
  'KUBERNETES_SERVICE_HOST',
  'FLY_APP_NAME',
];

/** Whether what is in memory here is not in the memory that the next request may meet. */
export function hasManyInstances(): boolean {
  const { process, navigator } = globalThis as {
    process?: { env?: Record<string, string | undefined> };
    navigator?: { userAgent?: string };
  };
  return navigator?.userAgent === 'Cloudflare-Workers' || variables.some((name) => Boolean(process?.env?.[name]));
}
