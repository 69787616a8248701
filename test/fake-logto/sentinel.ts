import { ApiError } from './errors.js';
import type { Call } from './router.js';

/** Checks a secret, and locks the user out for a while after too many wrong ones, like Logto's sentinel. */
export function guardAttempt(call: Call, key: string, attempt: () => void): void {
  const { tenant, now } = call;
  const { maxAttempts = 100, lockoutDuration = 60 } = tenant.signInExperience.sentinelPolicy;
  const failures = (tenant.failedAttempts[key] ??= { count: 0 });
  if (failures.lockedUntil && failures.lockedUntil <= now)
    Object.assign(failures, { count: 0, lockedUntil: undefined });
  if (failures.lockedUntil) throw lockedOut(failures.lockedUntil - now);
  try {
    attempt();
    failures.count = 0;
  } catch (error) {
    failures.count += 1;
    if (failures.count < maxAttempts) throw error;
    failures.lockedUntil = now + lockoutDuration * 60 * 1000;
    throw lockedOut(lockoutDuration * 60 * 1000);
  }
}

/** Only the message contains how long it will take. */
const lockedOut = (milliseconds: number) =>
  new ApiError('session.verification_blocked_too_many_attempts', {
    values: { minutes: Math.ceil(milliseconds / 60_000) },
  });
