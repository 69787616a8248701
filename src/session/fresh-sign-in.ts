import type { FreshSignIn } from '../api/layer-proof.js';
import type { Session } from './session.js';
import { claimsOf } from './stored-session.js';

/** Seconds for which `accountHandler` takes a sign-in as proof. */
const fresh = 300;

/**
 * The ID token of this user's last sign-in, if that was a moment ago. The layer checks it: this only spares the user a
 * refusal. A renewed ID token repeats the time of the sign-in.
 */
export async function freshSignIn({ getIdToken }: Session, userId: string): Promise<FreshSignIn | undefined> {
  const idToken = await getIdToken?.();
  if (!idToken) return undefined;
  const { sub, auth_time: signedInAt } = claimsOf(idToken) ?? {};
  if (sub !== userId || typeof signedInAt !== 'number') return undefined;
  return Date.now() / 1000 - signedInAt < fresh ? { idToken } : undefined;
}
