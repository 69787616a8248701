import { expect } from '@open-wc/testing';

import { withBackupCodes, withPasskey, withTotp } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, textOf } from '../helpers/read.js';
import { focused, isRowOpen, labelsOf, panelOf, warningsOf } from '../helpers/rows.js';
import {
  alertsIn,
  answerWith,
  errorsHeard,
  giveThePassword,
  pressAndWait,
  refusal,
  whenIdle,
  statusOf,
  theDialog,
} from './credential-page.js';
import { linesSent, namesIn, openPasskeys, passkeysOf, type PasskeysOptions } from './passkeys-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const lastStep = 'It is your only second step. Without it, anyone who knows your password could sign in as you.';
const codesGoToo = `${lastStep} Your backup codes will be removed, too.`;
const required = 'A second step is required here, so you will be asked to set one up the next time you sign in.';
const remove = /^DELETE .*mfa-verifications/;

/** With an authenticator app as well, so that no passkey is the last step. */
async function openQuestion({ has = ['Phone', 'Laptop', withTotp], ...options }: PasskeysOptions = {}) {
  const page = await openPasskeys({ has, ...options });
  const [first] = labelsOf(page.tag);
  await pressAndWait(page.tag, `Remove ${first}`);
  const factors = () => page.user.mfaVerifications.map(({ type }) => type);
  return { ...page, factors };
}

describe('removing a passkey', () => {
  it('asks for confirmation and explains the consequences, without a request', async () => {
    const { tag, sent } = await openQuestion();
    expect(textOf(panelOf(tag))).to.contain(
      'Remove Phone? You will no longer be able to sign in with it. Delete it on your device or in your password manager, too.',
    );
    expect(warningsOf(tag)).to.deep.equal([]);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Remove', 'Keep']);
    expect(focused(tag)).to.equal(part(tag, 'cancel'));
    expect(sent).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('keeps the passkey and returns the focus if the user cancels', async () => {
    const { tag, sent } = await openQuestion();
    await pressAndWait(tag, 'Keep');
    expect(focused(tag)).to.equal(button(tag, 'Remove Phone'));
    expect([sent.length, statusOf(tag)]).to.deep.equal([0, '']);
  });

  it('removes only that passkey, announces it and fires an event', async () => {
    const { tag, user, sent } = await openQuestion();
    const heard = eventsOf(document, 'logto-passkeys-updated');
    const { id } = passkeysOf(user)[0]!;
    await pressAndWait(tag, 'Remove');
    expect(linesSent(sent)).to.deep.equal([`DELETE mfa-verifications/${id}`]);
    expect(passkeysOf(user).map(({ name }) => name)).to.deep.equal(['Laptop']);
    expect(namesIn(tag)).to.deep.equal(['Laptop']);
    expect(statusOf(tag)).to.equal('Phone removed.');
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([
      ['removed', 'passkey', tag],
    ]);
    await waitUntil(() => focused(tag) !== document.body, 'The focus is lost.');
    await expect(tag).to.be.accessible();
  });

  it('names an unnamed passkey by its browser', async () => {
    const { tag } = await openQuestion({ has: [withPasskey, withTotp] });
    expect(textOf(panelOf(tag))).to.contain('Remove Chrome on Linux?');
    await pressAndWait(tag, 'Remove');
    expect(statusOf(tag)).to.equal('Chrome on Linux removed.');
  });

  it('sends one request after a double click, and shows progress', async () => {
    const { tag, logto, sent } = await openQuestion();
    const answer = deferred<undefined>();
    answerWith(logto, remove, () => answer.promise);
    const confirm = button(tag, 'Remove');
    confirm.click();
    confirm.click();
    await waitUntil(() => namesOf(tag, 'button').includes('Removing…'));
    button(tag, 'Keep').click();
    await expect(tag).to.be.accessible();
    answer.resolve(undefined);
    await whenIdle(tag);
    expect(linesSent(sent)).to.have.lengthOf(1);
    expect(statusOf(tag)).to.equal('Phone removed.');
  });

  for (const [what, answer, words] of [
    ['is out of reach', () => Response.error(), 'We could not reach the server. Check your connection and try again.'],
    ['fails', () => refusal(500, 'x'), 'Something went wrong on our side. Try again in a moment.'],
  ] as const)
    it(`keeps the passkey with an error if Logto ${what}, and can be retried`, async () => {
      const { tag, logto, user } = await openQuestion();
      const errors = errorsHeard();
      const recover = answerWith(logto, remove, answer);
      await pressAndWait(tag, 'Remove');
      expect(alertsIn(tag)).to.deep.equal([words]);
      expect(errors.kinds()).to.have.lengthOf(1);
      expect(passkeysOf(user)).to.have.lengthOf(2);
      await expect(tag).to.be.accessible();
      recover();
      await pressAndWait(tag, 'Remove');
      expect(namesIn(tag)).to.deep.equal(['Laptop']);
    });

  it('succeeds if the passkey was already removed elsewhere', async () => {
    const { tag, user } = await openQuestion();
    const errors = errorsHeard();
    user.mfaVerifications = user.mfaVerifications.slice(1);
    await pressAndWait(tag, 'Remove');
    expect([statusOf(tag), alertsIn(tag), errors.kinds()]).to.deep.equal(['Phone removed.', [], []]);
    expect(namesIn(tag)).to.deep.equal(['Laptop']);
  });

  it('asks for step-up verification, and stays open if the user cancels it', async () => {
    const { tag, user } = await openQuestion({ withDialog: true });
    button(tag, 'Remove').click();
    button(await theDialog(), 'Cancel').click();
    await whenIdle(tag);
    expect([alertsIn(tag), isRowOpen(tag), passkeysOf(user).length]).to.deep.equal([[], true, 2]);
    button(tag, 'Remove').click();
    await giveThePassword();
    await whenIdle(tag);
    expect(passkeysOf(user)).to.have.lengthOf(1);
  });

  it('becomes read-only when Logto refuses, and says why', async () => {
    const { tag, logto } = await openQuestion();
    logto.tenant.accountCenter.fields.passkey = 'ReadOnly';
    await pressAndWait(tag, 'Remove');
    expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
    await pressAndWait(tag, 'Keep');
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(namesIn(tag)).to.deep.equal(['Phone', 'Laptop']);
  });

  it('closes when the element becomes read-only', async () => {
    const { tag, sent } = await openQuestion();
    tag.readonly = true;
    await whenIdle(tag);
    expect([isRowOpen(tag), namesOf(tag, 'button').length, sent.length]).to.deep.equal([false, 0, 0]);
  });
});

describe('removing the last passkey that is a second step', () => {
  it('shows a warning', async () => {
    const { tag, factors } = await openQuestion({ has: ['Phone'] });
    expect(warningsOf(tag)).to.deep.equal([lastStep]);
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, 'Remove');
    expect(factors()).to.deep.equal([]);
    expect(labelsOf(tag)).to.deep.equal(['Your first passkey']);
  });

  it('shows an additional warning if the tenant requires a second step', async () => {
    const { tag } = await openQuestion({ has: ['Phone'], mfa: { policy: 'Mandatory' as never } });
    expect(warningsOf(tag)).to.deep.equal([lastStep, required]);
    await expect(tag).to.be.accessible();
  });

  it('also removes the backup codes, before the passkey', async () => {
    const { tag, user, sent, factors } = await openQuestion({ has: ['Phone', withBackupCodes] });
    expect(warningsOf(tag)).to.deep.equal([codesGoToo]);
    const [passkey, codes] = user.mfaVerifications.map(({ id }) => id);
    await pressAndWait(tag, 'Remove');
    expect(factors()).to.deep.equal([]);
    expect(linesSent(sent)).to.deep.equal([`DELETE mfa-verifications/${codes}`, `DELETE mfa-verifications/${passkey}`]);
  });

  it('says that only the codes were removed if the passkey was not, and finishes on retry', async () => {
    const { tag, logto, user, factors } = await openQuestion({ has: ['Phone', withBackupCodes] });
    const [passkey] = user.mfaVerifications;
    const recover = answerWith(logto, new RegExp(`^DELETE .*${passkey!.id}$`), () => Response.error());
    await pressAndWait(tag, 'Remove');
    expect(factors()).to.deep.equal(['WebAuthn']);
    expect(alertsIn(tag)).to.deep.equal(['Your backup codes were removed, but this second step was not. Try again.']);
    expect(warningsOf(tag)).to.deep.equal([]); // what they said has happened
    recover();
    await pressAndWait(tag, 'Remove');
    expect(factors()).to.deep.equal([]);
  });

  it('keeps the backup codes and does not mention them if they are read-only', async () => {
    const fields = { mfa: 'ReadOnly', passkey: 'Edit' } as const;
    const { tag, factors } = await openQuestion({ has: ['Phone', withBackupCodes], fields });
    expect(warningsOf(tag)).to.deep.equal([lastStep]);
    await pressAndWait(tag, 'Remove');
    expect(factors()).to.deep.equal(['BackupCode']);
  });

  for (const [what, options] of [
    ['there is another passkey', { has: ['Phone', 'Laptop', withBackupCodes] }],
    ['there is an authenticator app', { has: ['Phone', withTotp, withBackupCodes] }],
    [
      'passkeys are only used for sign-in',
      {
        has: ['Phone'],
        mfa: { factors: ['Totp'] as never },
        signInExperience: { passkeySignIn: { enabled: true } },
      },
    ],
    ['codes are sent by email', { has: ['Phone'], mfa: { factors: ['WebAuthn', 'EmailVerificationCode'] as never } }],
  ] satisfies [string, PasskeysOptions][])
    it(`shows no warning and keeps the backup codes if ${what}`, async () => {
      const { tag, factors } = await openQuestion(options);
      expect(warningsOf(tag)).to.deep.equal([]);
      const before = factors();
      await pressAndWait(tag, 'Remove');
      expect(factors()).to.deep.equal(before.slice(1));
    });
});
