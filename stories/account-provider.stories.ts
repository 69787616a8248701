import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/profile/logto-profile.js';
import '../components/sign-in/logto-sign-in.js';
import { answering, page, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';

/** The provider shows nothing itself. Here is what the elements inside it show together. */
export default {
  title: 'Account provider',
  component: 'logto-account-provider',
  ...page(
    () => html`
      <h1>Your account</h1>
      <logto-sign-in></logto-sign-in>
      <logto-profile></logto-profile>
    `,
  ),
} satisfies Meta<TenantArgs>;

export const Overview: Story = {};

export const SignedOut: Story = { args: { signedIn: false } };

export const Loading: Story = { parameters: answering('GET', '/api/my-account') };

export const LoadFailed: Story = {
  parameters: answering('GET', '/api/my-account', () => new Response(null, { status: 500 })),
};

/** Without settings the elements go by what the account shows. */
export const SettingsUnknown: Story = { args: { settings: false } };
