import type { AccountCenter } from './tenant-types.js';

/** The account center of a default tenant: everything may be edited. */
export const defaultAccountCenter = (): AccountCenter => ({
  tenantId: 'default',
  id: 'default',
  enabled: true,
  fields: {
    name: 'Edit',
    avatar: 'Edit',
    profile: 'Edit',
    email: 'Edit',
    phone: 'Edit',
    password: 'Edit',
    username: 'Edit',
    social: 'Edit',
    customData: 'Edit',
    mfa: 'Edit',
    passkey: 'Edit',
    session: 'Edit',
  },
  webauthnRelatedOrigins: [
    'http://localhost:5173',
    'http://localhost:4173',
    'http://localhost:8000',
    'http://localhost:6006',
  ],
  deleteAccountUrl: 'http://localhost:5173/delete-account',
  customCss: null,
  profileFields: [
    {
      name: 'fullname',
    },
    {
      name: 'nickname',
    },
    {
      name: 'birthdate',
    },
    {
      name: 'gender',
    },
    {
      name: 'website',
    },
    {
      name: 'address',
    },
    {
      name: 'jobTitle',
    },
    {
      name: 'teamSize',
    },
    {
      name: 'newsletter',
    },
    {
      name: 'plan',
    },
    {
      name: 'badge',
    },
  ],
});
