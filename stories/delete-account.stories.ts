import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/delete-account/logto-delete-account.js';
import { absent, answering, inPage, layer, page, type Story } from './helpers/page.js';
import type { StandIn } from './helpers/stand-in.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { dialog, enters, presses, proves, sees, steps, type Step } from './helpers/steps.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Delete account',
  component: 'logto-delete-account',
  ...page(() => html`<logto-delete-account></logto-delete-account>`),
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const failure = () => new Response(null, { status: 500 });

/** The page deletes accounts itself, with or without a page of the tenant's for it. */
const handled = inPage(() => html`<logto-delete-account handled></logto-delete-account>`);

/** What the page does when it is asked to. */
const pageDeletes =
  (work: (standIn: StandIn) => Promise<void>): Step =>
  ({ canvasElement, loaded }) =>
    canvasElement
      .querySelector('logto-delete-account')!
      .addEventListener('logto-delete-account-requested', (event) =>
        event.waitUntil(work(loaded['standIn'] as StandIn)),
      );

const asks = steps(presses('remove'), sees('confirm'));
const confirms = (word = 'ada') => steps(asks, enters(word), presses('confirm'));

/** The user goes to a page of the tenant's for it. */
export const Closed: Story = {};

/** The settings name no such page, or there are none: the page that has the element does it. */
export const HandledByPage: Story = { args: { deleteAccountUrl: null }, render: handled };

export const HandledByPageSettingsUnknown: Story = { args: { settings: false }, render: handled };

/** There is no way to delete the account: the element takes no space. */
export const NoWay: Story = {
  args: { deleteAccountUrl: null },
  render: absent(() => html`<logto-delete-account></logto-delete-account>`),
};

export const SettingsUnknown: Story = { args: { settings: false }, render: NoWay.render! };

export const ReadOnly: Story = { render: inPage(() => html`<logto-delete-account readonly></logto-delete-account>`) };

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, failure) };

export const SignedOut: Story = { args: { signedIn: false } };

export const Asked: Story = { play: asks };

/** It ends here, and not on another page. */
export const AskedByPage: Story = { render: handled, play: asks };

/** The word is what the user signs in with, if there is one. */
export const AskedForEmail: Story = { args: { user: { username: null } }, play: asks };

export const AskedForWord: Story = {
  args: { user: { username: null, primaryEmail: null, primaryPhone: null } },
  play: asks,
};

export const WrongWord: Story = { play: steps(confirms('charles'), sees('error')) };

export const WordMissing: Story = { play: steps(asks, presses('confirm'), sees('error')) };

export const StepUp: Story = { play: steps(confirms(), dialog.sees('form')) };

export const Pending: Story = {
  render: handled,
  play: steps(
    pageDeletes(() => new Promise(() => undefined)),
    confirms(),
    proves,
  ),
};

export const Failed: Story = {
  render: handled,
  play: steps(
    pageDeletes(() => Promise.reject(new Error('The server is busy.'))),
    confirms(),
    proves,
    sees('error'),
  ),
};

/** No one is signed in anymore. */
export const Done: Story = {
  render: handled,
  play: steps(
    pageDeletes(async ({ logto }) => void logto.tenant.users.shift()),
    confirms(),
    proves,
    sees('notice'),
  ),
};

/** The account is to be deleted later, and is there for now. */
export const DoneLater: Story = {
  render: handled,
  play: steps(
    pageDeletes(() => Promise.resolve()),
    confirms(),
    proves,
    sees('status'),
  ),
};

/** The layer of the page deletes accounts, and the tenant has no page for it. */
const byLayer = { deleteAccountUrl: null, layer: { deleteAccount: true } };
const afterTwoWeeks = { deleteAccountUrl: null, layer: { deleteAccount: { graceDays: 14 } } };

/** It ends here, through the layer of the page. */
export const ByLayerAsked: Story = { args: byLayer, play: asks };

export const ByLayerAskedGracePeriod: Story = { args: afterTwoWeeks, play: asks };

/** The service says itself why. */
export const ByLayerRefused: Story = {
  args: byLayer,
  parameters: layer({ beforeDelete: () => 'There is an open invoice from October. Pay it first.' }),
  play: steps(confirms(), proves, sees('error')),
};

/** Logto takes the tokens no more, so the account is on its way out, whatever became of the answer. */
export const ByLayerAnswerLost: Story = {
  args: byLayer,
  parameters: layer({ loses: (request) => request === 'DELETE /account' }),
  play: steps(confirms(), proves, sees('notice')),
};

export const ByLayerDone: Story = { args: byLayer, play: steps(confirms(), proves, sees('notice')) };

export const ByLayerScheduled: Story = { args: afterTwoWeeks, play: steps(confirms(), proves, sees('notice')) };

/** It is not known whether the layer deletes accounts, so the tenant's page may be the wrong place. */
export const ByLayerUnknown: Story = {
  args: { layer: byLayer.layer },
  parameters: layer({ loses: (request) => request === 'GET /capabilities' }),
  play: sees('retry'),
};

/** Somebody without password, email address and phone: a new sign-in is all that they can prove it with. */
export const ByLayerSignInAgain: Story = {
  args: { ...byLayer, user: { password: null, primaryEmail: null, primaryPhone: null } },
  parameters: { client: { getIdToken: async () => null } },
  play: steps(confirms(), sees('error')),
};
