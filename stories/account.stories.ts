import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor } from 'storybook/test';

import '../components/account/logto-account.js';
import { withBackupCodes, withPasskey, withTotp } from '../test/fake-logto/fake-logto.js';
import { user } from './helpers/act.js';
import { answering, inPage, page, withUser, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { presses, steps, type Step } from './helpers/steps.js';

const account = '/api/my-account';
const everythingOff = {
  name: 'Off',
  avatar: 'Off',
  profile: 'Off',
  customData: 'Off',
  username: 'Off',
  email: 'Off',
  phone: 'Off',
  password: 'Off',
  social: 'Off',
  mfa: 'Off',
  passkey: 'Off',
  session: 'Off',
  trustedDevice: 'Off',
  deleteAccountUrl: null,
} satisfies Partial<TenantArgs>;

/** The page itself, from its title on. */
export default {
  title: 'Account',
  component: 'logto-account',
  ...page(
    () =>
      html`<logto-account routing="hash">
        <h1 slot="heading">Your account</h1>
      </logto-account>`,
  ),
  // The story before may have left its section in the address.
  beforeEach: () => history.replaceState(history.state, '', location.pathname + location.search),
} satisfies Meta<TenantArgs>;

const goesTo = (which: number): Step => presses('link', which);

export const Profile: Story = {};

export const Security: Story = {
  parameters: withUser(withTotp, (person) => withPasskey(person, { name: 'Work laptop' })),
  play: goesTo(2),
};

/** All that the summary asks for is there. */
export const SecurityComplete: Story = { parameters: withUser(withTotp, withBackupCodes), play: goesTo(2) };

/** No one could be reached at any address: that comes before a second step. */
export const NoWayBackIn: Story = {
  parameters: withUser((person) => Object.assign(person, { primaryEmail: null, primaryPhone: null })),
  play: goesTo(2),
};

export const DevicesAndApps: Story = { play: goesTo(3) };

/** As an open form has it in the end. */
const hasFocus =
  (selector: string): Step =>
  ({ canvasElement }) =>
    waitFor(
      () => {
        if (!canvasElement.ownerDocument.activeElement?.matches(selector)) throw new Error(`${selector} has no focus`);
      },
      { timeout: 20_000 },
    );

export const FormOpen: Story = {
  play: steps(
    goesTo(2),
    async ({ canvasElement }) => (await waitFor(() => user(canvasElement, 'logto-password'))).pressesAny('edit'),
    hasFocus('[autocomplete="new-password"]'),
  ),
};

/** All sections one below the other, without addresses. */
export const WithoutRouting: Story = { render: inPage(() => html`<logto-account routing="off"></logto-account>`) };

/** A section of the page's own, in another order, and something below a section. */
export const OwnSection: Story = {
  render: inPage(
    () =>
      html`<logto-account sections="billing security profile">
        <section slot="billing" aria-label="Billing">
          <h2>Billing</h2>
          <p>You have the free plan.</p>
        </section>
        <p slot="security">Questions? Ask us.</p>
      </logto-account>`,
  ),
};

export const ReadOnly: Story = {
  render: inPage(() => html`<logto-account readonly></logto-account>`),
  play: goesTo(2),
};

/** One section is left, so there is nothing to go to. */
export const OneSection: Story = { args: { ...everythingOff, username: 'Edit', email: 'ReadOnly' } };

export const NothingEnabled: Story = { args: everythingOff };

/** The page did not supply the settings. */
export const SettingsUnknown: Story = { args: { settings: false } };

export const Loading: Story = { parameters: answering('GET', account) };

/** The second factors are still on their way, and with them the summary: nothing is shown that it would push away. */
export const SectionLoading: Story = {
  parameters: answering('GET', '/api/my-account/mfa-verifications'),
  play: goesTo(2),
};

export const LoadFailed: Story = {
  parameters: answering('GET', account, () => new Response(null, { status: 500 })),
};

export const SignedOut: Story = { args: { signedIn: false } };
