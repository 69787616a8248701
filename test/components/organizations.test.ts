import { expect, html } from '@open-wc/testing';

import '../../components/organizations/logto-organizations.js';
import type { AccountHandlerOptions } from '../../src/server/account/account-handler.js';
import { ada, type FakeLogto } from '../fake-logto/fake-logto.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { listenToConsole } from '../helpers/console.js';
import { nextEvent } from '../helpers/next-event.js';
import { allByRole, namesOf, part, parts, textOf } from '../helpers/read.js';
import { labelsOf, valuesOf } from '../helpers/rows.js';
import {
  aTenant,
  anEndpoint,
  openPage,
  press,
  pressAndWait,
  whenIdle,
  type CredentialOptions,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

interface OrganizationsOptions extends CredentialOptions {
  enable?: AccountHandlerOptions['enable'];
  withoutLayer?: boolean;
}

async function openOrganizations({ enable = { organizations: true }, ...options }: OrganizationsOptions = {}) {
  const { logto = aTenant(options), at = anEndpoint() } = options;
  const asked = serveLayer(logto, at, enable);
  const tag = document.createElement('logto-organizations');
  tag.readonly = options.readonly ?? false;
  const attributes: Record<string, string> = options.withoutLayer ? {} : { 'account-api': accountApi };
  const page = await openPage(html`${tag}`, { ...options, logto, at, attributes });
  await whenIdle(tag);
  return { ...page, tag, asked };
}

const organizationsOf = ({ tenant }: FakeLogto) =>
  tenant.management.memberships.filter(({ userId }) => userId === ada).map(({ organizationId }) => organizationId);

const buttonsOf = (tag: HTMLElement) => namesOf(tag, 'button');

/** The token of the page, with the scopes that were granted to it. */
const grant = ({ tenant }: FakeLogto, ...scopes: string[]) =>
  Object.values(tenant.accessTokens).forEach((token) => (token.scopes = ['openid', ...scopes]));

describe('<logto-organizations>', () => {
  it('shows invitations before organizations, with roles but without ids', async () => {
    const { tag, asked } = await openOrganizations();
    expect(asked.sort()).to.deep.equal(['GET /capabilities', 'GET /organization-invitations', 'GET /organizations']);
    expect(labelsOf(tag)).to.deep.equal(['Royal Society', 'Engine Works']);
    expect(Object.values(valuesOf(tag))[0]).to.match(/^You are invited\. Respond by .+\.$/);
    expect(valuesOf(tag)['Engine Works']).to.equal('Programmer');
    expect(textOf(tag)).to.contain('Fellow');
    expect(tag.shadowRoot!.innerHTML).not.to.contain('engine-works');
  });

  it('leaves an organization after confirmation and step-up verification', async () => {
    const { tag, logto, asked } = await openOrganizations();
    await pressAndWait(tag, 'Leave Engine Works');
    expect(textOf(tag)).to.contain('Leave Engine Works? You will lose access to what belongs to it.');
    const updated = nextEvent(document, 'logto-organizations-updated');
    await pressAndWait(tag, 'Leave');
    const { action, item } = await updated;
    expect([action, item]).to.deep.equal(['removed', 'organization']);
    await waitUntil(() => textOf(part(tag, 'status')) === 'You left Engine Works.');
    expect(labelsOf(tag)).to.deep.equal(['Royal Society']);
    expect(organizationsOf(logto)).to.deep.equal([]);
    expect(asked.at(-1)).to.equal('DELETE /organizations/engine-works');
  });

  it('stays in the organization if the user cancels', async () => {
    const { tag, asked } = await openOrganizations();
    await pressAndWait(tag, 'Leave Engine Works');
    await pressAndWait(tag, 'Cancel');
    expect(parts(tag, 'confirm')).to.deep.equal([]);
    expect(asked.filter((each) => !each.startsWith('GET'))).to.deep.equal([]);
  });

  it('accepts an invitation, and shows the roles it gives', async () => {
    const { tag, logto } = await openOrganizations();
    await pressAndWait(tag, 'Accept the invitation to Royal Society');
    const updated = nextEvent(document, 'logto-organizations-updated');
    await pressAndWait(tag, 'Accept');
    const { action, item } = await updated;
    expect([action, item]).to.deep.equal(['added', 'organization']);
    await waitUntil(() => textOf(part(tag, 'status')) === 'You joined Royal Society.');
    expect(valuesOf(tag)).to.deep.equal({ 'Engine Works': 'Programmer', 'Royal Society': 'Fellow' });
    expect(organizationsOf(logto)).to.include('royal-society');
  });

  it('declines an invitation', async () => {
    const { tag, logto } = await openOrganizations();
    await pressAndWait(tag, 'Decline the invitation to Royal Society');
    const updated = nextEvent(document, 'logto-organizations-updated');
    await pressAndWait(tag, 'Decline');
    const { action, item } = await updated;
    expect([action, item]).to.deep.equal(['removed', 'invitation']);
    await waitUntil(() => textOf(part(tag, 'status')) === 'You declined the invitation to Royal Society.');
    expect(labelsOf(tag)).to.deep.equal(['Engine Works']);
    expect(organizationsOf(logto)).not.to.include('royal-society');
  });

  it('has no buttons when it is read-only', async () => {
    const { tag } = await openOrganizations({ readonly: true });
    expect(buttonsOf(tag)).to.deep.equal([]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
  });

  it('offers only the actions that the layer supports', async () => {
    const { tag, asked } = await openOrganizations({ enable: { organizations: { leave: false, invitations: false } } });
    expect(labelsOf(tag)).to.deep.equal(['Engine Works']);
    expect(buttonsOf(tag)).to.deep.equal([]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    expect(asked).not.to.include('GET /organization-invitations');
  });

  it('says so if the user is in no organization', async () => {
    const logto = aTenant({});
    Object.assign(logto.tenant.management, { memberships: [], invitations: [] });
    const { tag } = await openOrganizations({ logto });
    expect(textOf(tag)).to.equal('Organizations You’re not in any organization yet.');
  });

  it('renders nothing if the layer has organizations turned off', async () => {
    const { tag, asked } = await openOrganizations({ enable: { signInHistory: true } });
    expect(tag.matches(':state(off)')).to.equal(true);
    expect(asked).to.deep.equal(['GET /capabilities']);
  });

  it('shows the organizations from Logto without a layer, without buttons', async () => {
    const logto = aTenant({});
    logto.intercept(({ url }) => {
      if (!url.includes('/oidc/')) grant(logto, 'urn:logto:scope:organizations', 'urn:logto:scope:organization_roles');
      return undefined;
    });
    const { tag, asked } = await openOrganizations({ logto, withoutLayer: true });
    expect(valuesOf(tag)).to.deep.equal({ 'Engine Works': 'Programmer' });
    expect(buttonsOf(tag)).to.deep.equal([]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    expect(asked).to.deep.equal([]);
  });

  it('renders nothing if neither a layer nor the token has organizations', async () => {
    const logto = aTenant({});
    logto.intercept(({ url }) => {
      if (!url.includes('/oidc/')) grant(logto, 'profile');
      return undefined;
    });
    const { tag } = await openOrganizations({ logto, withoutLayer: true });
    expect(tag.matches(':state(off)')).to.equal(true);
    expect(textOf(tag)).to.equal('');
  });

  it('shows an error instead of an empty list when reading organizations fails, and tries again', async () => {
    listenToConsole(); // the layer says there what failed
    const logto = aTenant({});
    let isDown = true;
    logto.intercept(({ url }) =>
      isDown && url.endsWith('/organizations') ? new Response(null, { status: 500 }) : undefined,
    );
    const { tag } = await openOrganizations({ logto });
    expect(tag.matches(':state(failed)')).to.equal(true);
    expect(labelsOf(tag)).to.deep.equal([]);
    isDown = false;
    press(tag, 'Try again');
    await waitUntil(() => labelsOf(tag).length > 0);
    expect(labelsOf(tag)).to.deep.equal(['Royal Society', 'Engine Works']);
  });

  it('says that an invitation has expired meanwhile, and removes it', async () => {
    const logto = aTenant({});
    const { tag } = await openOrganizations({ logto });
    logto.tenant.management.invitations = [];
    listenToConsole();
    await pressAndWait(tag, 'Accept the invitation to Royal Society');
    await pressAndWait(tag, 'Accept');
    expect(allByRole(tag, 'alert').map(textOf)).to.deep.equal(['This no longer exists.']);
    expect(labelsOf(tag)).to.deep.equal(['Engine Works']);
    expect(organizationsOf(logto)).to.deep.equal(['engine-works']);
  });
});
