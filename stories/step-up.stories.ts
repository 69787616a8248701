import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/username/logto-username.js';
import { answering, page, tenant, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { alert, busy, dialog, form, presses, problem, sentCode, steps } from './helpers/steps.js';

/** Before something sensitive is changed, here the username, the provider asks who the user is. */
export default {
  title: 'Step-up',
  component: 'logto-account-provider',
  ...page(() => html`<logto-username></logto-username>`),
} satisfies Meta<TenantArgs>;

const saves = steps(presses('edit'), form.enters('username', 'countess'), form.submits);
const asked = steps(saves, dialog.sees('form'));
const enters = (name: string, value: string) => steps(dialog.enters(name, value), dialog.submits);
const givesPassword = (password: string) => steps(asked, enters('password', password));
const seesWays = steps(asked, dialog.clicks('.more button'), dialog.sees('[role="list"]'));
const chooses = (which: number) => dialog.clicks(`[role="list"] > :nth-child(${which}) button`);
const getsCode = steps(seesWays, chooses(2), dialog.sees('[name="code"]'));

export const WithPassword: Story = { play: asked };

export const PasswordMissing: Story = { play: steps(asked, dialog.submits, dialog.sees(problem)) };

export const Checking: Story = {
  parameters: answering('POST', '/api/verifications/password'),
  play: steps(givesPassword('Walnut-Lamp!73'), dialog.sees(busy)),
};

export const WrongPassword: Story = { play: steps(givesPassword('Walnut-Lamp'), dialog.sees(alert)) };

/** Logto takes no password at all for a while. */
export const LockedOut: Story = {
  parameters: tenant(({ tenant }) => void (tenant.signInExperience.sentinelPolicy = { maxAttempts: 1 })),
  play: WrongPassword.play!,
};

export const Unreachable: Story = {
  parameters: answering('POST', '/api/verifications/password', () => Response.error()),
  play: WrongPassword.play!,
};

export const ChoiceOfWays: Story = { play: seesWays };

/** Without a password the choice comes first. */
export const NoPassword: Story = {
  args: { user: { password: null } },
  play: steps(saves, dialog.sees('[role="list"]')),
};

/** The tenant has no connector that sends mails. */
export const CannotSend: Story = {
  parameters: tenant(({ tenant }) => void (tenant.connectors = [])),
  play: steps(seesWays, chooses(2), dialog.sees(alert)),
};

export const CodeSent: Story = { play: getsCode };

export const CodeByTextMessage: Story = { play: steps(seesWays, chooses(3), dialog.sees('[name="code"]')) };

export const WrongCode: Story = { play: steps(getsCode, enters('code', '0000000'), dialog.sees(alert)) };

/** The tenant shows neither password nor addresses, and takes them all the same. */
const hidden = { password: 'Off', email: 'Off', phone: 'Off' } as const;
const typesAddress = steps(seesWays, chooses(2), dialog.sees('[name="email"]'));

export const EverythingHidden: Story = { args: hidden, play: seesWays };

export const TypedAddress: Story = { args: hidden, play: typesAddress };

/** The code was right, and the address is not that of the account. */
export const RefusedOnce: Story = {
  args: hidden,
  play: steps(
    typesAddress,
    enters('email', 'somebody@example.com'),
    dialog.enters('code', sentCode),
    dialog.submits,
    dialog.seesItGone,
    dialog.sees('form'),
  ),
};

/** The user has a username and nothing else. */
export const NothingToProveWith: Story = {
  args: { user: { password: null, primaryEmail: null, primaryPhone: null } },
  play: steps(saves, form.sees(alert)),
};
