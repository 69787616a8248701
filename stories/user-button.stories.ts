import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/user-button/logto-user-button.js';
import { user } from './helpers/act.js';
import { answering, inPage, page, tenant, type Story } from './helpers/page.js';
import { withPicture } from './helpers/pictures.js';
import type { TenantArgs } from './helpers/tenant-args.js';

/** Signing in and out happens at once here, where Logto would take the user to its own page. */
export default {
  title: 'User button',
  component: 'logto-user-button',
  ...page(() => html`<logto-user-button account-url="#account"></logto-user-button>`),
} satisfies Meta<TenantArgs>;

const named = inPage(() => html`<logto-user-button account-url="#account" show-name></logto-user-button>`);

const opens: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const person = user(canvasElement, 'logto-user-button');
  await person.pressesAny('button');
  await person.sees('sign-out');
};

export const SignedIn: Story = {};

export const WithPicture: Story = { parameters: tenant(withPicture) };

export const WithName: Story = { render: named };

/** The name is cut where it would push everything else out of the header. */
export const LongName: Story = {
  render: named,
  parameters: tenant(({ tenant: { users } }) => {
    users[0]!.name = 'Augusta Ada King, Countess of Lovelace, née Byron';
  }),
};

export const Open: Story = { play: opens };

/** Links and buttons of the page are items like the others. */
export const WithLinksOfThePage: Story = {
  render: inPage(
    () =>
      html`<logto-user-button account-url="#account" show-name>
        <a href="#billing">Billing</a>
        <button type="button">Switch team</button>
      </logto-user-button>`,
  ),
  play: opens,
};

export const SignedOut: Story = { args: { signedIn: false } };

export const Loading: Story = { parameters: answering('GET', '/api/my-account') };

export const LoadFailed: Story = {
  parameters: answering('GET', '/api/my-account', () => new Response(null, { status: 500 })),
  play: opens,
};

export const SignInFailed: Story = {
  args: { signedIn: false },
  parameters: { client: { signIn: () => Promise.reject(new TypeError('Failed to fetch')) } },
  play: async ({ canvasElement }) => {
    const person = user(canvasElement, 'logto-user-button');
    await person.pressesAny('sign-in');
    await person.sees('error');
  },
};
