import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/username/logto-username.js';
import { answering, inPage, page, refusal, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { alert, busy, form, presses, problem, proves, removes, sees, steps } from './helpers/steps.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Username',
  component: 'logto-username',
  ...page(() => html`<logto-username></logto-username>`),
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const enters = (username: string) => steps(presses('edit'), form.enters('username', username), form.submits);
const saves = steps(enters('countess'), proves);

export const HasOne: Story = {};

export const HasNone: Story = { args: { user: { username: null } } };

export const ReadOnly: Story = { args: { username: 'ReadOnly' } };

/** The element takes no space: between these two lines there is nothing. */
export const Off: Story = {
  args: { username: 'Off' },
  render: inPage(
    () =>
      html`<p>Before the element</p>
        <logto-username></logto-username>
        <p>After the element</p>`,
  ),
};

/** The page did not supply the settings: whether it may be changed, and to what, Logto says when it is saved. */
export const SettingsUnknown: Story = { args: { settings: false }, play: presses('edit') };

/** Without another way to sign in it can be changed and not removed. */
export const LastIdentifier: Story = { args: { user: { primaryEmail: null, primaryPhone: null } } };

export const LongValue: Story = { args: { user: { username: 'augusta_ada_king_countess_of_lovelace_'.repeat(3) } } };

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, () => new Response(null, { status: 500 })) };

export const SignedOut: Story = { args: { signedIn: false } };

/** The token lacks the scope, which is told from `Off` by the settings. */
export const NotReadable: Story = { args: { scopes: ['openid'] } };

export const Edit: Story = { play: steps(presses('edit'), form.sees('[name="username"]')) };

export const InputNotRight: Story = { play: steps(enters('countess of lovelace'), form.sees(problem)) };

export const Saving: Story = { parameters: answering('PATCH', account), play: steps(saves, form.sees(busy)) };

export const Saved: Story = { play: steps(saves, sees('status')) };

export const SaveFailed: Story = {
  parameters: answering('PATCH', account, () => new Response(null, { status: 500 })),
  play: steps(saves, form.sees(alert)),
};

/** The tenant made it read-only after the page was loaded. */
export const SaveRefused: Story = {
  parameters: answering('PATCH', account, refusal(400, 'account_center.field_not_editable')),
  play: steps(saves, form.sees(alert)),
};

export const Taken: Story = { play: steps(enters('charles'), proves, form.sees(alert)) };

export const RemovalAsked: Story = { play: steps(presses('remove'), sees('confirm')) };

export const Removing: Story = { parameters: answering('PATCH', account), play: removes };

export const Removed: Story = { play: steps(removes, sees('status')) };

export const RemovalFailed: Story = {
  parameters: answering('PATCH', account, () => new Response(null, { status: 500 })),
  play: steps(removes, sees('error')),
};
