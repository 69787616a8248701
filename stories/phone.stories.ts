import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/phone/logto-phone.js';
import { answering, inPage, page, tenant, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { alert, busy, form, presses, problem, proves, removes, sees, sentCode, steps } from './helpers/steps.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Phone',
  component: 'logto-phone',
  ...page(() => html`<logto-phone></logto-phone>`),
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const primaryPhone = '/api/my-account/primary-phone';
// The countries come a moment later than the form.
const opens = steps(presses('edit'), form.sees('select'));
const enters = (phone: string) => steps(opens, form.enters('phone', phone), form.submits);
const sends = (phone: string) => steps(enters(phone), proves, form.sees('[name="code"]'));
const entersCode = steps(form.enters('code', sentCode), form.submits);
const saves = steps(sends('+44 20 7946 0958'), entersCode);

export const HasOne: Story = {};

export const HasNone: Story = { args: { user: { primaryPhone: null } } };

export const ReadOnly: Story = { args: { phone: 'ReadOnly' } };

/** The element takes no space: between these two lines there is nothing. */
export const Off: Story = {
  args: { phone: 'Off' },
  render: inPage(
    () =>
      html`<p>Before the element</p>
        <logto-phone></logto-phone>
        <p>After the element</p>`,
  ),
};

/** The page did not supply the settings: whether it may be changed Logto says when it is saved. */
export const SettingsUnknown: Story = { args: { settings: false } };

/** Without another way to sign in it can be changed and not removed. */
export const LastIdentifier: Story = { args: { user: { username: null, primaryEmail: null } } };

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, () => new Response(null, { status: 500 })) };

export const SignedOut: Story = { args: { signedIn: false } };

/** The token lacks the scope, which is told from `Off` by the settings. */
export const NotReadable: Story = { args: { scopes: ['openid', 'profile'] } };

export const Edit: Story = { play: opens };

export const Add: Story = { args: HasNone.args!, play: opens };

export const InputNotRight: Story = { play: steps(enters('+44 20'), form.sees(problem)) };

export const SendingCode: Story = {
  parameters: answering('POST', '/api/verifications/verification-code'),
  play: steps(enters('+44 20 7946 0958'), proves, form.sees(busy)),
};

/** The tenant has no connector that sends text messages. */
export const CannotSend: Story = {
  parameters: tenant(({ tenant }) => void (tenant.connectors = [])),
  play: steps(enters('+44 20 7946 0958'), proves, form.sees(alert)),
};

export const CodeSent: Story = { play: sends('+44 20 7946 0958') };

export const CodeMissing: Story = {
  play: steps(sends('+44 20 7946 0958'), form.submits, form.sees(problem)),
};

export const WrongCode: Story = {
  play: steps(sends('+44 20 7946 0958'), form.enters('code', '0000000'), form.submits, form.sees(alert)),
};

/** The code was right and is not asked for again. */
export const Saving: Story = {
  parameters: answering('POST', primaryPhone),
  play: steps(saves, form.sees('form:not(:has([name="code"]))')),
};

export const Saved: Story = { play: steps(saves, sees('status')) };

/** The code was right and is not asked for again. */
export const SaveFailed: Story = {
  parameters: answering('POST', primaryPhone, () => new Response(null, { status: 500 })),
  play: steps(saves, form.sees(alert)),
};

/** What Logto tells only when the code has proved that the number is the user's. */
export const Taken: Story = { play: steps(sends('+1 202 555 0124'), entersCode, form.sees(alert)) };

export const RemovalAsked: Story = { play: steps(presses('remove'), sees('confirm')) };

export const Removed: Story = { play: steps(removes, sees('status')) };

export const RemovalFailed: Story = {
  parameters: answering('DELETE', primaryPhone, () => new Response(null, { status: 500 })),
  play: steps(removes, sees('error')),
};
