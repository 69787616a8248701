import type { Exchange } from './recording.js';

/** The title of the test for each section that is replayed, without its subject. */
export const replayed: Record<string, string> = {
  'management-token': 'issues tokens to machine-to-machine applications, and accepts no others',
  introspection: 'introspects tokens for authorized applications',
  userinfo: 'returns the user info that the scopes grant',
  'permission-proof': 'checks the verification record first, then the toggle, then the scope',
  'delete-user': 'deletes users with all their data',
  'suspend-user': 'suspends users and ends their tokens',
  'personal-access-tokens': 'stores personal access tokens by name, and returns their secrets each time',
  organizations: 'stores organizations, their members and invitations',
  'user-logs': 'finds entries of the audit log',
  'user-sessions': 'lists and ends the sessions of a user',
  'user-grants': 'lists and revokes the grants of a user',
  'all-identities': 'returns social and enterprise identities',
  'has-password': 'says whether the user has a password',
  roles: 'assigns and removes roles',
  users: 'reads and changes users',
  'account-center': 'stores account center settings, and says what is wrong with them',
  applications: 'returns applications, and stores redirect URIs and origins',
  connectors: 'lists connectors',
  'sign-in-exp': 'returns the sign-in experience, and stores second factors',
};

/** The sections that are not replayed, and why. */
export const leftOut: Record<string, string> = {
  'auth-time': 'signing in: a real OpenID provider stands in for it',
  'custom-profile-fields': 'making custom profile fields: a test puts them into the tenant',
  hooks: 'webhooks: what Logto sends, and how they are set up',
  'authorize-probe': 'signing in, and what pages may read: a real OpenID provider, and the tests of the doctor',
  versions: 'the pages and descriptions of a server: nothing of ours asks which version it is',
};

/** Whether whole keys are left out of the recording, and the others are as they were. */
export const showsSomeKeys = (omitted: unknown) => String(omitted).startsWith('all keys but');

/** Single exchanges of the sections above that are not replayed, and why. The first that fits counts. */
const exceptions: [fits: (exchange: Exchange) => boolean, reason: string][] = [
  [({ path }) => /^\/oidc\/(auth|token\/revocation)/.test(path), 'signing in and out: a real OpenID provider'],
  [({ path }) => path.startsWith('/api/experience'), 'the sign-in page’s own API'],
  [({ method }) => method === 'OPTIONS', 'no page asks here'],
  [
    ({ path, method }) => path.startsWith('/oidc/') && method === 'GET' && !path.endsWith('/me'),
    'no such route is asked for',
  ],
  [
    ({ request }) => /grant_type=(urn|refresh_token)/.test(JSON.stringify(request.body)),
    'other grants: a real OpenID provider',
  ],
  [({ request }) => (request.tokenOf ?? '').startsWith('refresh token'), 'refresh tokens: a real OpenID provider'],
  [({ request }) => /ID_TOKEN/.test(JSON.stringify(request)), 'ID tokens: a real OpenID provider'],
  [({ request }) => (request.tokenOf ?? '').includes('custom claims'), 'scripts for custom claims'],
  [
    ({ request }) => (request.tokenOf ?? '').includes('suspended in the database only'),
    'a state that no request makes',
  ],
  [({ name }) => name.includes('expired secret'), 'secrets that end'],
  [({ name }) => name === 'wrong secret, de', 'messages in other languages'],
  [({ omitted }) => Boolean(omitted) && !showsSomeKeys(omitted), 'the recording shows only a part of the answer'],
  [
    ({ section, name }) => section === 'suspend-user' && / exchanged token/.test(name),
    'a gap of this version: the newer one lets no suspended user in',
  ],
  [
    ({ section, name }) => section === 'permission-proof' && /^delete .* third-party app: good/.test(name),
    'a gap of this version: the newer one lets third-party apps change nothing',
  ],
  [({ path }) => path === '/api/subject-tokens', 'impersonation by support'],
  [({ name }) => name === 'its logs stay', 'the log of signing in: a real OpenID provider'],
  [({ name }) => name.startsWith('public client as Basic'), 'credentials that no client sends'],
  [
    ({ name, section }) => section === 'users' && /codes?\b|^add |^factors$|^remove |storage/.test(name),
    'factors, codes and impersonation by support',
  ],
  [({ path }) => /\/(scopes|sso-identities)/.test(path), 'the routes have no use here'],
  [
    ({ section, name, path }) =>
      section === 'applications' &&
      (/^(create|list|search|delete)/.test(name) || /\/(secrets|roles|user-consent)/.test(path)),
    'nothing of ours makes, lists or removes applications, or deals with their secrets and roles',
  ],
  [
    ({ section, name }) => section === 'applications' && name.startsWith('patch isAdmin'),
    'nothing of ours changes an application without people',
  ],
  [
    ({ section, method, path }) =>
      section === 'connectors' && (method !== 'GET' || !path.startsWith('/api/connectors')),
    'nothing of ours changes connectors, or sends a mail to try them',
  ],
  [
    ({ section, method, request }) =>
      section === 'sign-in-exp' && method === 'PATCH' && !Object.hasOwn(Object(request.body) as object, 'mfa'),
    'nothing of ours changes more of the sign-in page than the second factors',
  ],
  [
    ({ name }) => /roles of an organization|all roles|M2M roles|organization roles/.test(name),
    'lists for administrators',
  ],
];

/** Why an exchange is not replayed, when it is not. */
export function reasonAgainst(exchange: Exchange): string | undefined {
  return leftOut[exchange.section] ?? exceptions.find(([fits]) => fits(exchange))?.[1];
}
