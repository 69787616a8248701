import { newId } from './ids.js';
import type { SocialTokens, SocialUserInfo, WebAuthnCredential } from './record-types.js';

export type Address = {
  [part in 'formatted' | 'streetAddress' | 'locality' | 'region' | 'postalCode' | 'country']?: string;
};

/** The standard claims that Logto keeps in `profile`. */
export const profileClaims = [
  'familyName',
  'givenName',
  'middleName',
  'nickname',
  'preferredUsername',
  'profile',
  'website',
  'gender',
  'birthdate',
  'zoneinfo',
  'locale',
] as const;

export type Profile = { [claim in (typeof profileClaims)[number]]?: string } & { address?: Address };

export type MfaVerification = { id: string; createdAt: string; lastUsedAt?: string } & (
  | { type: 'Totp'; key: string }
  | { type: 'BackupCode'; codes: { code: string; usedAt?: string }[] }
  | ({ type: 'WebAuthn'; name?: string } & WebAuthnCredential)
);

export interface TrustedDevice {
  id: string;
  userAgent: string | null;
  country: string | null;
  city: string | null;
  createdAt: number;
  lastUsedAt: number | null;
  expiresAt: number;
}

/** A user, password included: the stand-in has no secrets. */
export interface User {
  id: string;
  username: string | null;
  primaryEmail: string | null;
  primaryPhone: string | null;
  password: string | null;
  name: string | null;
  avatar: string | null;
  profile: Profile;
  customData: Record<string, unknown>;
  /** By target, e.g. `google`. */
  identities: Record<string, { userId: string; details?: SocialUserInfo }>;
  /** Enterprise SSO. Logto has them and yet never tells them in `/my-account`. */
  ssoIdentities: unknown[];
  /** Providers' tokens by target. */
  socialTokens: Record<string, SocialTokens>;
  mfaVerifications: MfaVerification[];
  logtoConfig: {
    mfa: { enabled?: boolean; skipped?: boolean; skipMfaOnSignIn?: boolean };
    passkeySignIn: { skipped?: boolean };
  };
  trustedDevices: TrustedDevice[];
  applicationId: string | null;
  isSuspended: boolean;
  lastSignInAt: number | null;
  createdAt: number;
  updatedAt: number;
}

const september2026 = Date.UTC(2026, 8, 1);

/** A user with nothing but a username, and what you say. */
export function aUser(overrides: Partial<User> = {}): User {
  const id = overrides.id ?? newId(12);
  return {
    id,
    username: `user_${id}`,
    primaryEmail: null,
    primaryPhone: null,
    password: null,
    name: null,
    avatar: null,
    profile: {},
    customData: {},
    identities: {},
    ssoIdentities: [],
    socialTokens: {},
    mfaVerifications: [],
    logtoConfig: { mfa: {}, passkeySignIn: {} },
    trustedDevices: [],
    applicationId: null,
    isSuspended: false,
    lastSignInAt: september2026,
    createdAt: september2026,
    updatedAt: september2026,
    ...overrides,
  };
}

/** The id of the demo user, the first one of a default tenant. */
export const ada = 'ada1815love1';

/** The demo user: has a bit of everything that a user can have without a second factor. */
export function adaLovelace(): User {
  return aUser({
    id: ada,
    username: 'ada',
    primaryEmail: 'ada@example.com',
    primaryPhone: '12025550123',
    password: 'Walnut-Lamp!73',
    name: 'Ada Lovelace',
    profile: {
      givenName: 'Ada',
      familyName: 'Lovelace',
      nickname: 'Ada',
      gender: 'female',
      birthdate: '1815-12-10',
      website: 'https://ada.example.com',
      locale: 'en-GB',
      address: {
        formatted: '12 St James’s Square\nLondon\nSW1Y 4LB\nGB',
        streetAddress: '12 St James’s Square',
        locality: 'London',
        postalCode: 'SW1Y 4LB',
        country: 'GB',
      },
    },
    customData: {
      jobTitle: 'Mathematician',
      teamSize: 2,
      newsletter: true,
      plan: 'pro',
      badge: 'AB-1843',
      // Nothing to do with the account center: an integrator's own, which no save may lose.
      internalNotes: { theme: 'dark', seenTour: true },
    },
  });
}

/** Another user, whose username, email and phone are taken. */
export function charlesBabbage(): User {
  return aUser({
    id: 'char1791babb',
    username: 'charles',
    primaryEmail: 'charles@example.com',
    primaryPhone: '12025550124',
    password: 'Engine-Room!42',
    name: 'Charles Babbage',
    identities: { github: { userId: 'cbabbage', details: { id: 'cbabbage', name: 'Charles Babbage' } } },
  });
}
