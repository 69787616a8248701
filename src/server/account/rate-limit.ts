import { Problem } from './problem.js';
import type { ReliableStore } from './store.js';

const seconds = 60;

/** Counts what one person asks for in a minute. Two requests at once may count as one: that is no matter here. */
export function rateLimit(store: ReliableStore, requestsPerMinute: number, now: () => number) {
  return async (personId: string): Promise<void> => {
    const minute = Math.floor(now() / 1000 / seconds);
    const key = `rate:${personId}:${minute}`;
    const count = Number((await store.get(key)) ?? 0) || 0;
    if (count >= requestsPerMinute) {
      const retryAfter = Math.max(1, Math.ceil((minute + 1) * seconds - now() / 1000));
      throw new Problem('request.rate_limited', { retryAfter });
    }
    await store.set(key, String(count + 1), { ttl: 2 * seconds });
  };
}
