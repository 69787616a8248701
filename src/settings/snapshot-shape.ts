import { accountFields } from './account-settings.js';

/**
 * What is kept of a value: `plain` is a text, number, boolean or `null`; `words` is a text, or one for each language.
 * A list has one shape for its items, an object one for each key that is kept.
 */
export type Shape = 'plain' | 'words' | readonly [Shape] | { readonly [key: string]: Shape };

const config = {
  placeholder: 'plain',
  minLength: 'plain',
  maxLength: 'plain',
  minValue: 'plain',
  maxValue: 'plain',
  format: 'plain',
  customFormat: 'plain',
  options: [{ value: 'plain', label: 'plain' }],
} as const;

const profileField = {
  name: 'plain',
  type: 'plain',
  label: 'plain',
  description: 'plain',
  required: 'plain',
} as const;

const part = { ...profileField, enabled: 'plain', config } as const;

const catalogue = [{ ...profileField, config: { ...config, defaultValue: 'plain', parts: [part] } }] as const;

const toggles = Object.fromEntries(accountFields.map((field) => [field, 'plain'] as const));

/**
 * All that the elements read of a snapshot, and thus all that has to be in one. `parseSettings` can take nothing else apart,
 * by its type; a test compares the rest with what the readers of each part really look at.
 */
export const snapshotShape = {
  accountCenter: {
    fields: toggles,
    profileFields: [{ name: 'plain' }],
    webauthnRelatedOrigins: ['plain'],
    deleteAccountUrl: 'plain',
  },
  signInExperience: {
    color: { primaryColor: 'plain', isDarkModeEnabled: 'plain', darkPrimaryColor: 'plain' },
    customProfileFieldCatalog: catalogue,
    customProfileFields: catalogue,
    usernamePolicy: {
      minLength: 'plain',
      maxLength: 'plain',
      allowedChars: { lowercase: 'plain', uppercase: 'plain', numbers: 'plain', underscore: 'plain' },
    },
    passwordPolicy: {
      length: { min: 'plain', max: 'plain' },
      characterTypes: { min: 'plain' },
      rejects: { pwned: 'plain', repetitionAndSequence: 'plain', userInfo: 'plain', words: ['plain'] },
    },
    termsOfUseUrl: 'plain',
    privacyPolicyUrl: 'plain',
    supportWebsiteUrl: 'plain',
    supportEmail: 'plain',
    mfa: { factors: ['plain'], policy: 'plain' },
    passkeySignIn: { enabled: 'plain' },
    socialConnectors: [
      { id: 'plain', target: 'plain', platform: 'plain', name: 'words', logo: 'plain', logoDark: 'plain' },
    ],
  },
} as const satisfies Record<string, Shape>;

/** One half of a snapshot, before anything in it is checked. */
export type SnapshotHalf<Half extends keyof typeof snapshotShape> = {
  readonly [Key in keyof (typeof snapshotShape)[Half]]?: unknown;
};
