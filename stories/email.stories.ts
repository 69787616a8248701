import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/email/logto-email.js';
import { answering, inPage, page, tenant, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { alert, busy, form, presses, problem, proves, removes, sees, sentCode, steps } from './helpers/steps.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Email',
  component: 'logto-email',
  ...page(() => html`<logto-email></logto-email>`),
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const primaryEmail = '/api/my-account/primary-email';
const opens = steps(presses('edit'), form.sees('[name="email"]'));
const enters = (email: string) => steps(opens, form.enters('email', email), form.submits);
const sends = (email: string) => steps(enters(email), proves, form.sees('[name="code"]'));
const entersCode = steps(form.enters('code', sentCode), form.submits);
const saves = steps(sends('countess@example.com'), entersCode);

export const HasOne: Story = {};

export const HasNone: Story = { args: { user: { primaryEmail: null } } };

export const ReadOnly: Story = { args: { email: 'ReadOnly' } };

/** The element takes no space: between these two lines there is nothing. */
export const Off: Story = {
  args: { email: 'Off' },
  render: inPage(
    () =>
      html`<p>Before the element</p>
        <logto-email></logto-email>
        <p>After the element</p>`,
  ),
};

/** The page did not supply the settings: whether it may be changed Logto says when it is saved. */
export const SettingsUnknown: Story = { args: { settings: false } };

/** Without another way to sign in it can be changed and not removed. */
export const LastIdentifier: Story = { args: { user: { username: null, primaryPhone: null } } };

export const LongValue: Story = {
  args: {
    user: { primaryEmail: `${'augusta.ada.king.countess.of.lovelace.'.repeat(2)}byron@mathematics.example.com` },
  },
};

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, () => new Response(null, { status: 500 })) };

export const SignedOut: Story = { args: { signedIn: false } };

/** The token lacks the scope, which is told from `Off` by the settings. */
export const NotReadable: Story = { args: { scopes: ['openid', 'profile'] } };

export const Edit: Story = { play: opens };

export const InputNotRight: Story = { play: steps(enters('countess@example'), form.sees(problem)) };

export const SendingCode: Story = {
  parameters: answering('POST', '/api/verifications/verification-code'),
  play: steps(enters('countess@example.com'), proves, form.sees(busy)),
};

/** The tenant does not want this one. */
export const AddressRefused: Story = { play: steps(enters('ada@blocked.example'), proves, form.sees(alert)) };

/** The tenant has no connector that sends mails. */
export const CannotSend: Story = {
  parameters: tenant(({ tenant }) => void (tenant.connectors = [])),
  play: steps(enters('countess@example.com'), proves, form.sees(alert)),
};

export const CodeSent: Story = { play: sends('countess@example.com') };

export const CodeMissing: Story = {
  play: steps(sends('countess@example.com'), form.submits, form.sees(problem)),
};

export const WrongCode: Story = {
  play: steps(sends('countess@example.com'), form.enters('code', '0000000'), form.submits, form.sees(alert)),
};

/** The code was right and is not asked for again. */
export const Saving: Story = {
  parameters: answering('POST', primaryEmail),
  play: steps(saves, form.sees('form:not(:has([name="code"]))')),
};

export const Saved: Story = { play: steps(saves, sees('status')) };

/** The code was right and is not asked for again. */
export const SaveFailed: Story = {
  parameters: answering('POST', primaryEmail, () => new Response(null, { status: 500 })),
  play: steps(saves, form.sees(alert)),
};

/** What Logto tells only when the code has proved that the address is the user's. */
export const Taken: Story = { play: steps(sends('charles@example.com'), entersCode, form.sees(alert)) };

export const RemovalAsked: Story = { play: steps(presses('remove'), sees('confirm')) };

export const Removed: Story = { play: steps(removes, sees('status')) };

export const RemovalFailed: Story = {
  parameters: answering('DELETE', primaryEmail, () => new Response(null, { status: 500 })),
  play: steps(removes, sees('error')),
};
