import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/data-export/logto-data-export.js';
import { absent, answering, page, type Story } from './helpers/page.js';
import { dialog, presses, proves, sees, steps } from './helpers/steps.js';
import { everythingMayBeEdited, type TenantArgs } from './helpers/tenant-args.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Data export',
  component: 'logto-data-export',
  ...page(() => html`<logto-data-export></logto-data-export>`),
  args: { ...everythingMayBeEdited, layer: { dataExport: true } },
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const factors = '/api/my-account/mfa-verifications';
const failure = () => new Response(null, { status: 500 });

const asks = steps(presses('download'), sees('confirm'));
const downloads = steps(asks, presses('confirm'), proves);

export const Ready: Story = {};

export const Asked: Story = { play: asks };

export const StepUp: Story = { play: steps(asks, presses('confirm'), dialog.sees('form')) };

/** The page has no layer: what only a layer has is named. */
export const WithoutLayer: Story = { args: { layer: undefined }, play: steps(downloads, sees('status')) };

export const Collecting: Story = {
  args: { layer: undefined },
  parameters: answering('GET', factors),
  play: downloads,
};

export const Saved: Story = { play: steps(downloads, sees('status')) };

/** Without a connection there is no file. */
export const Failed: Story = {
  args: { layer: undefined },
  parameters: answering('GET', factors, () => Response.error()),
  play: steps(downloads, sees('error')),
};

/** The layer has it off. */
export const Off: Story = {
  args: { layer: {} },
  render: absent(() => html`<logto-data-export></logto-data-export>`),
};

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, failure) };

export const SignedOut: Story = { args: { signedIn: false } };
