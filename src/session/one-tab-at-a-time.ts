import { patience } from './time-limit.js';

/**
 * Logto takes a refresh token once, and revokes everything when it comes twice: as it would, from two tabs at once. So
 * what reads and writes the stored tokens does it alone. A lock that is not given is not waited for without end.
 */
export async function oneTabAtATime<Result>(appId: string, use: () => Promise<Result>): Promise<Result> {
  // Only secure contexts have locks, and only there Logto's SDK can sign in.
  if (!('locks' in navigator)) return use();
  return navigator.locks.request(`logto:${appId}`, { signal: AbortSignal.timeout(patience) }, use);
}
