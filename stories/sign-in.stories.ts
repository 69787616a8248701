import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/sign-in/logto-sign-in.js';
import { user } from './helpers/act.js';
import { answering, page, tenant, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';

/** Signing in and out happens at once here, where Logto would take the user to its own page. */
export default {
  title: 'Sign-in',
  component: 'logto-sign-in',
  ...page(() => html`<logto-sign-in></logto-sign-in>`),
} satisfies Meta<TenantArgs>;

const presses =
  (part: string): NonNullable<Story['play']> =>
  ({ canvasElement }) =>
    user(canvasElement, 'logto-sign-in').pressesAny(part);

export const SignedOut: Story = { args: { signedIn: false } };

export const SignedIn: Story = {};

/** Neither name nor username may be read. */
export const SignedInWithoutAName: Story = { args: { scopes: ['openid'] } };

export const Loading: Story = { parameters: answering('GET', '/api/my-account') };

export const LoadFailed: Story = {
  parameters: answering('GET', '/api/my-account', () => new Response(null, { status: 500 })),
};

/** Logto no longer takes the token. */
export const SessionEnded: Story = {
  parameters: answering('GET', '/api/my-account', () =>
    Response.json({ code: 'auth.unauthorized', message: '' }, { status: 401 }),
  ),
};

export const SigningIn: Story = {
  args: { signedIn: false },
  parameters: { client: { signIn: () => new Promise(() => undefined) } },
  play: presses('sign-in'),
};

export const SignInFailed: Story = {
  args: { signedIn: false },
  parameters: { client: { signIn: () => Promise.reject(new TypeError('Failed to fetch')) } },
  play: async (context) => {
    await presses('sign-in')(context);
    await user(context.canvasElement, 'logto-sign-in').sees('error');
  },
};

/** The page signs in and out by itself, so that there is no button. */
export const ThePageSignsIn: Story = {
  args: { signedIn: false },
  parameters: { client: { signIn: undefined, signOut: undefined } },
};

export const LongName: Story = {
  parameters: tenant(({ tenant: { users } }) => {
    users[0]!.name = 'Augusta Ada King, Countess of Lovelace, née Byron, '.repeat(2);
  }),
};
