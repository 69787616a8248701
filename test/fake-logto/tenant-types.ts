import type { User } from './users.js';
import type { VerificationRecord } from './record-types.js';

export type Access = 'Off' | 'ReadOnly' | 'Edit';

/** What the account center can switch, one by one. */
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

export type MfaFactor = 'Totp' | 'WebAuthn' | 'BackupCode';

/** The sign-in settings, just as `/api/.well-known/sign-in-exp` tells them. Typed where the API depends on them. */
export interface SignInExperience {
  passwordPolicy: {
    length: { min: number; max: number };
    characterTypes: { min: number };
    rejects: { pwned: boolean; repetitionAndSequence: boolean; userInfo: boolean; words: string[] };
  };
  usernamePolicy: { minLength: number; maxLength: number; [rule: string]: unknown };
  mfa: { factors: MfaFactor[]; policy: string };
  /** Wrong passwords or codes until the lock (100 when unset), and its minutes (60 when unset). */
  sentinelPolicy: { maxAttempts?: number; lockoutDuration?: number };
  /** Seconds a code is valid (600 when unset), and wrong codes until it is not (10 when unset). */
  verificationCodePolicy: { expirationDuration?: number; maxRetryAttempts?: number };
  socialConnectors: { id: string; target: string; [key: string]: unknown }[];
  [key: string]: unknown;
}

/** A connector behind the scenes; what pages see of social ones is in the sign-in experience. */
export interface Connector {
  id: string;
  type: 'Social' | 'Email' | 'Sms';
  /** Social ones: where the browser is sent, with these parameters besides state, redirect_uri and scope. */
  authorizationEndpoint?: string;
  parameters?: Record<string, string>;
  scope?: string;
}

export interface Application {
  id: string;
  name: string;
  isThirdParty: boolean;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
}

export interface AccessToken {
  userId: string;
  scopes: string[];
  applicationId: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  sessionUid?: string;
  /** The token is valid as long as this grant is among the tenant's. */
  grantId?: string;
}

/** A sign-in in some browser, in the shape in which the API tells it (without `isCurrent`). */
export interface Session {
  payload: {
    exp: number;
    iat: number;
    jti: string;
    uid: string;
    kind: 'Session';
    loginTs: number;
    accountId: string;
    /** Missing as long as no application has been let in. */
    authorizations?: Record<string, { sid: string; grantId: string; persistsLogout?: boolean }>;
  };
  lastSubmission: Record<string, unknown>;
  clientId: string;
  accountId: string;
  expiresAt: number;
}

/** What a user allowed an application, in the shape in which the API tells it (without `application`). */
export interface Grant {
  id: string;
  payload: {
    exp: number;
    iat: number;
    jti: string;
    kind: 'Grant';
    clientId: string;
    accountId: string;
    openid: { scope: string };
  };
  expiresAt: number;
}

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
  environment: 'production' | 'development';
  devFeatures: boolean;
}
