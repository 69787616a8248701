import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/password/logto-password.js';
import { answering, inPage, page, refusal, tenant, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { alert, busy, form, presses, problem, proves, sees, steps } from './helpers/steps.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Password',
  component: 'logto-password',
  ...page(() => html`<logto-password></logto-password>`),
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const setPassword = '/api/my-account/password';
const types = (password: string) => steps(presses('edit'), form.enters('new-password', password));
const enters = (password: string) => steps(types(password), form.submits);
const saves = steps(enters('Countess-Bernoulli-7'), proves);

export const HasOne: Story = {};

export const HasNone: Story = { args: { user: { password: null } } };

export const ReadOnly: Story = { args: { password: 'ReadOnly' } };

/** The element takes no space: between these two lines there is nothing. */
export const Off: Story = {
  args: { password: 'Off' },
  render: inPage(
    () =>
      html`<p>Before the element</p>
        <logto-password></logto-password>
        <p>After the element</p>`,
  ),
};

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, () => new Response(null, { status: 500 })) };

export const SignedOut: Story = { args: { signedIn: false } };

/** The token lacks the scope, which is told from `Off` by the settings. */
export const NotReadable: Story = { args: { scopes: ['openid'] } };

export const Edit: Story = { play: steps(presses('edit'), form.sees('[name="new-password"]')) };

/** The page did not supply the settings: what the tenant asks of a password, Logto says when it is saved. */
export const SettingsUnknown: Story = { args: { settings: false }, play: Edit.play! };

export const PolicyHalfMet: Story = { play: types('ada1') };

export const PolicyMet: Story = { play: types('Countess-Bernoulli-7') };

/** All that a tenant can ask for. */
export const StrictPolicy: Story = {
  parameters: tenant(({ tenant: { signInExperience } }) => {
    signInExperience.passwordPolicy = {
      length: { min: 12, max: 64 },
      characterTypes: { min: 4 },
      rejects: { pwned: true, repetitionAndSequence: true, userInfo: true, words: ['logto', 'lovelace'] },
    };
  }),
  play: types('Countess'),
};

export const Shown: Story = { play: steps(types('ada1'), form.clicks('[aria-pressed]')) };

export const Missing: Story = { play: steps(enters(''), form.sees(problem)) };

export const InputNotRight: Story = { play: steps(enters('ada1'), form.sees(problem)) };

export const Saving: Story = { parameters: answering('POST', setPassword), play: steps(saves, form.sees(busy)) };

export const Saved: Story = { play: steps(saves, sees('status')) };

/** Who has nothing to prove it with is not asked who they are. */
export const FirstOneSaved: Story = {
  args: { user: { password: null, primaryEmail: null, primaryPhone: null } },
  play: steps(enters('Countess-Bernoulli-7'), sees('status')),
};

export const SaveFailed: Story = {
  parameters: answering('POST', setPassword, () => new Response(null, { status: 500 })),
  play: steps(saves, form.sees(alert)),
};

/** Logto knows passwords that have leaked; a page does not. */
export const Rejected: Story = {
  parameters: tenant(({ tenant }) => void (tenant.signInExperience.passwordPolicy.rejects.pwned = true)),
  play: steps(enters('Correct-Horse-1'), proves, form.sees(problem)),
};

/** The same where the page does not know what the tenant asks. */
export const RejectedSettingsUnknown: Story = {
  args: { settings: false },
  play: steps(enters('ada1'), proves, form.sees(problem)),
};

export const SameAsBefore: Story = { play: steps(enters('Walnut-Lamp!73'), proves, form.sees(alert)) };

/** The tenant made it read-only after the page was loaded. */
export const SaveRefused: Story = {
  parameters: answering('POST', setPassword, refusal(400, 'account_center.field_not_editable')),
  play: steps(saves, form.sees(alert)),
};
