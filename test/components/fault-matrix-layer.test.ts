import { html } from '@open-wc/testing';

import '../../components/access-tokens/create-token-form.js'; // which the tag loads when it is needed, like the next
import '../../components/access-tokens/rename-token-form.js';
import '../../components/access-tokens/logto-access-tokens.js';
import '../../components/organizations/logto-organizations.js';
import { ada } from '../fake-logto/fake-logto.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { listenToConsole } from '../helpers/console.js';
import { parts } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';
import { alertsIn, anEndpoint, aTenant, enter, openPage, press, whenIdle, statusOf } from './credential-page.js';
import { describeFaults, type Deed } from './fault-matrix.js';

/*
 * What goes through the page's own layer meets the faults of Logto behind it.
 */

interface Steps {
  ask: string;
  /** The name that is entered in the form. */
  name?: string;
  confirm: string;
}

async function open(tag: HTMLElement, { ask, name, confirm }: Steps): Promise<Deed> {
  listenToConsole(); // the layer says there what failed
  const [logto, at] = [aTenant({}), anEndpoint()];
  logto.tenant.management.personalAccessTokens.push({
    userId: ada,
    name: 'Backup',
    value: 'pat_backup',
    createdAt: Date.UTC(2026, 9, 5, 12),
    expiresAt: null,
  });
  serveLayer(logto, at, { organizations: true, personalAccessTokens: true });
  await openPage(html`${tag}`, { logto, at, attributes: { 'account-api': accountApi } });
  await whenIdle(tag);
  press(tag, ask);
  await whenIdle(tag);
  if (name) enter(tag, 'Name', name);
  const act = async () => {
    press(tag, confirm);
    await whenIdle(tag);
    await waitUntil(() => alertsIn(tag).length > 0 || statusOf(tag) !== '' || parts(tag, 'token').length > 0);
  };
  return { tag, logto, act };
}

const inOrganizations = (steps: Steps) => open(document.createElement('logto-organizations'), steps);
const inTokens = (steps: Steps) => open(document.createElement('logto-access-tokens'), steps);

/** The layer responds itself if Logto does not. */
const says = /Something went wrong on our side\.|Too many attempts\.|The server (took too long|could not do this)/;

/** Either the secret is shown, or a message that it was lost. */
async function newToken(): Promise<Deed> {
  const deed = await inTokens({ ask: 'Create an access token', name: 'Laptop', confirm: 'Create' });
  const isCreated = () => parts(deed.tag, 'token').length > 0 || statusOf(deed.tag).startsWith('Laptop was created');
  return { ...deed, status: () => (isCreated() ? 'It was created.' : '') };
}

describeFaults({
  'a new access token': {
    route: 'POST personal-access-tokens',
    where: /^POST .*personal-access-tokens$/,
    said: 'It was created.',
    says,
    begin: newToken,
  },
  'the name of an access token': {
    route: 'PATCH personal-access-tokens',
    where: /^PATCH .*personal-access-tokens/,
    said: 'Laptop saved.',
    says,
    begin: () => inTokens({ ask: 'Rename Backup', name: 'Laptop', confirm: 'Save' }),
  },
  'the deletion of an access token': {
    route: 'POST personal-access-tokens/delete',
    where: /personal-access-tokens\/delete$/,
    said: 'Backup was deleted.',
    says,
    begin: () => inTokens({ ask: 'Delete Backup', confirm: 'Delete' }),
  },
  'leaving an organization': {
    route: 'DELETE organizations/*',
    where: /^DELETE/,
    said: 'You left Engine Works.',
    says,
    begin: () => inOrganizations({ ask: 'Leave Engine Works', confirm: 'Leave' }),
  },
  'accepting an invitation': {
    route: 'POST organization-invitations/*/*',
    where: /^PUT/,
    said: 'You joined Royal Society.',
    says,
    begin: () => inOrganizations({ ask: 'Accept the invitation to Royal Society', confirm: 'Accept' }),
  },
  'declining an invitation': {
    route: 'POST organization-invitations/*/*',
    where: /^PUT/,
    said: 'You declined the invitation to Royal Society.',
    says,
    begin: () => inOrganizations({ ask: 'Decline the invitation to Royal Society', confirm: 'Decline' }),
  },
});
