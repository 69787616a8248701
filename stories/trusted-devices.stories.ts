import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/trusted-devices/logto-trusted-devices.js';
import { withTrustedDevice, type FakeLogto, type User } from '../test/fake-logto/fake-logto.js';
import { absent, answering, page, refusal, tenant, withUser, type Story } from './helpers/page.js';
import { agents } from './helpers/people.js';
import { everythingMayBeEdited, type TenantArgs } from './helpers/tenant-args.js';
import { dialog, presses, sees, shows, steps } from './helpers/steps.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Trusted devices',
  component: 'logto-trusted-devices',
  ...page(() => html`<logto-trusted-devices></logto-trusted-devices>`),
  args: { ...everythingMayBeEdited, trustedDevice: 'Edit', devFeatures: true },
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const devices = '/api/my-account/trusted-devices';

const gives = (...of: Parameters<typeof answering>) => answering(...of).tenant;
const failure = () => new Response(null, { status: 500 });
const day = 24 * 3600 * 1000;

/** One with a place, one without, and one of which nothing is known and that was not used since. */
const trustsThree = (user: User) => {
  const daysAgo = (days: number) => Date.now() - days * day;
  const london = { city: 'London', country: 'GB' };
  const used = { createdAt: daysAgo(20), lastUsedAt: daysAgo(1) };
  withTrustedDevice(user, { id: 'phone', userAgent: agents.safari, ...london, ...used });
  withTrustedDevice(user, { id: 'laptop', userAgent: agents.firefox, ...used });
  withTrustedDevice(user, { id: 'unknown', userAgent: null, country: 'DE', createdAt: daysAgo(3), lastUsedAt: null });
};
const three = withUser(trustsThree);

/** The element looks first whether there is such a list at all, without proof of who the user is. */
const listAnswering = (answer?: () => Response) => (logto: FakeLogto) =>
  logto.intercept((request) => {
    const isList = request.url.includes(devices) && request.headers.has('logto-verification-id');
    return isList ? (answer?.() ?? new Promise(() => undefined)) : undefined;
  });

const list = steps(shows, sees('remove'));
const asksToRemove = steps(list, presses('remove'), sees('confirm'));
const removesDevice = steps(asksToRemove, presses('confirm'));

/** Logto shows the list only after step-up verification. */
export const NotShownYet: Story = {};

export const StepUp: Story = { play: steps(presses('show'), dialog.sees('form')) };

export const Reading: Story = { parameters: tenant(listAnswering()), play: shows };

export const ListNotLoaded: Story = {
  parameters: tenant(listAnswering(failure)),
  play: steps(shows, sees('error')),
};

export const Several: Story = { parameters: three, play: list };

export const None: Story = { play: steps(shows, sees('row')) };

export const ReadOnly: Story = { args: { trustedDevice: 'ReadOnly' } };

export const ReadOnlyShown: Story = {
  args: { trustedDevice: 'ReadOnly' },
  parameters: three,
  play: steps(shows, sees('status')),
};

export const Off: Story = {
  args: { trustedDevice: 'Off' },
  render: absent(() => html`<logto-trusted-devices></logto-trusted-devices>`),
};

/** This Logto has no trusted devices: the element takes no space either. */
export const UnknownToLogto: Story = { ...Off, args: { trustedDevice: 'Edit', devFeatures: false } };

/** The page did not supply the settings. */
export const SettingsUnknown: Story = { args: { settings: false } };

export const SettingsUnknownShown: Story = { args: { settings: false }, parameters: three, play: list };

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, failure) };

/** The account is there, and nothing tells whether there are trusted devices. */
export const DevicesNotLoaded: Story = { parameters: answering('GET', devices, failure) };

export const SignedOut: Story = { args: { signedIn: false } };

/** The token lacks the scope, which is told from `Off` by the settings. */
export const NotReadable: Story = { args: { scopes: ['openid', 'profile'] }, play: steps(shows, sees('error')) };

export const RemovalAsked: Story = { parameters: three, play: asksToRemove };

export const Removing: Story = {
  parameters: tenant(three.tenant, gives('DELETE', `${devices}/phone`)),
  play: removesDevice,
};

export const Removed: Story = { parameters: three, play: steps(removesDevice, sees('status')) };

export const RemovalFailed: Story = {
  parameters: tenant(three.tenant, gives('DELETE', `${devices}/phone`, failure)),
  play: steps(removesDevice, sees('error')),
};

/** The tenant made it read-only after the page was loaded. */
export const RemovalRefused: Story = {
  parameters: tenant(
    three.tenant,
    gives('DELETE', `${devices}/phone`, refusal(400, 'account_center.field_not_editable')),
  ),
  play: steps(removesDevice, sees('error')),
};
