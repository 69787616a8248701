import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/access-tokens/logto-access-tokens.js';
import type { FakeLogto } from '../test/fake-logto/fake-logto.js';
import { absent, answering, page, tenant, type Story } from './helpers/page.js';
import { dialog, form, presses, problem, proves, sees, steps, type Step } from './helpers/steps.js';
import { everythingMayBeEdited, type TenantArgs } from './helpers/tenant-args.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Access tokens',
  component: 'logto-access-tokens',
  ...page(() => html`<logto-access-tokens></logto-access-tokens>`),
  args: { ...everythingMayBeEdited, layer: { personalAccessTokens: true } },
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const day = 24 * 3600_000;
const failure = () => new Response(null, { status: 500 });

/** One that ends, one that does not, and one that has ended. */
const hasThree = ({ tenant: { users, management } }: FakeLogto) => {
  const token = (name: string, days: number, expiresIn: number | null) => ({
    userId: users[0]!.id,
    name,
    value: `pat_${name}`,
    createdAt: Date.now() - days * day,
    expiresAt: expiresIn === null ? null : Date.now() + expiresIn * day,
  });
  management.personalAccessTokens = [
    token('Laptop', 2, 28),
    token('Nightly backup of the notes on the Analytical Engine', 40, null),
    token('Old script', 120, -30),
  ];
};
const three = tenant(hasThree);

/** Logto does not answer what changes a token, or fails to. */
const answers = (answer?: () => Response) =>
  tenant(hasThree, (logto) => {
    logto.intercept(({ method, url }) => {
      if (method === 'GET' || !url.includes('/personal-access-tokens')) return undefined;
      return answer?.() ?? new Promise(() => undefined);
    });
  });

const opensForm: Step = steps(presses('add'), form.sees('[name="token-name"]'));
const entersName = (name: string): Step => steps(opensForm, form.enters('token-name', name));
const creates = (name: string): Step => steps(entersName(name), form.submits);
const opensRenaming: Step = steps(presses('rename'), form.sees('[name="token-name"]'));
const renames = (name: string): Step => steps(opensRenaming, form.enters('token-name', name), form.submits);
const asksToDelete: Step = steps(presses('remove'), sees('confirm'));
const deletes: Step = steps(asksToDelete, presses('confirm'), proves);

export const None: Story = {};

export const Several: Story = { parameters: three };

export const ReadOnly: Story = {
  parameters: three,
  render: page(() => html`<logto-access-tokens readonly></logto-access-tokens>`).render,
};

export const ReadOnlyNone: Story = {
  render: page(() => html`<logto-access-tokens readonly></logto-access-tokens>`).render,
};

/** The page has no layer, or one without access tokens. */
export const Off: Story = {
  args: { layer: {} },
  render: absent(() => html`<logto-access-tokens></logto-access-tokens>`),
};

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, failure) };

/** The account is there, and the tokens are not. */
export const ListNotLoaded: Story = {
  parameters: tenant((logto) => {
    logto.intercept(({ url }) => (url.includes('/personal-access-tokens') ? failure() : undefined));
  }),
};

export const SignedOut: Story = { args: { signedIn: false } };

export const New: Story = { parameters: three, play: opensForm };

export const UntilDate: Story = {
  parameters: three,
  play: steps(opensForm, form.chooses('end', 'date'), form.sees('[name="date"]')),
};

/** A token without an end is warned of. */
export const WithoutEnd: Story = {
  parameters: three,
  play: steps(opensForm, form.chooses('end', 'forever'), form.sees('.hint[role="status"]')),
};

export const NameMissing: Story = { parameters: three, play: steps(creates(''), form.sees(problem)) };

export const DateMissing: Story = {
  parameters: three,
  play: steps(entersName('Printer'), form.chooses('end', 'date'), form.submits, form.sees(problem)),
};

export const StepUp: Story = { parameters: three, play: steps(creates('Printer'), dialog.sees('form')) };

export const Creating: Story = { parameters: answers(), play: steps(creates('Printer'), proves) };

/** The one time when the token can be seen. */
export const Created: Story = { parameters: three, play: steps(creates('Printer'), proves, sees('token')) };

export const CreatedAndSaved: Story = {
  parameters: three,
  play: steps(creates('Printer'), proves, sees('token'), presses('done'), sees('status')),
};

export const NameTaken: Story = { parameters: three, play: steps(creates('Laptop'), proves, form.sees(problem)) };

export const CreatingFailed: Story = {
  parameters: answers(failure),
  play: steps(creates('Printer'), proves, form.sees('[role="alert"]')),
};

export const Renaming: Story = { parameters: three, play: opensRenaming };

export const Renamed: Story = { parameters: three, play: steps(renames('Work laptop'), sees('status')) };

export const RenamingFailed: Story = {
  parameters: answers(failure),
  play: steps(renames('Work laptop'), form.sees('[role="alert"]')),
};

export const DeletingAsked: Story = { parameters: three, play: asksToDelete };

export const Deleting: Story = { parameters: answers(), play: deletes };

export const Deleted: Story = { parameters: three, play: steps(deletes, sees('status')) };

export const DeletingFailed: Story = { parameters: answers(failure), play: steps(deletes, sees('error')) };
