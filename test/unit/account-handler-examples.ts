import { ada } from '../fake-logto/fake-logto.js';
import type { Layer } from './account-handler-set-up.js';

/** How to ask for each operation, so that it does what it is for. */
export interface Example {
  /** The path with everything in its place. */
  path: string;
  body?: object;
  needsProof?: boolean;
  /** The final request to Logto that changes something. */
  deed?: RegExp;
  /** Prepares the tenant. */
  prepare?: (layer: Layer) => void;
  success: number;
}

const invitationId = 'an-invitation-to-ada';

export const examples: Record<string, Example> = {
  deleteAccount: { path: '/account', needsProof: true, deed: /^DELETE \/api\/users\/\w+$/, success: 200 },
  listPersonalAccessTokens: { path: '/personal-access-tokens', prepare: addToken, success: 200 },
  createPersonalAccessToken: {
    path: '/personal-access-tokens',
    body: { name: 'Laptop', expiresAt: null },
    needsProof: true,
    deed: /^POST .*\/personal-access-tokens$/,
    success: 201,
  },
  renamePersonalAccessToken: {
    path: '/personal-access-tokens',
    body: { currentName: 'Old', name: 'New' },
    deed: /^PATCH .*\/personal-access-tokens$/,
    prepare: addToken,
    success: 200,
  },
  deletePersonalAccessToken: {
    path: '/personal-access-tokens/delete',
    body: { name: 'Old' },
    needsProof: true,
    deed: /^POST .*\/personal-access-tokens\/delete$/,
    prepare: addToken,
    success: 204,
  },
  listOrganizations: { path: '/organizations', success: 200 },
  leaveOrganization: {
    path: '/organizations/engine-works',
    needsProof: true,
    deed: /^DELETE \/api\/organizations/,
    success: 204,
  },
  listInvitations: { path: '/organization-invitations', success: 200 },
  acceptInvitation: {
    path: `/organization-invitations/${invitationId}/accept`,
    deed: /^PUT \/api\/organization-invitations/,
    prepare: nameInvitation,
    success: 204,
  },
  declineInvitation: {
    path: `/organization-invitations/${invitationId}/decline`,
    deed: /^PUT \/api\/organization-invitations/,
    prepare: nameInvitation,
    success: 204,
  },
  readSignInHistory: { path: '/sign-in-history', needsProof: true, success: 200 },
  readDataPart: { path: '/data-export/account', needsProof: true, success: 200 },
};

export function addToken({ logto }: Layer) {
  const token = { userId: ada, value: 'pat_secret', createdAt: logto.now(), expiresAt: null };
  logto.tenant.management.personalAccessTokens.push({ ...token, name: 'Old' });
}

function nameInvitation({ logto }: Layer) {
  for (const invitation of logto.tenant.management.invitations) invitation.id = invitationId;
}

/** Whether a request to Logto is the one that makes the operation's change. */
export const isDeed = ({ deed }: Example, { method, url }: Request) =>
  deed?.test(`${method} ${new URL(url).pathname}`) ?? false;
