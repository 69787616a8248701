import { aGrant, aSession, aUser, FakeLogto, type Grant, type Session, type User } from '../fake-logto/fake-logto.js';
import type { Log } from '../fake-logto/management/data.js';
import type { Application } from '../fake-logto/tenant-types.js';
import { managementRecording, type Exchange } from './recording.js';

export const ids: Record<string, string> = {
  rina: 'l4m2ysvtbm6k',
  otto: 'k6toxkmwubsh',
  orla: 'kixoujltxj7g',
  mika: 'h11kt65quaz1',
  bare: 'vsgjdbo0f0el',
  sven: '5h5rmeeab6a9',
  nora: 'ytwaymmz6ys1',
  hugo: '7q51y811lhtp',
  dora: 'o0lw1s3utoj8',
  nobody: 'cbnc4wel6s99',
  vera: 'vera',
};

const apps: [name: string, id: string][] = [
  ['at the web app', 'u6t5xpvw47f92yjudiy6b'],
  ['at the second web app', 'u3eaflntuiuvzoce60rmx'],
  ['at the third-party app', 's30c19gyccjvkrpakttg7'],
  ['by personal access token', 'rt9mo6925p9s984jvtap8'],
  ['impersonated', 'rt9mo6925p9s984jvtap8'],
  ['exchanged', 'rt9mo6925p9s984jvtap8'],
];

const everyScope =
  'openid offline_access profile email phone address custom_data identities roles urn:logto:scope:organizations ' +
  'urn:logto:scope:organization_roles urn:logto:scope:sessions';

const bodyOf = <Body>(section: string, name: string) =>
  structuredClone(
    managementRecording.find((each) => each.section === section && each.name === name)?.response.body,
  ) as Body;

/** The tenant as it was at the beginning of a section. */
export function tenantOf(section: string, clock: { now: number }): FakeLogto {
  clock.now = firstTimeIn(section);
  const logto = new FakeLogto({
    clock: () => clock.now,
    users: Object.entries(ids).map(([name, id]) => userAtFirst(section, name, id)),
    applications: apps.slice(0, 4).map(([, id]) => anApplication(id)),
    environment: 'production',
  });
  const { tenant } = logto;
  Object.assign(tenant, { sessions: [], grants: [] });
  const [organization] = bodyOf<{ id: string; name: string; description: string; createdAt: number }[]>(
    'organizations',
    'of a user',
  );
  const aMachine = (id: string, hasRole: boolean) => ({ id, name: id, secret: 'APP_SECRET', hasRole });
  Object.assign(tenant.management, {
    applications: [aMachine('dlxbhg0448nlttsrg07gc', true), aMachine('nggbmpfuxmxhtjeya9h0s', false)],
    organizations: [{ ...organization, customData: { plan: 'pro' } }],
    organizationRoles: [
      { id: 'jc2aybtsk0uftt584azzz', name: 'Example admin', description: 'May do everything', type: 'User' },
    ],
    memberships: [
      { organizationId: organization?.id, userId: ids['otto'], roleIds: [] },
      { organizationId: organization?.id, userId: ids['rina'], roleIds: ['jc2aybtsk0uftt584azzz'] },
    ],
    invitations: [],
    roles: [
      { id: 'kblsqp8pphsecxsbv0ti1', name: 'Logto Management API access', description: '', type: 'MachineToMachine' },
      { id: 'kgpznf4sge2wo7hunwu9t', name: 'Example editor', description: 'May edit', type: 'User' },
    ],
    userRoles: [{ userId: ids['rina'], roleId: 'kgpznf4sge2wo7hunwu9t' }],
    logs: [],
  });
  // The recorded lists show what existed.
  if (section === 'user-sessions') {
    tenant.sessions = bodyOf<{ sessions: Session[] }>(section, 'list').sessions;
    tenant.grants = tenant.sessions.flatMap(grantsIn);
  }
  if (section === 'permission-proof') {
    const { sessions } = bodyOf<{ sessions: (Session & { isCurrent?: boolean })[] }>(
      section,
      'sessions, Edit: good V (password)',
    );
    const first = sessions.filter(({ isCurrent }) => isCurrent).concat(sessions.filter(({ isCurrent }) => !isCurrent));
    tenant.sessions = first.map(({ isCurrent: _, ...session }) => session);
    takeGrants(tenant, section, 'grants, Edit: good V (password)');
    const known = new Set(tenant.grants.map(({ id }) => id));
    tenant.grants.push(...tenant.sessions.flatMap(grantsIn).filter(({ id }) => !known.has(id)));
  }
  if (section === 'account-center') tenant.accountCenter = bodyOf(section, 'get, as good as new');
  if (section === 'sign-in-exp') tenant.signInExperience = bodyOf(section, 'get');
  if (section === 'applications') takeApplications(tenant);
  if (section === 'delete-user') takeGrants(tenant, section, 'its grants');
  if (section === 'suspend-user') takeGrants(tenant, section, 'its grants');
  if (section === 'management-token') {
    // The recorded tenant had 23 users in all.
    for (const user of tenant.users) if (user.id !== ids['bare']) user.createdAt = 0;
    tenant.users.push(...Array.from({ length: 12 }, () => aUser({ createdAt: 0 })));
  }
  if (section === 'user-grants') {
    takeGrants(tenant, section, 'list');
  }
  return logto;
}

interface RecordedApplication extends Pick<Application, 'id' | 'name' | 'description' | 'isThirdParty'> {
  oidcClientMetadata: Pick<Application, 'redirectUris' | 'postLogoutRedirectUris'>;
  customClientMetadata: Pick<Application, 'corsAllowedOrigins'>;
}

const applicationFrom = ({ oidcClientMetadata, customClientMetadata, ...rest }: RecordedApplication): Application => ({
  ...{ id: rest.id, name: rest.name, description: rest.description ?? null, isThirdParty: rest.isThirdParty },
  ...oidcClientMetadata,
  ...customClientMetadata,
});

function takeApplications(tenant: FakeLogto['tenant']): void {
  tenant.applications = ['get an SPA', 'get a third-party application'].map((name) =>
    applicationFrom(bodyOf('applications', name)),
  );
  const [machine] = tenant.management.applications;
  if (machine) machine.name = bodyOf<{ name: string }>('applications', 'get an M2M application').name;
}

/** The grants of a recorded list, and the names of their applications. */
function takeGrants(tenant: FakeLogto['tenant'], section: string, name: string): void {
  const { grants } = bodyOf<{ grants: (Grant & { application?: { id: string; name: string } })[] }>(section, name);
  tenant.grants = grants.map(({ application: _, ...grant }) => grant);
  for (const { application } of grants) {
    Object.assign(tenant.applications.find(({ id }) => id === application?.id) ?? {}, application);
  }
}

function userAtFirst(section: string, name: string, id: string): User {
  const all = usersIn(managementRecording.filter((each) => each.section === section)).concat(
    usersIn(managementRecording),
  );
  const recorded = all.find((user) => user.id === id);
  const hasNoPassword = name === 'bare' && ['has-password', 'users'].includes(section);
  const ssoIdentities = name === 'rina' ? [enterpriseIdentity()] : [];
  const known = { username: name, primaryEmail: `${name}@example.com`, ...recorded };
  return aUser({ ...known, id, ssoIdentities, isSuspended: false, password: hasNoPassword ? null : 'Walnut-Lamp!73' });
}

const enterpriseIdentity = () =>
  bodyOf<{ ssoIdentities: { ssoIdentity: unknown }[] }>('all-identities', 'social and SSO').ssoIdentities[0]
    ?.ssoIdentity;

function usersIn(value: unknown): User[] {
  if (Array.isArray(value)) return value.flatMap(usersIn);
  if (typeof value !== 'object' || value === null) return [];
  const isUser = 'username' in value && 'isSuspended' in value && 'identities' in value;
  return isUser ? [value as User] : Object.values(value).flatMap(usersIn);
}

const firstTimeIn = (section: string) =>
  Math.min(
    ...timesIn(managementRecording.filter((each) => each.section === section && each.method === 'POST')),
    1795908530000,
  );

/** When something was made, as far as an exchange says so. */
export function timesIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(timesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'createdAt' && typeof inner === 'number' && inner > 1795908500000) return [inner];
    return timesIn(inner);
  });
}

const anApplication = (id: string): Application => ({
  id,
  name: id,
  isThirdParty: id === 's30c19gyccjvkrpakttg7',
  redirectUris: ['http://localhost:5173/callback', 'https://app.example.com/callback'],
  postLogoutRedirectUris: [],
});

function grantsIn({ accountId, payload }: Session): Grant[] {
  return Object.entries(payload.authorizations ?? {}).map(([clientId, { grantId }]) => ({
    id: grantId,
    payload: { exp: 0, iat: 0, jti: grantId, kind: 'Grant', clientId, accountId, openid: { scope: 'openid' } },
    expiresAt: payload.exp * 1000,
  }));
}

const thirdPartyScope = 'openid offline_access profile email identities urn:logto:scope:sessions';

/** What each token was issued for; the first that fits counts. */
const scopes: [tokenOf: RegExp, scope: string][] = [
  [/scopes? (openid[^,]*?)( only)?$/, ''],
  [/^mika, by personal access token$/, 'openid profile'],
  [/personal access token at the web app/, 'openid identities'],
  [/by personal access token$/, 'openid profile identities urn:logto:scope:sessions'],
  [/impersonated/, 'openid profile'],
  [/exchanged/, 'openid profile identities'],
  [/^otto at the third-party app/, 'openid offline_access profile'],
  [/^orla at the third-party app/, 'openid offline_access profile email'],
  [/third-party/, thirdPartyScope],
];

/** Sessions that ended while a token of theirs was watched. */
const sessionUids: Record<string, string> = {
  'otto on a phone': 'kNL8POZlgehLF3OHvVZvgz-uO-bluyFWGm8x9SR7iA7',
  'otto at the third-party app': 'kNL8POZlgehLF3OHvVZvgz-uO-bluyFWGm8x9SR7iA7',
  'otto on a phone again': 'aWiSxImsL3qfBXx0kBiIQVcVtLYhoW1_jSlGThGiJlz',
  'otto, third phone': 'FdqwV6CINQPK5y42m1N4rO4TacEaecZU962ijxyxQLc',
};

/** The token that a recorded request was made with, for the first time. */
export function tokenFor(logto: FakeLogto, tokenOf: string): string {
  const [name = ''] = tokenOf.match(/^\w+/) ?? [];
  const userId = ids[name];
  if (!userId || /revoked/.test(tokenOf)) return 'aTokenThatIsNotGoodAnyMore';
  const [pattern, scope] = scopes.find(([fits]) => fits.test(tokenOf)) ?? [undefined, everyScope];
  const granted = scope || (pattern && tokenOf.match(pattern)?.[1]) || 'openid';
  const applicationId = apps.find(([place]) => tokenOf.includes(place))?.[1] ?? 'u6t5xpvw47f92yjudiy6b';
  const uid = sessionUids[tokenOf];
  if (uid) signIn(logto, userId, uid);
  const token = logto.issueToken(userId, {
    scopes: granted.split(' '),
    applicationId,
    ...(uid && { sessionUid: uid }),
    ...(/expired/.test(tokenOf) && { expiresIn: -1 }),
    ...(tokenOf.includes('impersonated by otto') && { act: ids['otto'] ?? '' }),
  });
  const grant = logto.tenant.grants.find(
    ({ payload }) => payload.accountId === userId && payload.clientId === applicationId,
  );
  if (tokenOf.startsWith('orla') && grant) Object.assign(logto.tenant.accessTokens[token] ?? {}, { grantId: grant.id });
  return token;
}

/** A session that the recording does not show before it is ended. */
function signIn({ tenant, now }: FakeLogto, userId: string, uid: string): void {
  if (tenant.sessions.some(({ payload }) => payload.uid === uid)) return;
  const grant = aGrant(userId, { clientId: 'u6t5xpvw47f92yjudiy6b', grantedAt: now() });
  tenant.grants.push(grant);
  tenant.sessions.push(
    aSession(userId, { uid, clientId: 'u6t5xpvw47f92yjudiy6b', grantId: grant.id, signedInAt: now() }),
  );
}

/** What else had happened right before an exchange, by section and name. Names the tokens that were issued then. */
export const events: Record<string, (logto: FakeLogto, clock: { now: number }) => void | string[]> = {
  'applications/patch redirect URIs (read, merge, write)': ({ tenant }) => {
    tenant.applications.push(applicationFrom(bodyOf('applications', 'create an SPA')));
  },
  'delete-user/a new user with the same name and address gets a new id': ({ tenant }) => {
    const recorded = usersIn(managementRecording).find(({ id }) => id === '0cr3b786ipcw');
    tenant.users.push(aUser({ ...recorded, password: 'Walnut-Lamp!73' }));
  },
  'introspection/token of a user suspended since': ({ tenant }) => forgetTokens(tenant, 'sven'),
  'introspection/token of a user deleted since': ({ tenant }) => forgetTokens(tenant, 'vera'),
  'organizations/a member who left and came back has no roles': ({ tenant }) => {
    tenant.management.memberships.push({ organizationId: '6nxfjb0tbye9', userId: ids['rina'] ?? '', roleIds: [] });
  },
  'organizations/a lapsed invitation': (_, clock) => void (clock.now += 10_000),
  'permission-proof/the same after the password is gone': ({ tenant }) => {
    Object.assign(tenant.users.find(({ id }) => id === ids['bare']) ?? {}, { password: null });
  },
  'permission-proof/backup codes, the user has some: good V': ({ tenant }) => {
    const { codes } = bodyOf<{ codes: { code: string }[] }>(
      'permission-proof',
      'backup codes, the user has some: good V',
    );
    const rina = tenant.users.find(({ id }) => id === ids['rina']);
    rina?.mfaVerifications.push({ id: 'codes', createdAt: '', type: 'BackupCode', codes });
  },
  'permission-proof/grants, token of a third-party app: good V made at the web app': ({ tenant }) => {
    takeGrants(tenant, 'permission-proof', 'grants, token of a third-party app: good V made at the web app');
    tenant.grants.push(
      ...tenant.sessions.flatMap(grantsIn).filter((grant) => tenant.grants.every(({ id }) => id !== grant.id)),
    );
  },
  'user-logs/sign-ins of a user': ({ tenant }) => {
    tenant.management.logs = recordedLogs();
  },
  'user-sessions/one': () => ['otto on a phone', 'otto at the third-party app'],
  'user-sessions/delete, no revokeGrantsTarget': () => ['otto on a phone again'],
  'user-sessions/delete, revokeGrantsTarget=all': () => ['otto, third phone'],
};

function forgetTokens({ accessTokens }: FakeLogto['tenant'], name: string): void {
  for (const [value, { userId }] of Object.entries(accessTokens)) if (userId === ids[name]) delete accessTokens[value];
}

/** All entries that the section shows; some only in part. */
function recordedLogs(): Log[] {
  const found = managementRecording
    .filter(({ section }) => section === 'user-logs')
    .flatMap(({ response }) => response.body);
  const logs = new Map<string, Log>();
  for (const log of found as unknown as (Log & { tenantId?: string })[]) {
    const { tenantId, ...entry } = Object(log) as Log & { tenantId?: string };
    if (entry.key && (tenantId || !logs.has(entry.id))) logs.set(entry.id, entry);
  }
  return [...logs.values()];
}

/** The switches of the account center during this exchange. */
export function configure({ tenant }: FakeLogto, { section, name }: Exchange): void {
  if (section !== 'permission-proof') return;
  const { accountCenter } = new FakeLogto().tenant;
  const { fields } = accountCenter;
  const set = (access: 'ReadOnly' | 'Off', names: string[]) => {
    for (const field of names) fields[field as keyof typeof fields] = access;
  };
  if (name.includes('session and mfa ReadOnly')) set('ReadOnly', ['session', 'mfa']);
  if (name.includes('session and mfa Off')) set('Off', ['session', 'mfa']);
  if (name.includes('every field Off')) set('Off', Object.keys(fields));
  if (name.includes('no field set')) accountCenter.fields = {};
  if (name.includes('account center disabled')) accountCenter.enabled = false;
  tenant.accountCenter = accountCenter;
}
