import type { AccountClient } from './account-client.js';
import { expectShape } from './response-shape.js';

/** The `address` claim of OIDC, in Logto's spelling. */
interface AccountAddress {
  formatted?: string;
  streetAddress?: string;
  locality?: string;
  region?: string;
  postalCode?: string;
  country?: string;
}

/** The standard OIDC claims that Logto keeps apart from name and avatar. All are text. */
export interface AccountProfile {
  familyName?: string;
  givenName?: string;
  middleName?: string;
  nickname?: string;
  preferredUsername?: string;
  profile?: string;
  website?: string;
  gender?: string;
  birthdate?: string;
  zoneinfo?: string;
  locale?: string;
  address?: AccountAddress;
}

/** A social account that is linked to this one. */
export interface SocialIdentity {
  userId: string;
  details?: { name?: string; email?: string; avatar?: string; [detail: string]: unknown };
}

/**
 * The signed-in user. Logto leaves a key out when its toggle is `Off` or its scope was not granted; a value that is
 * readable and empty is `null`.
 */
export interface Account {
  id: string;
  username?: string | null;
  name?: string | null;
  avatar?: string | null;
  primaryEmail?: string | null;
  primaryPhone?: string | null;
  profile?: AccountProfile;
  customData?: Record<string, unknown>;
  /** By target, e.g. `github`. */
  identities?: Record<string, SocialIdentity>;
  hasPassword?: boolean;
  /** Whether there is a password, email or phone to prove the user's identity with. */
  hasSecurityVerificationMethod?: boolean;
  /** Milliseconds since 1970. Absent when the scope `profile` was not granted. */
  createdAt?: number;
  /** The same for the last change. */
  updatedAt?: number;
  lastSignInAt?: number | null;
  /** Where the user registered. */
  applicationId?: string | null;
}

/** `GET /my-account` */
export const getAccount = async (client: AccountClient, signal?: AbortSignal): Promise<Account> =>
  asAccount(await client.send<unknown>({ method: 'GET', path: 'my-account', signal }));

export interface AccountPatch {
  /** `null` removes it. At most 128 characters. */
  name?: string | null;
  /** An absolute URL of at most 2048 characters; `null` removes it. */
  avatar?: string | null;
  /** `null` removes it. Needs a permission record. */
  username?: string | null;
  /** Replaces the whole object: merge into fresh data first. */
  customData?: Record<string, unknown>;
}

/** `PATCH /my-account`: gives the account as it is now. */
export const patchAccount = async (client: AccountClient, patch: AccountPatch, verification?: string) =>
  asAccount(await client.send<unknown>({ method: 'PATCH', path: 'my-account', json: patch, verification }));

/**
 * `PATCH /my-account/profile`: gives the profile as it is now. Keys that are left out stay as they are, `address` is
 * replaced whole, and `''` clears a claim.
 */
export const patchProfile = async (client: AccountClient, patch: AccountProfile): Promise<AccountProfile> =>
  asProfile(await client.send<unknown>({ method: 'PATCH', path: 'my-account/profile', json: patch }));

/** `POST /my-account/user-assets/avatar`: stores the image and gives its URL, which is not yet the user's avatar. */
export const uploadAvatar = (client: AccountClient, file: File) => {
  const form = new FormData();
  form.set('file', file);
  return client.send<{ url: string }>({
    method: 'POST',
    path: 'my-account/user-assets/avatar',
    form,
    timeout: 120_000, // megabytes over a slow uplink
  });
};

const asAccount = (body: unknown) => expectShape<Account>(body, ({ id }) => typeof id === 'string');

const asProfile = (body: unknown) => expectShape<AccountProfile>(body, (profile) => !Array.isArray(profile));
