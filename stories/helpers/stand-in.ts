import { setupWorker } from 'msw/browser';

import { FakeLogto } from '../../test/fake-logto/fake-logto.js';
import { newId } from '../../test/fake-logto/ids.js';
import { handlersFor } from '../../test/fake-logto/msw.js';
import type { Access, Field, MfaFactor, MfaPolicy } from '../../test/fake-logto/tenant-types.js';
import { adaLovelace, charlesBabbage, type User } from '../../test/fake-logto/users.js';

/** Where the stand-in answers. The address is nobody's, so what it does not answer goes nowhere. */
export const endpoint = 'https://tenant.logto.example';

const worker = setupWorker();

/** Answers requests in the page itself; whatever else would leave it is an error. */
export const startWorker = async () => {
  await worker.start({
    quiet: true,
    serviceWorker: { url: './mockServiceWorker.js' },
    onUnhandledRequest: ({ url }, { error }) => new URL(url).origin !== location.origin && error(),
  });
};

/** The args of every story: what the tenant allows, and what it and the page are like. */
export interface TenantArgs extends Record<Field, Access> {
  /** The second steps that the tenant offers. */
  factors: MfaFactor[];
  /** Who is asked for one. */
  mfaPolicy: MfaPolicy;
  /** Whether the tenant lets people sign in with a passkey alone. */
  passkeySignIn: boolean;
  /** Whether the page supplies the tenant's settings. Logto shows them to no other origin. */
  settings: boolean;
  signedIn: boolean;
  /** Whether the account center is switched on. */
  enabled: boolean;
  /** Whether the tenant can store pictures. */
  storage: boolean;
  /** Whether the tenant's Logto has trusted devices. */
  devFeatures: boolean;
  /** Where users delete their account, if anywhere. */
  deleteAccountUrl: string | null;
  /** The scopes of the access token; all of them where there is no list. */
  scopes?: string[];
  /** What the user has other than Ada Lovelace. */
  user?: Partial<User>;
}

const fields: Field[] = [
  'name',
  'avatar',
  'profile',
  'customData',
  'username',
  'email',
  'phone',
  'password',
  'social',
  'mfa',
  'passkey',
  'session',
  'trustedDevice',
];
const ofFields = <Value>(value: (field: Field) => Value) =>
  Object.fromEntries(fields.map((field) => [field, value(field)])) as Record<Field, Value>;

const access = {
  control: 'inline-radio',
  options: ['Off', 'ReadOnly', 'Edit'],
  table: { category: 'Tenant' },
} as const;
const factors: MfaFactor[] = ['Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode', 'PhoneVerificationCode'];
const mfaPolicies: MfaPolicy[] = [
  'UserControlled',
  'PromptOnlyAtSignIn',
  'PromptAtSignInAndSignUp',
  'NoPrompt',
  'Mandatory',
  'PromptAtSignInAndSignUpMandatory',
  'PromptOnlyAtSignInMandatory',
];
const tenant = { control: 'boolean', table: { category: 'Tenant' } } as const;

export const tenantArgTypes = {
  ...ofFields(() => access),
  factors: { control: 'check', options: factors, table: { category: 'Tenant' } },
  mfaPolicy: { control: 'select', options: mfaPolicies, table: { category: 'Tenant' } },
  passkeySignIn: tenant,
  settings: tenant,
  signedIn: tenant,
  enabled: tenant,
  storage: tenant,
  devFeatures: tenant,
  deleteAccountUrl: { control: 'text', table: { category: 'Tenant' } },
  scopes: { control: 'object', table: { category: 'Tenant' } },
  user: { control: 'object', table: { category: 'Tenant' } },
} as const;

export const everythingMayBeEdited: TenantArgs = {
  ...ofFields((): Access => 'Edit'),
  trustedDevice: 'Off',
  factors: ['Totp', 'WebAuthn', 'BackupCode'],
  mfaPolicy: 'UserControlled',
  passkeySignIn: false,
  settings: true,
  signedIn: true,
  enabled: true,
  storage: true,
  devFeatures: false,
  deleteAccountUrl: 'https://app.example/delete-account',
};

/** A tenant for one story, and the session of its user. */
export interface StandIn {
  logto: FakeLogto;
  /** Empty while nobody is signed in. */
  token: string;
  signIn(): void;
  signOut(): void;
}

/** Makes the tenant and lets it answer, in place of the one of the story before. */
export function standIn(args: TenantArgs, prepare: (logto: FakeLogto) => void = () => undefined): StandIn {
  const { enabled, storage, devFeatures, deleteAccountUrl, scopes, user, signedIn } = args;
  // With an id of their own, so that who they are is not proved by what was entered in the story before.
  const ada = { ...adaLovelace(), id: newId(12), ...user };
  const logto = new FakeLogto({
    enabled,
    storage,
    devFeatures,
    deleteAccountUrl,
    fields: ofFields((field) => args[field]),
    signInExperience: { passkeySignIn: { enabled: args.passkeySignIn } },
    mfa: { factors: args.factors, policy: args.mfaPolicy },
    users: [ada, charlesBabbage()],
  });
  prepare(logto);
  worker.resetHandlers(...handlersFor(logto, endpoint));
  const session: StandIn = {
    logto,
    token: '',
    signIn: () => void (session.token = logto.issueToken(ada.id, scopes ? { scopes } : {})),
    signOut: () => void (session.token = ''),
  };
  if (signedIn) session.signIn();
  return session;
}
