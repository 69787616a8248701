import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/connected-apps/logto-connected-apps.js';
import { withGrant, type FakeLogto } from '../test/fake-logto/fake-logto.js';
import { absent, answering, page, refusal, tenant, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { dialog, presses, sees, shows, steps } from './helpers/steps.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Connected apps',
  component: 'logto-connected-apps',
  ...page(() => html`<logto-connected-apps></logto-connected-apps>`),
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const grants = '/api/my-account/grants';

const gives = (...of: Parameters<typeof answering>) => answering(...of).tenant;
const failure = () => new Response(null, { status: 500 });
/** The page's own grants stay: without them, no one would be signed in. */
const noApps = ({ tenant }: FakeLogto) =>
  void (tenant.grants = tenant.grants.filter(({ payload }) => payload.clientId === 'demo-app'));

/** Apps that may see much, little and nothing; one without a name, and one that only has an address. */
const hasAllowedFiveApps = (logto: FakeLogto) => {
  const { tenant } = logto;
  const allow = (id: string, name: string, scopes: string[], month: number) => {
    const iat = Date.UTC(2026, month, 5, 12) / 1000;
    return withGrant(tenant, tenant.users[0]!, { id, name }, { scopes: ['openid', 'offline_access', ...scopes], iat });
  };
  noApps(logto);
  const all = ['profile', 'email', 'phone', 'address', 'identities', 'urn:logto:scope:roles'];
  allow('photo-printer', 'Photo Printer', all, 6).id = 'printer-july';
  allow('photo-printer', 'Photo Printer', ['urn:logto:scope:organizations'], 9).id = 'printer-october';
  allow('diary', 'Diary', ['profile'], 8);
  allow('clock', 'The very precise clock of the Analytical Engine Company of London', [], 9);
  allow('nameless', '', ['email'], 10);
  allow('https://notes.example/client.json', '', ['profile', 'email'], 10);
};
const fiveApps = tenant(hasAllowedFiveApps);

const list = steps(shows, sees('remove'));
const asksToRevoke = steps(list, presses('remove'), sees('confirm'));
const revokes = steps(asksToRevoke, presses('confirm'));

/** Logto shows the list only after step-up verification. */
export const NotShownYet: Story = {};

export const StepUp: Story = { play: steps(presses('show'), dialog.sees('form')) };

export const Reading: Story = { parameters: answering('GET', grants), play: shows };

export const ListNotLoaded: Story = {
  parameters: answering('GET', grants, failure),
  play: steps(shows, sees('error')),
};

export const Several: Story = { parameters: fiveApps, play: list };

export const None: Story = { parameters: tenant(noApps), play: steps(shows, sees('row')) };

export const ReadOnly: Story = { args: { session: 'ReadOnly' } };

export const ReadOnlyShown: Story = {
  args: { session: 'ReadOnly' },
  parameters: fiveApps,
  play: steps(shows, sees('status')),
};

export const Off: Story = {
  args: { session: 'Off' },
  render: absent(() => html`<logto-connected-apps></logto-connected-apps>`),
};

/** The page did not supply the settings. */
export const SettingsUnknown: Story = { args: { settings: false } };

export const SettingsUnknownShown: Story = { args: { settings: false }, parameters: fiveApps, play: list };

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, failure) };

export const SignedOut: Story = { args: { signedIn: false } };

/** The token lacks the scope, which is told from `Off` by the settings. */
export const NotReadable: Story = { args: { scopes: ['openid', 'profile'] }, play: steps(shows, sees('error')) };

export const RemovalAsked: Story = { parameters: fiveApps, play: asksToRevoke };

export const Removing: Story = {
  parameters: tenant(hasAllowedFiveApps, gives('DELETE', `${grants}/printer-july`)),
  play: revokes,
};

export const Removed: Story = { parameters: fiveApps, play: steps(revokes, sees('status')) };

/** With one permission left, the app still has access. */
export const RemovalHalfDone: Story = {
  parameters: tenant(hasAllowedFiveApps, gives('DELETE', `${grants}/printer-october`, failure)),
  play: steps(revokes, sees('error')),
};

/** The tenant made it read-only after the page was loaded. */
export const RemovalRefused: Story = {
  parameters: tenant(
    hasAllowedFiveApps,
    gives('DELETE', `${grants}/printer-july`, refusal(400, 'account_center.field_not_editable')),
    gives('DELETE', `${grants}/printer-october`, refusal(400, 'account_center.field_not_editable')),
  ),
  play: steps(revokes, sees('error')),
};
