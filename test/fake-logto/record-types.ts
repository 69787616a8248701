/** A proof of something: see `verification-records.ts` for what it is good for. */
export interface VerificationRecord {
  id: string;
  type: 'Password' | 'EmailVerificationCode' | 'PhoneVerificationCode' | 'Social' | 'WebAuthn';
  /** The owner. A code for a new address and a social sign-in have none: they belong to anyone who knows the id. */
  userId?: string;
  verified: boolean;
  expiresAt: number;
  /** Codes: the address or number it was sent to, and why. */
  identifier?: string;
  template?: CodeTemplate;
  code?: { value: string; sentAt: number; wrongTries: number; used: boolean };
  social?: { connectorId: string; target: string; scope?: string } & Partial<SocialSignIn>;
  webAuthn?: { challenge: string; rpId: string; credential?: WebAuthnCredential };
}

export type CodeTemplate = 'UserPermissionValidation' | 'BindNewIdentifier' | 'BindMfa';

export type SocialUserInfo = { id: string; name?: string; email?: string; avatar?: string; rawData?: unknown };

/** What a connector learns about a user who has signed in at its provider. */
export interface SocialSignIn {
  userInfo: SocialUserInfo;
  tokens?: SocialTokens;
}

/** A provider's own tokens, kept by Logto for the application. `expiresAt` is in milliseconds. */
export interface SocialTokens {
  access_token: string;
  scope?: string;
  token_type?: string;
  expiresAt?: number;
}

/** A passkey as a server stores it. The key is never used, since no one signs in with it here. */
export interface WebAuthnCredential {
  credentialId: string;
  publicKey: string;
  counter: number;
  /** The host name it works at. */
  rpId: string;
  transports?: string[];
  /** The browser it was added with. */
  agent?: string;
}
