import { FakeLogto, aGrant, aSession, aUser, type Grant, type Session, type User } from '../fake-logto/fake-logto.js';
import type { AccountCenter, Application, SocialTokens, VerificationRecord } from '../fake-logto/tenant-types.js';
import { recordedBody, recording, type Exchange } from './recording.js';

const everybodysPassword = 'Walnut-Lamp!73';
const account = recordedBody<Partial<User>>('cors', 'GET my-account, unregistered origin');
const { sessions } = recordedBody<{ sessions: (Session & { isCurrent?: boolean })[] }>('sessions', 'list');
const { grants } = recordedBody<{ grants: (Grant & { application?: Application })[] }>('grants', 'list');

export const userIds: Record<string, string> = { rec: account.id ?? '' };

const ownApplication = 'zp55sw8v05y9nuhs2stm3';
const foreignApplication = '1f5uym263kjdmtx8freo2';
const foreignGrant = grants.find(({ payload }) => payload.clientId === foreignApplication);

/** The sessions of tokens that are called after one. */
const sessionUids: Record<string, string> = {
  rec: 'pAUtEazxKJA25rYowZQuF0iOedxlAMHTn7cVuXt4z77',
  'rec, second session': 'w9ZMrzINtG0vjYL03lMaAjldCXq3aFZwBLF5ZQIeNtm',
  'rec, third session': 'YtuFGKUB2IxsnxYmAB-kv3-HuZkDsT6p0UmrW53D_SF',
  'rec, fourth session': 'CL6ptbPxttRmO0Z-FGHfCUHYoLOV4twquh4Pqv1U3We',
  'rec, session that revokes itself': 'PQabts03hdwhaIcW4Io4makBUwXq0DPqWmIsI6nMQ4C',
  'rec at a third-party app': 'ShqY31NbRU9-foKMQWVQS0CkjH6-BJby9xYJ_zw507k',
};

/** The recorded tenant as it was in the beginning, at a clock that stands still. */
export function recordedTenant(): FakeLogto {
  const now = account.lastSignInAt ?? 0;
  const named = (name: string, more: Partial<User> = {}) => {
    const user = aUser({ username: name, password: everybodysPassword, applicationId: ownApplication, ...more });
    userIds[name] = user.id;
    return user;
  };
  const logto = new FakeLogto({
    clock: () => now,
    users: [
      named('rec', account),
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
  if (/no related origins configured|not a related origin$|verify without Origin header/.test(name)) {
    if (!name.startsWith('clientData')) accountCenter.webauthnRelatedOrigins = [];
  }
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

/**
 * What else had happened to the tenant right before an exchange, by section and name. Names the tokens that were issued
 * then, so that what the exchange does to them is seen.
 */
export const events: Record<string, (logto: FakeLogto) => void | string> = {
  'password/expired verification record': ({ tenant }) => {
    for (const record of tenant.verificationRecords) record.expiresAt = 0;
  },
  'verifications/verification-code/right code after 11 wrong tries': ({ tenant }) => {
    const code = tenant.verificationRecords.find(({ identifier }) => identifier === 'tries@example.com')?.code;
    if (code) code.wrongTries = 11;
  },
  'verifications/verification-code/expired code': ({ tenant }) => {
    const code = tenant.verificationRecords.find(({ identifier }) => identifier === 'late@example.com')?.code;
    if (code) code.sentAt -= 10 * 60 * 1000;
  },
  'verifications/verification-code/send number 12 to one recipient within 10 minutes': ({ outbox, now }) => {
    const message = { to: 'flood@example.com', code: '123456', template: 'BindNewIdentifier' as const, sentAt: now() };
    outbox.push(...Array.from({ length: 10 }, () => message));
  },
  'identities/PUT: identity of another user': (logto) => addSocial(logto, 'oogb04zfk4j9xroshboxu', 'peer-social'),
  'identities/PUT without header': (logto) => addSocial(logto, 'xujw47umdjnk3v8je82fh', 'rec-social-2'),
  'identities/access-token/PUT ok': (logto) =>
    addSocial(logto, 'm73klhg8t16qu1hb3cvp2', 'rec-social-2', aToken(logto, 'at-1', 'email profile', 3600)),
  'identities/access-token/PUT an expired token': (logto) =>
    addSocial(logto, 'ecd7bkvy9soc0lw1tsna8', 'rec-social-2', aToken(logto, 'at-2', 'email', -10)),
  'no-security-method/link without header': (logto) => addSocial(logto, 'qtxis02ia1qtp3slm97cw', 'bare-social'),
  'no-security-method/token of a deleted user': ({ tenant }) => {
    tenant.users = tenant.users.filter(({ id }) => id !== userIds.bare);
  },
  'logto-configs/GET': ({ tenant }) => {
    for (const user of tenant.users) user.logtoConfig.mfa.skipped = true;
  },
  'sessions/DELETE a session of another user': ({ tenant }) => {
    tenant.sessions.push(aSession(userIds.solo ?? '', { uid: '0Oq0KqekjDfn86P8e216l-XfVOS7jM7L0E0SzWrD9ku' }));
  },
  'sessions/DELETE another session of mine': () => 'rec, second session',
  'sessions/DELETE with revokeGrantsTarget=firstParty': (logto) => signInAgain(logto, 'rec, third session'),
  'sessions/DELETE with revokeGrantsTarget=all': (logto) => signInAgain(logto, 'rec, fourth session'),
  'sessions/DELETE my current session': (logto) => signInAgain(logto, 'rec, session that revokes itself'),
  'grants/list without header': ({ tenant }) => {
    const { sessions: later } = recordedBody<{ sessions: Session[] }>('sessions', 'my sessions afterwards');
    const session = later.find(({ payload }) => payload.uid === sessionUids['rec at a third-party app']);
    if (!foreignGrant || !session) throw new Error('The third-party sign-in is not in the recording.');
    const { application: _, ...grant } = foreignGrant;
    tenant.grants.push(grant);
    const { isCurrent: __, ...signIn } = session as Session & { isCurrent: boolean };
    signIn.payload.authorizations = { [foreignApplication]: { sid: 'sid', grantId: grant.id } };
    tenant.sessions.push(signIn);
  },
  'fields-ReadOnly/well-known account-center': ({ tenant }) => {
    // The administrator has lifted the locks.
    tenant.failedAttempts = {};
  },
  'suspended/token of a suspended user': ({ tenant }) => {
    for (const user of tenant.users) user.isSuspended = user.id === userIds.solo;
  },
  'sso-identity/GET my-account of a user with an enterprise SSO identity': ({ tenant }) => {
    for (const user of tenant.users) user.ssoIdentities = [{ identityId: 'corp-rec' }];
  },
};

/** A permission record that was made without being recorded. */
export function addPermission({ tenant, now }: FakeLogto, id: string, userId: string): void {
  tenant.verificationRecords.push({ id, type: 'Password', userId, verified: true, expiresAt: now() + 600_000 });
}

function addSocial({ tenant, now }: FakeLogto, id: string, socialId: string, tokens?: SocialTokens): void {
  const social = { connectorId: 'udaxsoz680xc', target: 'mock-social', userInfo: { id: socialId }, tokens };
  const record: VerificationRecord = { id, type: 'Social', verified: true, expiresAt: now() + 600_000, social };
  tenant.verificationRecords.push(record);
}

function aToken({ now }: FakeLogto, value: string, scope: string, expiresIn: number): SocialTokens {
  return { access_token: value, scope, token_type: 'Bearer', expiresAt: now() + expiresIn * 1000 };
}

function signInAgain({ tenant, now }: FakeLogto, tokenOf: string): string {
  const accountId = userIds.rec ?? '';
  const grant = aGrant(accountId, { clientId: ownApplication, grantedAt: now() });
  tenant.grants.push(grant);
  const uid = sessionUids[tokenOf];
  tenant.sessions.push(aSession(accountId, { uid, clientId: ownApplication, grantId: grant.id, signedInAt: now() }));
  return tokenOf;
}
