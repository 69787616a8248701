import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/organizations/logto-organizations.js';
import { anInvitation, anOrganization } from '../test/fake-logto/management/data.js';
import type { FakeLogto } from '../test/fake-logto/fake-logto.js';
import { absent, answering, inPage, page, tenant, type Story } from './helpers/page.js';
import { dialog, presses, proves, sees, steps, type Step } from './helpers/steps.js';
import { everythingMayBeEdited, type TenantArgs } from './helpers/tenant-args.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Organizations',
  component: 'logto-organizations',
  ...page(() => html`<logto-organizations></logto-organizations>`),
  args: { ...everythingMayBeEdited, layer: { organizations: true } },
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const failure = () => new Response(null, { status: 500 });
const readOnly = inPage(() => html`<logto-organizations readonly></logto-organizations>`);

const none = tenant(({ tenant: { management } }) => Object.assign(management, { memberships: [], invitations: [] }));

/** With many roles, with one, and with none; and an invitation with each. */
const several = tenant(({ tenant: { users, management } }) => {
  const { id: userId, primaryEmail } = users[0]!;
  const all = management.organizationRoles.map(({ id }) => id);
  const long = 'The Analytical Engine Company of London and its Friends on the Continent';
  const [company, circle, club] = [long, 'Poetical Science', 'Whist'].map((name) => anOrganization({ name }));
  management.organizations.push(company!, circle!, club!);
  management.memberships.push(
    { organizationId: company!.id, userId, roleIds: all },
    { organizationId: circle!.id, userId, roleIds: [] },
  );
  management.invitations.push(anInvitation({ invitee: primaryEmail!, organizationId: club!.id }));
});

/** Logto does not answer what changes something, or says no. */
const answers = (answer?: () => Response) =>
  tenant((logto) => {
    logto.intercept(({ method, url }) => {
      if (!/^(DELETE|PUT)$/.test(method) || !url.includes('/organization')) return undefined;
      return answer?.() ?? new Promise(() => undefined);
    });
  });

/** The invitation has ended since the page was loaded. */
const endsInvitation: Step = ({ loaded }) => {
  const { logto } = loaded['standIn'] as { logto: FakeLogto };
  logto.tenant.management.invitations = [];
};

const asks = (part: 'add' | 'remove', which = 1) => steps(presses(part, which), sees('confirm'));
/** The first such button declines the invitation. */
const asksToLeave = asks('remove', 2);
const leaves = steps(presses('remove', 2), presses('confirm'));
const accepts = steps(presses('add'), presses('confirm'));
const declines = steps(presses('remove'), presses('confirm'));

export const InvitedAndMember: Story = {};

export const Several: Story = { parameters: several };

export const None: Story = { parameters: none };

/** The layer lets users see where they are, and no more. */
export const ReadOnly: Story = { args: { layer: { organizations: { leave: false, invitations: false } } } };

export const ReadOnlyHere: Story = { parameters: several, render: readOnly };

export const ReadOnlyNone: Story = { parameters: none, render: readOnly };

/** Without a layer of the page's own, Logto tells where the user is. */
export const WithoutLayer: Story = {
  args: {
    layer: undefined,
    scopes: ['openid', 'profile', 'urn:logto:scope:organizations', 'urn:logto:scope:organization_roles'],
  },
};

/** There is no layer, and the token has no scope for it. */
export const Off: Story = {
  args: { layer: undefined, scopes: ['openid', 'profile'] },
  render: absent(() => html`<logto-organizations></logto-organizations>`),
};

/** The layer has them off. */
export const OffInLayer: Story = {
  args: { layer: {} },
  render: absent(() => html`<logto-organizations></logto-organizations>`),
};

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, failure) };

/** The account is there, and the organizations are not. */
export const ListNotLoaded: Story = {
  parameters: tenant((logto) => {
    logto.intercept(({ url }) => (url.endsWith('/organizations') ? failure() : undefined));
  }),
};

export const SignedOut: Story = { args: { signedIn: false } };

export const LeavingAsked: Story = { play: asksToLeave };

export const StepUp: Story = { play: steps(leaves, dialog.sees('form')) };

export const Leaving: Story = { parameters: answers(), play: steps(leaves, proves) };

export const Left: Story = { play: steps(leaves, proves, sees('status')) };

export const LeavingFailed: Story = { parameters: answers(failure), play: steps(leaves, proves, sees('error')) };

export const AcceptingAsked: Story = { play: asks('add') };

export const Accepting: Story = { parameters: answers(), play: accepts };

export const Accepted: Story = { play: steps(accepts, sees('status')) };

export const AcceptingFailed: Story = { parameters: answers(failure), play: steps(accepts, sees('error')) };

export const DecliningAsked: Story = { play: asks('remove') };

export const Declining: Story = { parameters: answers(), play: declines };

export const Declined: Story = { play: steps(declines, sees('status')) };

export const DecliningFailed: Story = { parameters: answers(failure), play: steps(declines, sees('error')) };

/** It is no longer in the list, and the user is told why. */
export const InvitationEnded: Story = {
  play: steps(sees('row'), asks('add'), endsInvitation, presses('confirm'), sees('error')),
};
