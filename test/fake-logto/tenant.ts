import { defaultAccountCenter } from './account-center.js';
import { defaultManagementData, type ManagementData } from './management/data.js';
import type { Grant, Session } from './session-types.js';
import { defaultSignInExperience } from './sign-in-experience.js';
import { defaultApplications, defaultConnectors, defaultSignIns } from './tenant-defaults.js';
import type { AccountCenter, Application, Connector, Release, SignInExperience, Tenant } from './tenant-types.js';
import { adaLovelace, charlesBabbage, type User } from './users.js';

/** How a tenant differs from the default one. */
export interface FakeLogtoOptions {
  /** Whether the account center is switched on. */
  enabled?: boolean;
  /** On top of the default, in which everything may be edited. To unset one, take it out of the tenant's. */
  fields?: AccountCenter['fields'];
  profileFields?: AccountCenter['profileFields'];
  webauthnRelatedOrigins?: string[];
  deleteAccountUrl?: string | null;
  /** On top of the default, key by key. */
  signInExperience?: Partial<SignInExperience>;
  /** The same for the second factors that it offers, and its policy. */
  mfa?: Partial<SignInExperience['mfa']>;
  /** Instead of the default ones. */
  users?: User[];
  applications?: Application[];
  connectors?: Connector[];
  sessions?: Session[];
  grants?: Grant[];
  emailBlocklist?: Partial<Tenant['emailBlocklist']>;
  /** Overrides of the default, key by key: organizations, tokens, audit log. */
  management?: Partial<ManagementData>;
  /** Whether the tenant can store avatars. */
  storage?: boolean;
  /** In production, Logto lets no other origin read `/api/.well-known/*`. */
  environment?: Tenant['environment'];
  /** The version of Logto; `main` by default. */
  release?: Release;
  /** Whether trusted devices exist, where this Logto knows them. */
  devFeatures?: boolean;
  /** Milliseconds since 1970. */
  clock?: () => number;
}

/** The tenant of the demo, and of each test that does not say otherwise. */
export function aTenant(options: FakeLogtoOptions = {}): Tenant {
  const accountCenter = defaultAccountCenter();
  const signInExperience = { ...defaultSignInExperience(), ...options.signInExperience };
  const users = options.users ?? [adaLovelace(), charlesBabbage()];
  const applications = options.applications ?? defaultApplications();
  const now = options.clock?.() ?? Date.now();
  const signIns = defaultSignIns(users[0], applications, now);
  return {
    accountCenter: {
      ...accountCenter,
      enabled: options.enabled ?? true,
      fields: { ...accountCenter.fields, ...options.fields },
      profileFields: options.profileFields ?? accountCenter.profileFields,
      webauthnRelatedOrigins: options.webauthnRelatedOrigins ?? accountCenter.webauthnRelatedOrigins,
      deleteAccountUrl:
        options.deleteAccountUrl === undefined ? accountCenter.deleteAccountUrl : options.deleteAccountUrl,
    },
    signInExperience: { ...signInExperience, mfa: { ...signInExperience.mfa, ...options.mfa } },
    connectors: options.connectors ?? defaultConnectors(),
    applications,
    users,
    accessTokens: {},
    sessions: options.sessions ?? signIns.sessions,
    grants: options.grants ?? signIns.grants,
    verificationRecords: [],
    failedAttempts: {},
    emailBlocklist: { customBlocklist: ['@blocked.example'], blockSubaddressing: false, ...options.emailBlocklist },
    storage: (options.storage ?? true) ? {} : undefined,
    management: { ...defaultManagementData(users[0], now), ...options.management },
    environment: options.environment ?? 'production',
    devFeatures: options.devFeatures ?? false,
    release: options.release ?? 'main',
  };
}
