import type { Account } from '../api/account.js';

/** A way to prove who one is: Logto takes a password, or a code sent to the user's own address. */
export type VerificationMethod =
  | { type: 'password' }
  /** `value` is absent when Logto keeps it back: the user has to type it. A phone is digits only, country code first. */
  | { type: 'email' | 'phone'; value?: string };

/**
 * The methods that work for this user, the easiest first. Empty when there is none: then Logto refuses every guarded
 * action but a first password and social accounts, until the user has set one.
 *
 * A tenant may hide password, email and phone and still take them. Then every hidden one is offered, and the user types
 * the address.
 */
export function verificationMethods(account: Account): VerificationMethod[] {
  const { hasPassword, primaryEmail, primaryPhone, hasSecurityVerificationMethod } = account;
  const visible: VerificationMethod[] = [
    ...(hasPassword ? [{ type: 'password' } as const] : []),
    ...(primaryEmail ? [{ type: 'email', value: primaryEmail } as const] : []),
    ...(primaryPhone ? [{ type: 'phone', value: primaryPhone } as const] : []),
  ];
  if (visible.length > 0 || hasSecurityVerificationMethod === false) return visible;
  return [
    ...(hasPassword === undefined ? [{ type: 'password' } as const] : []),
    ...(primaryEmail === undefined ? [{ type: 'email' } as const] : []),
    ...(primaryPhone === undefined ? [{ type: 'phone' } as const] : []),
  ];
}
