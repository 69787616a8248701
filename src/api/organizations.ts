import type { AccountClient } from './account-client.js';
import type { LayerProof } from './layer-proof.js';
import { expectShape, isText } from './response-shape.js';

/** An organization that the user is in. */
export interface Organization {
  id: string;
  name: string;
  roles: readonly { name: string }[];
}

/** An invitation that waits for an answer. Times are milliseconds since 1970. */
export interface Invitation {
  id: string;
  organization: { name: string | null };
  roles: readonly { name: string }[];
  expiresAt: number;
}

/** `GET /organizations` of the page's own layer. */
export async function getOrganizations(client: AccountClient): Promise<Organization[]> {
  const body = await client.send({ method: 'GET', path: 'organizations', isOfLayer: true });
  const { organizations } = expectShape<{ organizations: Organization[] }>(
    body,
    (answer) => Array.isArray(answer.organizations) && answer.organizations.every(isKnown),
  );
  return organizations;
}

/** `GET /organization-invitations` of the page's own layer. */
export async function getInvitations(client: AccountClient): Promise<Invitation[]> {
  const body = await client.send({ method: 'GET', path: 'organization-invitations', isOfLayer: true });
  const { invitations } = expectShape<{ invitations: Invitation[] }>(
    body,
    (answer) => Array.isArray(answer.invitations) && answer.invitations.every(isKnown),
  );
  return invitations;
}

/** `DELETE /organizations/:id` of the page's own layer. */
export const leaveOrganization = (client: AccountClient, id: string, verification: LayerProof) =>
  client.send({ method: 'DELETE', path: `organizations/${encodeURIComponent(id)}`, verification, isOfLayer: true });

/** `POST /organization-invitations/:id/accept` or `decline` of the page's own layer. */
export const answerInvitation = (client: AccountClient, id: string, reply: 'accept' | 'decline') =>
  client.send({ method: 'POST', path: `organization-invitations/${encodeURIComponent(id)}/${reply}`, isOfLayer: true });

/** What `GET /oidc/me` says of organizations. */
interface Claims {
  organization_data?: readonly { id?: unknown; name?: unknown }[];
  organization_roles?: readonly unknown[];
}

/** The same from `GET /oidc/me`, of Logto itself; `undefined` where the token has no scope for them. */
export async function getOrganizationClaims(client: AccountClient): Promise<Organization[] | undefined> {
  const body = await client.send({ method: 'GET', path: 'me', isOfOidc: true });
  const { organization_data: data, organization_roles: roles = [] } = expectShape<Claims>(
    body,
    (claims) => isListOrNothing(claims.organization_data) && isListOrNothing(claims.organization_roles),
  );
  return data?.flatMap(({ id, name }) =>
    isText(id) && isText(name) ? [{ id, name, roles: rolesIn(roles, id).map((role) => ({ name: role })) }] : [],
  );
}

/** Each is written as the id of the organization, a colon, and the name of the role. */
const rolesIn = (roles: readonly unknown[], id: string): string[] =>
  roles.filter(isText).flatMap((role) => (role.startsWith(`${id}:`) ? [role.slice(id.length + 1)] : []));

const isListOrNothing = (value: unknown) => value === undefined || Array.isArray(value);

const isKnown = (item: { id?: unknown; roles?: unknown } | null) => isText(item?.id) && Array.isArray(item?.roles);
