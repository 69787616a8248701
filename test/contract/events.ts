import { aGrant, aSession, type FakeLogto, type Session } from '../fake-logto/fake-logto.js';
import type { SocialTokens } from '../fake-logto/record-types.js';
import { recordedBody } from './recording.js';
import { foreignApplication, foreignGrant, ownApplication, sessionUids, userIds } from './set-up.js';

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
  tenant.verificationRecords.push({ id, type: 'Social', verified: true, expiresAt: now() + 600_000, social });
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
