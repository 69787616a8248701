import { skippingMfa, withTotp } from '../fake-logto/fake-logto.js';
import { parts } from '../helpers/read.js';
import { enter, pressAndWait } from './credential-page.js';
import { describeFaults, type Deed } from './fault-matrix.js';
import { appCode, codeLabel, openMfa, withUsed, type MfaOptions } from './mfa-page.js';

async function second(options: MfaOptions, before: readonly string[], name: string, shows?: string) {
  const { tag, logto } = await openMfa(options);
  for (const each of before) await pressAndWait(tag, each);
  const act = () => pressAndWait(tag, name);
  const isShown = () => shows !== undefined && parts(tag, shows).length > 0;
  return { tag, logto, act, ...(shows && { status: () => (isShown() ? 'It is shown.' : '') }) } satisfies Deed;
}

/** An authenticator app that has the key, and whose code is typed. */
async function codeTyped(options: MfaOptions, name: string) {
  const { tag, logto } = await openMfa(options);
  await pressAndWait(tag, name);
  enter(tag, codeLabel, appCode(tag, logto));
  return { tag, logto, act: () => pressAndWait(tag, 'Save') } satisfies Deed;
}

describeFaults({
  'the key of an authenticator app': {
    sentAgain: 'changes nothing',
    route: 'POST my-account/mfa-verifications/totp-secret/generate',
    said: 'It is shown.',
    begin: () => second({}, [], 'Add Authenticator app', 'key'),
  },
  'an authenticator app': {
    route: 'POST my-account/mfa-verifications',
    said: 'Authenticator app saved.',
    begin: () => codeTyped({}, 'Add Authenticator app'),
  },
  'an authenticator app in place of another': {
    route: 'PUT my-account/mfa-verifications/totp',
    said: 'Authenticator app saved.',
    begin: () => codeTyped({ has: [withTotp] }, 'Replace Authenticator app'),
  },
  'the removal of an authenticator app': {
    route: 'DELETE my-account/mfa-verifications/*',
    said: 'Authenticator app removed.',
    begin: () => second({ has: [withTotp] }, ['Remove Authenticator app'], 'Remove'),
  },
  'new backup codes': {
    sentAgain: 'changes nothing',
    route: 'POST my-account/mfa-verifications/backup-codes/generate',
    said: 'It is shown.',
    begin: () => second({ has: [withTotp] }, ['Create Backup codes'], 'Create', 'code'),
  },
  'the storing of backup codes': {
    route: 'POST my-account/mfa-verifications',
    said: 'It is shown.',
    begin: () => second({ has: [withTotp] }, ['Create Backup codes'], 'Create', 'code'),
  },
  'the removal of backup codes': {
    route: 'DELETE my-account/mfa-verifications/*',
    said: 'Backup codes removed.',
    begin: () => second({ has: [withUsed(4)] }, ['Remove Backup codes'], 'Remove'),
  },
  'being asked at sign-in': {
    route: 'PATCH my-account/mfa-settings',
    said: 'Two-step verification is on.',
    begin: () => second({ has: [withTotp, skippingMfa] }, [], 'Turn on two-step verification'),
  },
  'not being asked at sign-in': {
    route: 'PATCH my-account/mfa-settings',
    said: 'Two-step verification is off.',
    begin: () => second({ has: [withTotp] }, ['Turn off two-step verification'], 'Turn off'),
  },
});
