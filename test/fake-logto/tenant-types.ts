import type { SocialSignIn, VerificationRecord } from './record-types.js';
import type { ManagementData } from './management/data.js';
import type { Grant, Session } from './session-types.js';
import type { User } from './users.js';

export type Access = 'Off' | 'ReadOnly' | 'Edit';

/** The toggles of the account center. */
export type Field =
  | 'name'
  | 'avatar'
  | 'profile'
  | 'email'
  | 'phone'
  | 'password'
  | 'username'
  | 'social'
  | 'customData'
  | 'mfa'
  | 'passkey'
  | 'session'
  | 'trustedDevice';

/** The account center's settings, just as `/api/.well-known/account-center` tells them. */
export interface AccountCenter {
  tenantId: string;
  id: string;
  enabled: boolean;
  /** A missing field is `Off`, except that `passkey` then follows `mfa`. */
  fields: { [field in Field]?: Access };
  webauthnRelatedOrigins: string[];
  deleteAccountUrl: string | null;
  customCss: string | null;
  profileFields: { name: string }[];
}

/** The second factors of a tenant. Codes by email and SMS go to the user's existing addresses. */
export type MfaFactor = 'Totp' | 'WebAuthn' | 'BackupCode' | 'EmailVerificationCode' | 'PhoneVerificationCode';

/** When users are asked for a second factor, or to set one up. */
export type MfaPolicy =
  | 'UserControlled'
  | 'PromptOnlyAtSignIn'
  | 'PromptAtSignInAndSignUp'
  | 'NoPrompt'
  | 'Mandatory'
  | 'PromptAtSignInAndSignUpMandatory'
  | 'PromptOnlyAtSignInMandatory';

/** The sign-in settings, just as `/api/.well-known/sign-in-exp` tells them. Typed where the API depends on them. */
export interface SignInExperience {
  passwordPolicy: {
    length: { min: number; max: number };
    characterTypes: { min: number };
    rejects: { pwned: boolean; repetitionAndSequence: boolean; userInfo: boolean; words: string[] };
  };
  usernamePolicy: { minLength: number; maxLength: number; [rule: string]: unknown };
  mfa: { factors: MfaFactor[]; policy: MfaPolicy };
  passkeySignIn: { enabled?: boolean };
  /** Wrong passwords or codes until the lock (100 when unset), and its minutes (60 when unset). */
  sentinelPolicy: { maxAttempts?: number; lockoutDuration?: number };
  /** Seconds a code is valid (600 when unset), and wrong codes until it is not (10 when unset). */
  verificationCodePolicy: { expirationDuration?: number; maxRetryAttempts?: number };
  socialConnectors: { id: string; target: string; name?: Record<string, string>; [key: string]: unknown }[];
  [key: string]: unknown;
}

/** A connector behind the scenes; what pages see of social ones is in the sign-in experience. */
export interface Connector {
  id: string;
  type: 'Social' | 'Email' | 'Sms';
  /** What an email or SMS connector has words for; by default for everything. */
  templates?: string[];
  /** Social ones: where the browser is sent, with these parameters besides state, redirect_uri and scope. */
  authorizationEndpoint?: string;
  parameters?: Record<string, string>;
  scope?: string;
  /** Resolves a code at the provider. Without it, the callback itself contains the account. */
  redeem?: (code: string, redirectUri: string) => SocialSignIn | undefined;
}

export interface Application {
  id: string;
  name: string;
  /** `SPA` when not given. */
  type?: 'SPA' | 'Traditional' | 'Native';
  isThirdParty: boolean;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  /** Origins that may ask for tokens, besides those of the redirect URIs. */
  corsAllowedOrigins?: string[] | undefined;
  description?: string | null;
  /** What else is set at it. */
  moreSettings?: { alwaysIssueRefreshToken?: boolean; refreshTokenTtlInDays?: number };
  /** Whether not everybody may sign in with it. */
  isAccessLimited?: boolean;
}

export interface AccessToken {
  userId: string;
  scopes: string[];
  applicationId: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  sessionUid?: string;
  /** The actor on behalf of the user, if there is one. */
  act?: string;
  /** The token is valid as long as this grant is among the tenant's. */
  grantId?: string;
}

/**
 * Which Logto it is: the last release, or what is being written for the next one. Only the latter refuses what third-party
 * applications want to change, and has trusted devices, behind its development features.
 */
export type Release = '1.42.0' | 'main';

/** Everything one tenant consists of. Plain data: tests and stories change it as they like, at any time. */
export interface Tenant {
  accountCenter: AccountCenter;
  signInExperience: SignInExperience;
  connectors: Connector[];
  applications: Application[];
  users: User[];
  accessTokens: Record<string, AccessToken>;
  sessions: Session[];
  grants: Grant[];
  verificationRecords: VerificationRecord[];
  /** Wrong passwords and codes of late, by who or what they were tried on. */
  failedAttempts: Record<string, { count: number; lockedUntil?: number }>;
  emailBlocklist: { customBlocklist: string[]; blockSubaddressing: boolean };
  /** Uploaded avatars by path, or `undefined` when the tenant has no storage provider. */
  storage: Record<string, Blob> | undefined;
  /** What only the Management API knows. */
  management: ManagementData;
  environment: 'production' | 'development';
  devFeatures: boolean;
  release: Release;
}
