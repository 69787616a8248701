import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/sessions/logto-sessions.js';
import { withSession, type FakeLogto } from '../test/fake-logto/fake-logto.js';
import { absent, answering, page, refusal, tenant, type Story } from './helpers/page.js';
import { agents } from './helpers/people.js';
import type { StandIn } from './helpers/stand-in.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { dialog, presses, sees, shows, steps, type Step } from './helpers/steps.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Sessions',
  component: 'logto-sessions',
  ...page(() => html`<logto-sessions></logto-sessions>`),
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const sessions = '/api/my-account/sessions';

const gives = (...of: Parameters<typeof answering>) => answering(...of).tenant;
const failure = () => new Response(null, { status: 500 });
const hoursAgo = (hours: number) => Math.floor(Date.now() / 1000) - hours * 3600;

/** This browser, a telephone, an office of which only the address is known, and something of which nothing is. */
const isSignedInAtFourPlaces = ({ tenant }: FakeLogto) => {
  const user = tenant.users[0]!;
  const at = (uid: string, hours: number, context: Parameters<typeof withSession>[2]) =>
    withSession(tenant, user, { uid, loginTs: hoursAgo(hours), ...context });
  tenant.sessions = [];
  at('here', 30, { userAgent: agents.chrome, ip: '203.0.113.9', city: 'Berlin', country: 'DE' });
  at('phone', 2, { userAgent: agents.safari, ip: '198.51.100.23', city: 'London', country: 'GB' });
  at('office', 200, { userAgent: agents.edge, ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348' });
  at('somewhere', 50, { userAgent: undefined, ip: undefined });
};
const fourPlaces = tenant(isSignedInAtFourPlaces);
const noPlaces = ({ tenant }: FakeLogto) => void (tenant.sessions = []);

/** Logto does not know to which session this page belongs. */
const forgetsSession: Step = ({ loaded }) => {
  const { tenant } = (loaded['standIn'] as StandIn).logto;
  for (const token of Object.values(tenant.accessTokens)) delete token.sessionUid;
};

const list = steps(shows, sees('remove'));
const asksToEnd = steps(list, presses('remove'), sees('confirm'));
const asksToEndOthers = steps(list, presses('remove-others'), sees('confirm'));
const ends = steps(asksToEnd, presses('confirm'));
const endsOthers = steps(asksToEndOthers, presses('confirm'));

/** Logto shows the list only after step-up verification. */
export const NotShownYet: Story = {};

export const StepUp: Story = { play: steps(presses('show'), dialog.sees('form')) };

export const Reading: Story = { parameters: answering('GET', sessions), play: shows };

export const ListNotLoaded: Story = {
  parameters: answering('GET', sessions, failure),
  play: steps(shows, sees('error')),
};

export const Several: Story = { parameters: fourPlaces, play: list };

export const ThisBrowserOnly: Story = {
  parameters: tenant(({ tenant }) => void tenant.sessions.pop()),
  play: steps(shows, sees('status')),
};

export const None: Story = { parameters: tenant(noPlaces), play: steps(shows, sees('row')) };

/** Nothing tells which one is this browser, so there is no way to end all others. */
export const NoCurrentOne: Story = { parameters: fourPlaces, play: steps(forgetsSession, list) };

export const ReadOnly: Story = { args: { session: 'ReadOnly' } };

export const ReadOnlyShown: Story = {
  args: { session: 'ReadOnly' },
  parameters: fourPlaces,
  play: steps(shows, sees('status')),
};

export const Off: Story = { args: { session: 'Off' }, render: absent(() => html`<logto-sessions></logto-sessions>`) };

/** The page did not supply the settings. */
export const SettingsUnknown: Story = { args: { settings: false } };

export const SettingsUnknownShown: Story = { args: { settings: false }, parameters: fourPlaces, play: list };

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, failure) };

export const SignedOut: Story = { args: { signedIn: false } };

/** The token lacks the scope, which is told from `Off` by the settings. */
export const NotReadable: Story = { args: { scopes: ['openid', 'profile'] }, play: steps(shows, sees('error')) };

export const EndingAsked: Story = { parameters: fourPlaces, play: asksToEnd };

export const Ending: Story = {
  parameters: tenant(isSignedInAtFourPlaces, gives('DELETE', `${sessions}/phone`)),
  play: ends,
};

export const Ended: Story = { parameters: fourPlaces, play: steps(ends, sees('status')) };

export const EndingFailed: Story = {
  parameters: tenant(isSignedInAtFourPlaces, gives('DELETE', `${sessions}/phone`, failure)),
  play: steps(ends, sees('error')),
};

/** The tenant made it read-only after the page was loaded. */
export const EndingRefused: Story = {
  parameters: tenant(
    isSignedInAtFourPlaces,
    gives('DELETE', `${sessions}/phone`, refusal(400, 'account_center.field_not_editable')),
  ),
  play: steps(ends, sees('error')),
};

export const EndingOthersAsked: Story = { parameters: fourPlaces, play: asksToEndOthers };

export const OthersEnded: Story = { parameters: fourPlaces, play: steps(endsOthers, sees('status')) };

/** The others are gone; this one says why it is not, and can be tried again. */
export const OneCouldNotBeEnded: Story = {
  parameters: tenant(isSignedInAtFourPlaces, gives('DELETE', `${sessions}/office`, failure)),
  play: steps(endsOthers, sees('error')),
};

export const NoneCouldBeEnded: Story = {
  parameters: tenant(
    isSignedInAtFourPlaces,
    ...['phone', 'office', 'somewhere'].map((uid) => gives('DELETE', `${sessions}/${uid}`, failure)),
  ),
  play: steps(endsOthers, sees('error')),
};
