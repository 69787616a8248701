import type { AccountClient } from '../../src/api/account-client.js';
import {
  getInvitations,
  getOrganizationClaims,
  getOrganizations,
  type Invitation,
  type Organization,
} from '../../src/api/organizations.js';
import { capabilitiesFor } from '../../src/state/account-layer.js';
import { defineResource } from '../../src/state/account-resource.js';

/** Where the user is, and may be. */
export interface Memberships {
  organizations: readonly Organization[];
  invitations: readonly Invitation[];
  canLeave: boolean;
  canReply: boolean;
}

/** From the page's own layer, else from Logto, which shows no more than that; `undefined` where neither has any. */
export const memberships = defineResource<Memberships | undefined>({
  read: (client) => (client.accountApi === undefined ? fromLogto(client) : fromLayer(client)),
});

async function fromLayer(client: AccountClient): Promise<Memberships | undefined> {
  const offered = (await capabilitiesFor(client)).organizations;
  if (!offered) return undefined;
  const [organizations, invitations] = await Promise.all([
    getOrganizations(client),
    offered.invitations ? getInvitations(client) : [],
  ]);
  return { organizations, invitations, canLeave: offered.leave, canReply: offered.invitations };
}

async function fromLogto(client: AccountClient): Promise<Memberships | undefined> {
  const organizations = await getOrganizationClaims(client);
  return organizations && { organizations, invitations: [], canLeave: false, canReply: false };
}
