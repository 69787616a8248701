import assert from 'node:assert/strict';

import { totpCode } from '../fake-logto/totp.js';
import type { User } from '../fake-logto/users.js';
import type { Visit } from './harness.js';

/** Signs in to the demo as the demo user. */
export async function enterDemo(visit: Visit): Promise<void> {
  visit.problems.expect(/status of 404 .*\/trusted-devices/); // this tenant has no such route, and the demo has the tag
  await visit.enter();
}

/** Gives the user's password in the dialog. */
export async function confirmWithPassword({ screen, logto }: Visit): Promise<void> {
  await screen.find('dialog', 'Confirm it’s you');
  await screen.fill('Password', logto.tenant.users[0]!.password!);
  await screen.click('button', 'Confirm');
}

/** Of the demo user. */
export const passkeysOf = ({ logto }: Visit) =>
  logto.tenant.users[0]!.mfaVerifications.flatMap((factor) => (factor.type === 'WebAuthn' ? [factor] : []));

type Codes = Extract<User['mfaVerifications'][number], { type: 'BackupCode' }>;

/** The codes that the tenant has of the demo user, set by set. */
export const storedCodes = ({ logto }: Visit) =>
  logto.tenant.users[0]!.mfaVerifications.filter((factor): factor is Codes => factor.type === 'BackupCode').map(
    ({ codes }) => codes.map(({ code }) => code),
  );

/** The key that the page shows, as an authenticator app has it after it has scanned the code. */
export async function shownKey({ screen }: Visit): Promise<string> {
  const [key] = await screen.texts('logto-mfa', 'key');
  assert.match(key!, /^[A-Z2-7]{4}( [A-Z2-7]{4})+$/);
  return key!.replaceAll(' ', '');
}

/** Types what an app with this key shows now, and saves. */
export async function enterCode({ screen, logto }: Visit, key: string): Promise<void> {
  await screen.fill('Code from the app', totpCode(key, logto.now()));
  await screen.click('button', 'Save');
  await screen.see('Authenticator app saved.');
}

/** The backup codes that the page shows. */
export const shownCodes = ({ screen }: Visit) => screen.texts('logto-mfa', 'code');
