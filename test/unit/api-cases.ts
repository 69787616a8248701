import * as account from '../../src/api/account.js';
import type { AccountClient } from '../../src/api/account-client.js';
import * as grants from '../../src/api/grants.js';
import * as identities from '../../src/api/identities.js';
import * as mfa from '../../src/api/mfa.js';
import * as password from '../../src/api/password.js';
import * as identifiers from '../../src/api/primary-identifiers.js';
import * as sessions from '../../src/api/sessions.js';
import * as preferences from '../../src/api/sign-in-preferences.js';
import * as devices from '../../src/api/trusted-devices.js';
import * as verifications from '../../src/api/verifications.js';

export interface Case {
  call: (client: AccountClient) => Promise<unknown>;
  /** Method and path, as they go out. */
  sends: string;
  body?: unknown;
  /** The permission record is in the header. */
  guarded?: true;
  /** What Logto answers, where the function looks at it. */
  answers?: unknown;
}

const newRecord = { newIdentifierVerificationRecordId: 'new' };
const email = { type: 'email', value: 'ada@example.com' } as const;
const credential = { id: 'key', type: 'public-key' };
const totp = { secret: 'ABC', code: '123456' };

/** Every function of `src/api` that makes a request. `v` is the permission record; ids need encoding. */
export const cases: Record<string, Case> = {
  getAccount: { call: (c) => account.getAccount(c), sends: 'GET my-account' },
  patchAccount: {
    call: (c) => account.patchAccount(c, { username: 'ada', name: null }, 'v'),
    sends: 'PATCH my-account',
    body: { username: 'ada', name: null },
    guarded: true,
  },
  patchProfile: {
    call: (c) => account.patchProfile(c, { nickname: '', address: {} }),
    sends: 'PATCH my-account/profile',
    body: { nickname: '', address: {} },
  },
  uploadAvatar: {
    call: (c) => account.uploadAvatar(c, new File(['x'], 'me.png', { type: 'image/png' })),
    sends: 'POST my-account/user-assets/avatar',
    body: 'file=me.png',
  },
  getThirdPartyGrants: {
    call: (c) => grants.getThirdPartyGrants(c, 'v'),
    sends: 'GET my-account/grants?appType=thirdParty',
    guarded: true,
    answers: { grants: [] },
  },
  revokeGrant: {
    call: (c) => grants.revokeGrant(c, 'a/b', 'v'),
    sends: 'DELETE my-account/grants/a%2Fb',
    guarded: true,
  },
  linkIdentity: {
    call: (c) => identities.linkIdentity(c, 'new', 'v'),
    sends: 'POST my-account/identities',
    body: newRecord,
    guarded: true,
  },
  replaceIdentity: {
    call: (c) => identities.replaceIdentity(c, 'new', 'v'),
    sends: 'PUT my-account/identities',
    body: newRecord,
    guarded: true,
  },
  unlinkIdentity: {
    call: (c) => identities.unlinkIdentity(c, 'a/b', 'v'),
    sends: 'DELETE my-account/identities/a%2Fb',
    guarded: true,
  },
  getMfaVerifications: {
    call: (c) => mfa.getMfaVerifications(c),
    sends: 'GET my-account/mfa-verifications',
    answers: [],
  },
  addMfaVerification: {
    call: (c) => mfa.addMfaVerification(c, { type: 'Totp', ...totp }, 'v'),
    sends: 'POST my-account/mfa-verifications',
    body: { type: 'Totp', ...totp },
    guarded: true,
  },
  removeMfaVerification: {
    call: (c) => mfa.removeMfaVerification(c, 'a/b', 'v'),
    sends: 'DELETE my-account/mfa-verifications/a%2Fb',
    guarded: true,
  },
  renamePasskey: {
    call: (c) => mfa.renamePasskey(c, 'a/b', 'Key', 'v'),
    sends: 'PATCH my-account/mfa-verifications/a%2Fb/name',
    body: { name: 'Key' },
    guarded: true,
  },
  generateTotpSecret: {
    call: (c) => mfa.generateTotpSecret(c),
    sends: 'POST my-account/mfa-verifications/totp-secret/generate',
    answers: { secret: 'JBSW' },
  },
  setTotp: {
    call: (c) => mfa.setTotp(c, totp, 'v'),
    sends: 'PUT my-account/mfa-verifications/totp',
    body: totp,
    guarded: true,
  },
  generateBackupCodes: {
    call: (c) => mfa.generateBackupCodes(c),
    sends: 'POST my-account/mfa-verifications/backup-codes/generate',
    answers: { codes: ['0123456789'] },
  },
  getBackupCodes: {
    call: (c) => mfa.getBackupCodes(c, 'v'),
    sends: 'GET my-account/mfa-verifications/backup-codes',
    guarded: true,
    answers: { codes: [{ code: '0123456789' }] },
  },
  setPassword: {
    call: (c) => password.setPassword(c, 'secret', 'v'),
    sends: 'POST my-account/password',
    body: { password: 'secret' },
    guarded: true,
  },
  setPrimaryEmail: {
    call: (c) => identifiers.setPrimaryEmail(c, { value: email.value, recordId: 'new' }, 'v'),
    sends: 'POST my-account/primary-email',
    body: { email: email.value, ...newRecord },
    guarded: true,
  },
  removePrimaryEmail: {
    call: (c) => identifiers.removePrimaryEmail(c, 'v'),
    sends: 'DELETE my-account/primary-email',
    guarded: true,
  },
  setPrimaryPhone: {
    call: (c) => identifiers.setPrimaryPhone(c, { value: '12025550123', recordId: 'new' }, 'v'),
    sends: 'POST my-account/primary-phone',
    body: { phone: '12025550123', ...newRecord },
    guarded: true,
  },
  removePrimaryPhone: {
    call: (c) => identifiers.removePrimaryPhone(c, 'v'),
    sends: 'DELETE my-account/primary-phone',
    guarded: true,
  },
  getSessions: {
    call: (c) => sessions.getSessions(c, 'v'),
    sends: 'GET my-account/sessions',
    guarded: true,
    answers: { sessions: [] },
  },
  endSession: {
    call: (c) => sessions.endSession(c, 'a/b', 'v'),
    sends: 'DELETE my-account/sessions/a%2Fb?revokeGrantsTarget=all',
    guarded: true,
  },
  getMfaSettings: {
    call: (c) => preferences.getMfaSettings(c),
    sends: 'GET my-account/mfa-settings',
    answers: { skipMfaOnSignIn: false },
  },
  patchMfaSettings: {
    call: (c) => preferences.patchMfaSettings(c, { skipMfaOnSignIn: true }, 'v'),
    sends: 'PATCH my-account/mfa-settings',
    body: { skipMfaOnSignIn: true },
    guarded: true,
    answers: { skipMfaOnSignIn: true },
  },
  getLogtoConfigs: { call: (c) => preferences.getLogtoConfigs(c), sends: 'GET my-account/logto-configs' },
  patchLogtoConfigs: {
    call: (c) => preferences.patchLogtoConfigs(c, { passkeySignIn: { skipped: true } }, 'v'),
    sends: 'PATCH my-account/logto-configs',
    body: { passkeySignIn: { skipped: true } },
    guarded: true,
  },
  getTrustedDevices: {
    call: (c) => devices.getTrustedDevices(c, 'v'),
    sends: 'GET my-account/trusted-devices?page_size=100',
    guarded: true,
    answers: [],
  },
  removeTrustedDevice: {
    call: (c) => devices.removeTrustedDevice(c, 'a/b', 'v'),
    sends: 'DELETE my-account/trusted-devices/a%2Fb',
    guarded: true,
  },
  verifyPassword: {
    call: (c) => verifications.verifyPassword(c, 'secret'),
    sends: 'POST verifications/password',
    body: { password: 'secret' },
  },
  sendPermissionCode: {
    call: (c) => verifications.sendPermissionCode(c, email),
    sends: 'POST verifications/verification-code',
    body: { identifier: email, templateType: 'UserPermissionValidation' },
  },
  sendNewIdentifierCode: {
    call: (c) => verifications.sendNewIdentifierCode(c, email),
    sends: 'POST verifications/verification-code',
    body: { identifier: email },
  },
  verifyCode: {
    call: (c) => verifications.verifyCode(c, { identifier: email, verificationId: 'record', code: '123456' }),
    sends: 'POST verifications/verification-code/verify',
    body: { identifier: email, verificationId: 'record', code: '123456' },
  },
  startSocialVerification: {
    call: (c) => verifications.startSocialVerification(c, { connectorId: 'x', state: 's', redirectUri: 'https://a.b' }),
    sends: 'POST verifications/social',
    body: { connectorId: 'x', state: 's', redirectUri: 'https://a.b' },
  },
  verifySocial: {
    call: (c) => verifications.verifySocial(c, { verificationRecordId: 'record', connectorData: { code: 'c' } }),
    sends: 'POST verifications/social/verify',
    body: { verificationRecordId: 'record', connectorData: { code: 'c' } },
  },
  startPasskeyRegistration: {
    call: (c) => verifications.startPasskeyRegistration(c),
    sends: 'POST verifications/web-authn/registration',
    answers: { verificationRecordId: 'record', registrationOptions: { challenge: 'c' } },
  },
  verifyPasskeyRegistration: {
    call: (c) => verifications.verifyPasskeyRegistration(c, { verificationRecordId: 'record', credential }),
    sends: 'POST verifications/web-authn/registration/verify',
    body: { verificationRecordId: 'record', payload: { id: 'key', type: 'WebAuthn' } },
  },
};

/** Where those functions are. */
export const modules = [
  account,
  grants,
  identities,
  mfa,
  password,
  identifiers,
  sessions,
  preferences,
  devices,
  verifications,
];
