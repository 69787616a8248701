import { Problem } from './problem.js';
import { ShortMemory } from './short-memory.js';
import type { ReliableStore } from './store.js';

interface RateLimitOptions {
  /** Where the instances tell each other; each counts by itself without. */
  store: ReliableStore | undefined;
  requestsPerMinute: number;
  now: () => number;
  onError: (error: unknown) => void;
}

/** What one person has asked for in one minute. */
interface Count {
  /** What the store knows of. */
  known: number;
  /** What it has not been told yet. */
  untold: number;
  tellAt: number;
}

const seconds = 60;

/** Milliseconds between two writes about the same person: Workers KV takes one a second. */
const pause = 5000;

/** Milliseconds for which a request waits for the store. */
const patience = 1000;

/**
 * Counts what one person asks for in a minute, in memory, and tells the other instances every few seconds. A store that
 * fails refuses nobody: then each instance counts by itself.
 */
export function rateLimit({ store, requestsPerMinute, now, onError }: RateLimitOptions) {
  const counts = new ShortMemory<Count>(now, 20_000);
  let silentUntil = -Infinity;

  async function tell(key: string, count: Count, shared: ReliableStore): Promise<void> {
    count.tellAt = now() + pause;
    try {
      // An older number than the one that was written may come back.
      count.known = Math.max(count.known, Number((await shared.get(key, patience)) ?? 0) || 0);
      const told = count.untold;
      await shared.set(key, String(count.known + told), { ttl: 2 * seconds, limit: patience });
      count.known += told;
      count.untold -= told;
    } catch (error) {
      if (now() < silentUntil) return;
      silentUntil = now() + seconds * 1000;
      onError(error);
    }
  }

  return async (personId: string): Promise<void> => {
    const minute = Math.floor(now() / 1000 / seconds);
    const key = `rate:${personId}:${minute}`;
    const count = counts.get(key) ?? { known: 0, untold: 0, tellAt: -Infinity };
    counts.set(key, count, (minute + 1) * seconds * 1000);
    const isTooMuch = count.known + count.untold >= requestsPerMinute;
    if (!isTooMuch) count.untold++;
    if (store && count.untold > 0 && now() >= count.tellAt) await tell(key, count, store);
    // Only then is it known what the others have counted; this request is in it.
    if (!isTooMuch && count.known + count.untold - 1 < requestsPerMinute) return;
    const retryAfter = Math.max(1, Math.ceil((minute + 1) * seconds - now() / 1000));
    throw new Problem('request.rate_limited', { retryAfter });
  };
}
