import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/sign-in-history/logto-sign-in-history.js';
import { aSignInLog } from '../test/fake-logto/management/data.js';
import type { FakeLogto } from '../test/fake-logto/fake-logto.js';
import { absent, answering, page, tenant, type Story } from './helpers/page.js';
import { agents } from './helpers/people.js';
import { dialog, presses, sees, shows, steps } from './helpers/steps.js';
import { everythingMayBeEdited, type TenantArgs } from './helpers/tenant-args.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Sign-in history',
  component: 'logto-sign-in-history',
  ...page(() => html`<logto-sign-in-history></logto-sign-in-history>`),
  args: { ...everythingMayBeEdited, layer: { signInHistory: true } },
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const logs = '/api/logs';
const failure = () => new Response(null, { status: 500 });

const contexts = [
  { userAgent: agents.chrome, ip: '203.0.113.9', city: 'Berlin', country: 'DE' },
  { userAgent: agents.safari, ip: '198.51.100.23', city: 'London', country: 'GB' },
  { userAgent: agents.edge, ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348' },
  {},
];

/** Signs the user in so many times, from a few places. */
const signedIn = (times: number) =>
  tenant(({ tenant: { users, management } }: FakeLogto) => {
    management.logs = Array.from({ length: times }, (_, index) =>
      aSignInLog(users[0]!.id, {
        createdAt: Date.now() - (index + 1) * 7 * 3600_000,
        signInContext: contexts[index % contexts.length]!,
      }),
    );
  });

const list = steps(shows, sees('hint'));

/** Shown only after step-up verification. */
export const NotShownYet: Story = {};

export const StepUp: Story = { play: steps(presses('show'), dialog.sees('form')) };

export const Reading: Story = { parameters: answering('GET', logs), play: shows };

export const ListNotLoaded: Story = {
  parameters: answering('GET', logs, failure),
  play: steps(shows, sees('error')),
};

export const Several: Story = { parameters: signedIn(4), play: list };

export const None: Story = { parameters: signedIn(0), play: steps(shows, sees('row')) };

/** There are more than are shown at once. */
export const More: Story = { parameters: signedIn(22), play: steps(list, sees('more')) };

export const MoreShown: Story = { parameters: signedIn(22), play: steps(list, presses('more'), sees('status')) };

/** The page has no layer, or one without a history. */
export const Off: Story = {
  args: { layer: {} },
  render: absent(() => html`<logto-sign-in-history></logto-sign-in-history>`),
};

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, failure) };

export const SignedOut: Story = { args: { signedIn: false } };
