import type { Account, AccountProfile } from '../../src/api/account.js';
import { httpUrl } from '../../src/text/http-url.js';
import { nonBlank } from '../../src/untrusted.js';

/**
 * The person who is signed in, for a page that shows them itself: a frozen copy, without ids, secrets and what the tenant
 * keeps for itself. What the tenant has switched off, and what is not set, is `undefined`.
 */
export interface PublicAccount {
  readonly username: string | undefined;
  readonly name: string | undefined;
  /** An http or https URL. */
  readonly avatar: string | undefined;
  readonly primaryEmail: string | undefined;
  /** Digits with the country code, as Logto keeps it. */
  readonly primaryPhone: string | undefined;
  /** The standard OIDC claims, in Logto's spelling. */
  readonly profile: Readonly<AccountProfile>;
}

export function publicAccount({ username, name, avatar, primaryEmail, primaryPhone, profile }: Account): PublicAccount {
  const address = textsIn(profile?.address);
  const hasAddress = Object.keys(address).length > 0;
  return Object.freeze({
    username: nonBlank(username),
    name: nonBlank(name),
    avatar: httpUrl(avatar),
    primaryEmail: nonBlank(primaryEmail),
    primaryPhone: nonBlank(primaryPhone),
    profile: Object.freeze({ ...textsIn(profile), ...(hasAddress && { address: Object.freeze(address) }) }),
  });
}

/** Checked at run time: the server's word for a name is not always text. */
const textsIn = (record: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Object(record) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => nonBlank(entry[1]) !== undefined,
    ),
  );
