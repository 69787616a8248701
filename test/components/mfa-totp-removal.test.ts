import { expect } from '@open-wc/testing';

import { withBackupCodes, withPasskey, withTotp } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { valuesOf, isRowOpen, panelOf } from '../helpers/rows.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, textOf } from '../helpers/read.js';
import { alertsIn, answerWith, errorsHeard, press, pressAndWait, whenIdle, statusOf } from './credential-page.js';
import { factorLines, factorsOf, openMfa, valueOf, warningsOf, type MfaOptions, focusName } from './mfa-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const remove = 'Remove Authenticator app';
const question = 'Remove the authenticator app? Its codes will no longer work.';
const last = 'It is your only second step. Without it, anyone who knows your password could sign in as you.';
const lastWithCodes = `${last} Your backup codes will be removed, too.`;
const required = 'A second step is required here, so you will be asked to set one up the next time you sign in.';

async function openQuestion(options: MfaOptions = {}) {
  const page = await openMfa({ has: [withTotp], ...options });
  await pressAndWait(page.tag, remove);
  return page;
}

describe('removing the authenticator app', () => {
  it('asks for confirmation, with the focus on the question', async () => {
    const { tag, sent } = await openQuestion();
    expect(textOf(panelOf(tag))).to.contain(question);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Remove', 'Keep']);
    expect(focusName(tag)).to.equal('Keep');
    expect(sent).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('removes the app, fires an event and says so', async () => {
    const { tag, user, sent } = await openQuestion();
    const heard = eventsOf(document, 'logto-mfa-updated');
    const [{ id } = { id: '' }] = user.mfaVerifications;
    await pressAndWait(tag, 'Remove');
    expect(factorLines(sent)).to.deep.equal([`DELETE mfa-verifications/${id}`]);
    expect(user.mfaVerifications).to.deep.equal([]);
    expect([valueOf(tag, 'Authenticator app'), statusOf(tag)]).to.deep.equal([
      'Not set up',
      'Authenticator app removed.',
    ]);
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([['removed', 'totp', tag]]);
    expect(focusName(tag)).to.equal('Add Authenticator app');
    await expect(tag).to.be.accessible();
  });

  it('keeps the app if the user cancels', async () => {
    const { tag, user, sent } = await openQuestion();
    await pressAndWait(tag, 'Keep');
    expect([factorsOf(user), sent, isRowOpen(tag)]).to.deep.equal([['Totp'], [], false]);
    expect(focusName(tag)).to.equal(remove);
  });

  for (const [when, options, expected] of [
    ['is the last one', {}, [last]],
    ['is the last one and a second step is required', { mfa: { policy: 'Mandatory' } }, [last, required]],
    ['is the last one and there are backup codes', { has: [withTotp, withBackupCodes] }, [lastWithCodes]],
    ['is one of two', { has: [withTotp, withPasskey, withBackupCodes] }, []],
    ['is one of two and a second step is required', { has: [withTotp, withPasskey], mfa: { policy: 'Mandatory' } }, []],
    ['is the last one, as passkeys do not count', { has: [withTotp, withPasskey], mfa: { factors: ['Totp'] } }, [last]],
    ['is one of two, as codes by email count', { mfa: { factors: ['Totp', 'EmailVerificationCode'] } }, []],
    [
      'is the last one, as the user has no address for the codes',
      { mfa: { factors: ['Totp', 'EmailVerificationCode'] }, user: { primaryEmail: null } },
      [last],
    ],
  ] as [string, MfaOptions, string[]][])
    it(`shows the right warnings when it ${when}`, async () => {
      expect(warningsOf(panelOf((await openQuestion(options)).tag))).to.deep.equal(expected);
    });

  it('removes backup codes with the last second step, and before it', async () => {
    const { tag, user, sent } = await openQuestion({ has: [withTotp, withBackupCodes] });
    const [totp, codes] = user.mfaVerifications.map(({ id }) => id);
    await pressAndWait(tag, 'Remove');
    expect(factorLines(sent)).to.deep.equal([`DELETE mfa-verifications/${codes}`, `DELETE mfa-verifications/${totp}`]);
    expect(user.mfaVerifications).to.deep.equal([]);
    expect(valuesOf(tag)).to.include({ 'Authenticator app': 'Not set up', 'Backup codes': 'Not set up' });
  });

  it('keeps the backup codes while another second step is left', async () => {
    const { tag, user } = await openQuestion({ has: [withTotp, withPasskey, withBackupCodes] });
    await pressAndWait(tag, 'Remove');
    expect(factorsOf(user)).to.deep.equal(['WebAuthn', 'BackupCode']);
    expect(valueOf(tag, 'Backup codes')).to.equal('10 codes left');
  });

  it('keeps the backup codes if a passkey was added elsewhere before confirmation', async () => {
    const { tag, user } = await openQuestion({ has: [withTotp, withBackupCodes] });
    withPasskey(user);
    await pressAndWait(tag, 'Remove');
    expect(factorsOf(user)).to.deep.equal(['BackupCode', 'WebAuthn']);
  });

  it('says what was removed when it fails halfway, and continues from there', async () => {
    const { tag, logto, user } = await openQuestion({ has: [withTotp, withBackupCodes] });
    const [totp] = user.mfaVerifications;
    const recover = answerWith(logto, new RegExp(`^DELETE .*${totp!.id}$`), () => Response.error());
    await pressAndWait(tag, 'Remove');
    expect(factorsOf(user)).to.deep.equal(['Totp']);
    expect(alertsIn(tag)).to.deep.equal(['Your backup codes were removed, but this second step was not. Try again.']);
    await expect(tag).to.be.accessible();
    recover();
    await pressAndWait(tag, 'Remove');
    expect(user.mfaVerifications).to.deep.equal([]);
    expect(statusOf(tag)).to.equal('Authenticator app removed.');
  });

  it('keeps everything when the first request fails', async () => {
    const { tag, logto, user } = await openQuestion({ has: [withTotp, withBackupCodes] });
    const errors = errorsHeard();
    answerWith(logto, /^DELETE/, () => Response.error());
    await pressAndWait(tag, 'Remove');
    expect(factorsOf(user)).to.deep.equal(['Totp', 'BackupCode']);
    expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
    expect(errors.kinds()).to.deep.equal(['network']);
    await pressAndWait(tag, 'Keep');
    expect(valueOf(tag, 'Backup codes')).to.equal('10 codes left');
  });

  it('succeeds if the app was already removed elsewhere', async () => {
    const { tag, user } = await openQuestion();
    user.mfaVerifications = [];
    await pressAndWait(tag, 'Remove');
    expect(statusOf(tag)).to.equal('Authenticator app removed.');
    expect(alertsIn(tag)).to.deep.equal([]);
  });

  it('sends each request once after a double click, and cannot be canceled meanwhile', async () => {
    const { tag, logto, sent } = await openQuestion();
    const answer = deferred<undefined>();
    answerWith(logto, /^DELETE/, () => answer.promise);
    press(tag, 'Remove');
    press(panelOf(tag), namesOf(panelOf(tag), 'button')[0]!);
    await waitUntil(() => namesOf(tag, 'button').includes('Removing…'));
    press(tag, 'Keep');
    expect(isRowOpen(tag)).to.equal(true);
    expect(asksBeforeLeaving()).to.equal(true);
    await expect(tag).to.be.accessible();
    answer.resolve(undefined);
    await whenIdle(tag);
    expect(factorLines(sent)).to.have.lengthOf(1);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('becomes read-only when Logto refuses, and says why', async () => {
    const { tag, logto, user } = await openQuestion({ settings: 'none' });
    logto.tenant.accountCenter.fields.mfa = 'ReadOnly';
    await pressAndWait(tag, 'Remove');
    expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
    await pressAndWait(tag, 'Keep');
    expect([namesOf(tag, 'button'), factorsOf(user)]).to.deep.equal([[], ['Totp']]);
    expect(focusName(tag)).to.equal('the list');
  });

  it('is offered without replacing if the tenant no longer offers the app', async () => {
    const { tag } = await openMfa({ has: [withTotp], mfa: { factors: ['WebAuthn'] } });
    expect(namesOf(tag, 'button')).to.include(remove);
    expect(namesOf(tag, 'button')).not.to.include('Replace Authenticator app');
    await pressAndWait(tag, remove);
    expect(warningsOf(panelOf(tag))).to.deep.equal([]);
    await pressAndWait(tag, 'Remove');
    expect(Object.keys(valuesOf(tag))).not.to.include('Authenticator app');
    expect(statusOf(tag)).to.equal('Authenticator app removed.');
    expect(focusName(tag)).to.equal('the list');
  });
});
