import {
  FakeLogto,
  aUser,
  type FakeLogtoOptions,
  type Grant,
  type Session,
  type User,
} from '../fake-logto/fake-logto.js';
import type { AccountCenter, Application } from '../fake-logto/tenant-types.js';
import type { TrustedDevice } from '../fake-logto/users.js';
import { recordedBody, recording, trustedDevicesRecording, type Exchange } from './recording.js';

const everybodysPassword = 'Walnut-Lamp!73';
const account = recordedBody<Partial<User>>('cors', 'GET my-account, unregistered origin');
const { sessions } = recordedBody<{ sessions: (Session & { isCurrent?: boolean })[] }>('sessions', 'list');
const { grants } = recordedBody<{ grants: (Grant & { application?: Application })[] }>('grants', 'list');

export const userIds: Record<string, string> = { rec: account.id ?? '' };

export const ownApplication = 'zp55sw8v05y9nuhs2stm3';
export const foreignApplication = '1f5uym263kjdmtx8freo2';
export const foreignGrant = grants.find(({ payload }) => payload.clientId === foreignApplication);

/** The sessions of tokens that are called after one. */
export const sessionUids: Record<string, string> = {
  rec: 'pAUtEazxKJA25rYowZQuF0iOedxlAMHTn7cVuXt4z77',
  'rec, second session': 'w9ZMrzINtG0vjYL03lMaAjldCXq3aFZwBLF5ZQIeNtm',
  'rec, third session': 'YtuFGKUB2IxsnxYmAB-kv3-HuZkDsT6p0UmrW53D_SF',
  'rec, fourth session': 'CL6ptbPxttRmO0Z-FGHfCUHYoLOV4twquh4Pqv1U3We',
  'rec, session that revokes itself': 'PQabts03hdwhaIcW4Io4makBUwXq0DPqWmIsI6nMQ4C',
  'rec at a third-party app': 'ShqY31NbRU9-foKMQWVQS0CkjH6-BJby9xYJ_zw507k',
};

/** The recorded tenant in its initial state, with a fixed clock. */
export function recordedTenant(options: FakeLogtoOptions = {}): FakeLogto {
  const now = account.lastSignInAt ?? 0;
  const named = (name: string, more: Partial<User> = {}) => {
    const user = aUser({ username: name, password: everybodysPassword, applicationId: ownApplication, ...more });
    userIds[name] = user.id;
    return user;
  };
  const logto = new FakeLogto({
    clock: () => now,
    users: [
      named('rec', { ...account, trustedDevices: trustedDevices() }),
      named('solo'),
      named('peer', {
        primaryEmail: 'peer@example.com',
        primaryPhone: '12025550112',
        identities: { 'mock-social': { userId: 'peer-social' } },
      }),
      named('onlymail', { id: '8wi11qgrgy5a', primaryEmail: 'onlymail@example.com' }),
      named('bare', { id: 'bhun7qv5ncjr', password: null }),
    ],
    applications: [anApplication(ownApplication, 'element-tests'), aForeignApplication()],
    emailBlocklist: { blockSubaddressing: true },
    ...options,
  });
  logto.tenant.sessions = sessions.map(({ isCurrent: _, ...session }) => session);
  logto.tenant.grants = grants.map(({ application: _, ...grant }) => grant).filter(({ id }) => id !== foreignGrant?.id);
  return logto;
}

const anApplication = (id: string, name: string): Application => ({
  id,
  name,
  isThirdParty: false,
  redirectUris: [],
  postLogoutRedirectUris: [],
});

const aForeignApplication = () => ({
  ...anApplication(foreignApplication, 'element-tests-third-party'),
  isThirdParty: true,
});

/** The token that a recorded request was made with. */
export function tokenFor(logto: FakeLogto, tokenOf = 'rec'): string {
  const [name = 'rec'] = tokenOf.match(/^\w+/) ?? [];
  const userId = userIds[name];
  if (!userId || /^(id_token|token for)/.test(tokenOf)) {
    return tokenOf.startsWith('expired')
      ? logto.issueToken(userIds.rec ?? '', { expiresIn: -1 })
      : 'not-an-access-token';
  }
  if (tokenOf === 'rec, scopes openid only') return logto.issueToken(userId, { scopes: ['openid'] });
  if (tokenOf === 'rec at a third-party app') {
    const scopes = foreignGrant?.payload.openid.scope.split(' ') ?? [];
    return logto.issueToken(userId, { scopes, applicationId: foreignApplication, sessionUid: sessionUids[tokenOf] });
  }
  return logto.issueToken(userId, { sessionUid: sessionUids[tokenOf] });
}

const withoutRelatedOrigins = new Set([
  'registration options, no related origins configured',
  'verify from an origin that is not a related origin',
  'verify without Origin header',
]);

/** Sets the tenant's switches as they were during this exchange. */
export function configure({ tenant }: FakeLogto, { section, name }: Exchange): void {
  const fresh = new FakeLogto().tenant;
  const { signInExperience } = fresh;
  const accountCenter = accountCenterIn(section);
  if (section === 'lockout') signInExperience.sentinelPolicy = { maxAttempts: 3, lockoutDuration: 15 };
  if (name === 'PATCH username shorter than the policy') signInExperience.usernamePolicy.minLength = 4;
  if (name.endsWith('while the factor is not enabled')) signInExperience.mfa.factors = [];
  if (name.endsWith('while field password is Off')) accountCenter.fields.password = 'Off';
  if (name.startsWith('passkey ReadOnly, mfa Edit')) accountCenter.fields.passkey = 'ReadOnly';
  if (withoutRelatedOrigins.has(name)) accountCenter.webauthnRelatedOrigins = [];
  if (tenant.devFeatures) accountCenter.fields.trustedDevice = name.endsWith('field Off') ? 'Off' : 'Edit';
  const connectors = fresh.connectors.filter(({ type }) => name !== 'no SMS connector' || type !== 'Sms');
  const storage = name.endsWith('without a storage provider') ? undefined : {};
  Object.assign(tenant, { accountCenter, signInExperience, connectors, storage });
}

/** As the section recorded it itself, otherwise as it was in the beginning. */
function accountCenterIn(section: string): AccountCenter {
  const path = '/api/.well-known/account-center';
  const found = recording.find((exchange) => exchange.section === section && exchange.path === path);
  return found && section !== 'cors'
    ? (structuredClone(found.response.body) as unknown as AccountCenter)
    : new FakeLogto().tenant.accountCenter;
}

function trustedDevices(): TrustedDevice[] {
  const listed = trustedDevicesRecording.find(({ name }) => name === 'list')?.response.body;
  return (listed as unknown as (TrustedDevice & { isCurrent?: boolean })[]).map(
    ({ isCurrent: _, ...device }) => device,
  );
}
