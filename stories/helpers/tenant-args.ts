import type { LayerOptions } from '../../test/fake-logto/account-layer.js';
import type { Access, Field, MfaFactor, MfaPolicy } from '../../test/fake-logto/tenant-types.js';
import type { User } from '../../test/fake-logto/users.js';
import { allIsWell, networkArgTypes, type NetworkArgs } from './faults.js';
import { allPeople, type Person } from './people.js';

/** The args of every story: what the tenant allows, who its user is, and how the network is. */
export interface TenantArgs extends Record<Field, Access>, NetworkArgs {
  factors: MfaFactor[];
  mfaPolicy: MfaPolicy;
  passkeySignIn: boolean;
  settings: boolean;
  enabled: boolean;
  storage: boolean;
  devFeatures: boolean;
  deleteAccountUrl: string | null;
  /** What the page's own Account API layer offers. There is none where it is left out. */
  layer?: LayerOptions['enable'] | undefined;
  person: Person;
  signedIn: boolean;
  /** All of them where there is no list. */
  scopes?: string[];
  user?: Partial<User>;
}

/** Each toggle of Logto's account center, with what it is about. */
const fields: Record<Field, string> = {
  name: 'The name in the profile.',
  avatar: 'The picture in the profile.',
  profile: 'The standard claims in the profile.',
  customData: "The tenant's own fields in the profile.",
  username: 'The username.',
  email: 'The email address.',
  phone: 'The phone number.',
  password: 'The password.',
  social: 'Accounts at social providers.',
  mfa: 'Two-step verification.',
  passkey: 'Passkeys.',
  session: 'Sessions and connected apps.',
  trustedDevice: 'Trusted devices.',
};

/** The same for every toggle, or what the toggle says. */
export const ofFields = <Value>(value: (field: Field) => Value) =>
  Object.fromEntries((Object.keys(fields) as Field[]).map((field) => [field, value(field)])) as Record<Field, Value>;

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

const toggle = (description: string) =>
  ({
    description,
    control: 'inline-radio',
    options: ['Off', 'ReadOnly', 'Edit'],
    table: { category: 'Toggles' },
  }) as const;
const tenant = { table: { category: 'Tenant' } };
const person = { table: { category: 'Person' } };

export const tenantArgTypes = {
  ...ofFields((field) => toggle(fields[field])),
  factors: { description: 'The second steps that the tenant offers.', control: 'check', options: factors, ...tenant },
  mfaPolicy: { description: 'Who is asked for one.', control: 'select', options: mfaPolicies, ...tenant },
  passkeySignIn: { description: 'Whether people may sign in with a passkey alone.', control: 'boolean', ...tenant },
  settings: {
    description: "Whether the page supplies the tenant's settings. Logto shows them to no other origin.",
    control: 'boolean',
    ...tenant,
  },
  enabled: { description: 'Whether the account center is switched on.', control: 'boolean', ...tenant },
  storage: { description: 'Whether the tenant can store pictures.', control: 'boolean', ...tenant },
  devFeatures: { description: "Whether the tenant's Logto has trusted devices.", control: 'boolean', ...tenant },
  deleteAccountUrl: { description: 'Where users delete their account, if anywhere.', control: 'text', ...tenant },
  layer: {
    description: 'What an Account API layer of the page offers, if there is one.',
    control: 'object',
    ...tenant,
  },
  person: { description: 'Who the user is.', control: 'select', options: allPeople, ...person },
  user: { description: 'What this user has otherwise.', control: 'object', ...person },
  signedIn: { description: 'Whether there is a session.', control: 'boolean', ...person },
  scopes: { description: 'Those of the access token. All of them without a list.', control: 'object', ...person },
  ...networkArgTypes,
} as const;

export const everythingMayBeEdited: TenantArgs = {
  ...ofFields((): Access => 'Edit'),
  trustedDevice: 'Off',
  factors: ['Totp', 'WebAuthn', 'BackupCode'],
  mfaPolicy: 'UserControlled',
  passkeySignIn: false,
  settings: true,
  enabled: true,
  storage: true,
  devFeatures: false,
  deleteAccountUrl: 'https://app.example/delete-account',
  person: 'Ada Lovelace',
  signedIn: true,
  ...allIsWell,
};
