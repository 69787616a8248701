import { expect } from '@open-wc/testing';

import { withBackupCodes, withPasskey, withTotp } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { rowOf, buttonsIn, isRowOpen, panelOf } from '../helpers/rows.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { eventsOf } from '../helpers/next-event.js';
import { allByRole, button, byRole, namesOf, parts, textOf } from '../helpers/read.js';
import {
  alertsIn,
  answerWith,
  errorsHeard,
  press,
  pressAndWait,
  refusal,
  whenIdle,
  statusOf,
} from './credential-page.js';
import {
  bodiesOf,
  codesOf,
  createCodes,
  factorLines,
  factorsOf,
  openMfa,
  storedCodes,
  valueOf,
  warningsIn,
  focusName,
} from './mfa-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const create = 'Create Backup codes';
const post = /^POST .*mfa-verifications$/;
const label = 'Backup codes';

describe('backup codes', () => {
  it('require another second step', async () => {
    const { tag } = await openMfa({ mfa: { factors: ['Totp', 'BackupCode', 'EmailVerificationCode'] } });
    expect(valueOf(tag, label)).to.equal('Not set up');
    expect(buttonsIn(tag, label)).to.deep.equal([]);
    expect(textOf(rowOf(tag, label))).to.contain(
      'You can create them once you have an authenticator app or a passkey.',
    );
    expect(warningsIn(tag, label)).to.deep.equal([]);
  });

  for (const has of [withTotp, withPasskey])
    it(`are suggested after the first second step: ${has.name}`, async () => {
      const { tag } = await openMfa({ has: [has] });
      expect(warningsIn(tag, label)).to.deep.equal([
        'Create backup codes, so that you can sign in even without your device.',
      ]);
      expect(buttonsIn(tag, label)).to.deep.equal([create]);
      expect(textOf(button(tag, create))).to.equal('Create');
    });

  it('are not shown if the tenant does not offer them', async () => {
    const { tag } = await openMfa({ has: [withTotp], mfa: { factors: ['Totp'] } });
    expect(parts(tag, 'label').map(textOf)).to.deep.equal(['Ask at sign-in', 'Authenticator app']);
  });

  it('are created only after an explanation', async () => {
    const { tag, sent } = await openMfa({ has: [withTotp] });
    await pressAndWait(tag, create);
    expect(textOf(panelOf(tag))).to.contain('Each lets you sign in once without your usual second step.');
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Create', 'Cancel']);
    expect(sent).to.deep.equal([]);
    expect(asksBeforeLeaving()).to.equal(false);
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, 'Cancel');
    expect([isRowOpen(tag), sent]).to.deep.equal([false, []]);
    expect(focusName(tag)).to.equal(create);
  });

  it('are shown after Logto has stored them, and match the stored ones', async () => {
    const { tag, user, sent } = await openMfa({ has: [withTotp] });
    const heard = eventsOf(document, 'logto-mfa-updated');
    await createCodes(tag);
    expect(codesOf(tag)).to.have.lengthOf(10);
    expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
    expect(bodiesOf(sent, 'POST', /mfa-verifications$/)).to.deep.equal([{ type: 'BackupCode', codes: codesOf(tag) }]);
    expect(factorLines(sent)).to.deep.equal(['POST mfa-verifications/backup-codes/generate', 'POST mfa-verifications']);
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([
      ['added', 'backup-codes', tag],
    ]);
    expect(textOf(panelOf(tag))).to.contain('These are your new backup codes. Keep them somewhere safe');
    expect(focusName(tag)).to.equal('Copy codes');
    expect(allByRole(byRole(tag, 'group', label), 'listitem').map(textOf)).to.deep.equal(codesOf(tag));
    await expect(tag).to.be.accessible();
  });

  it('are not shown before Logto has stored them', async () => {
    const { tag, logto } = await openMfa({ has: [withTotp] });
    const answer = deferred<undefined>();
    answerWith(logto, post, () => answer.promise);
    await pressAndWait(tag, create);
    press(tag, 'Create');
    await waitUntil(() => logto.requests.some(({ method, path }) => post.test(`${method} ${path}`)));
    expect(codesOf(tag)).to.deep.equal([]);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Creating…', 'Cancel']);
    expect(asksBeforeLeaving()).to.equal(true);
    await expect(tag).to.be.accessible();
    answer.resolve(undefined);
    await waitUntil(() => codesOf(tag).length > 0);
    await whenIdle(tag);
  });

  it('are created once after a double click, and cannot be canceled then', async () => {
    const { tag, logto, user, sent } = await openMfa({ has: [withTotp] });
    const answer = deferred<undefined>();
    answerWith(logto, post, () => answer.promise);
    await pressAndWait(tag, create);
    const [first, cancel] = allByRole(panelOf(tag), 'button');
    for (const each of [first, first, cancel]) each!.click();
    answer.resolve(undefined);
    await waitUntil(() => codesOf(tag).length > 0);
    await whenIdle(tag);
    expect(factorLines(sent)).to.have.lengthOf(2);
    expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
  });

  it('stay visible until the user has saved them, ask before the page is left, and block other rows', async () => {
    const { tag } = await openMfa({ has: [withTotp] });
    await createCodes(tag);
    expect(asksBeforeLeaving()).to.equal(true);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Copy codes', 'Download', 'Print', 'I have saved them']);
    const shown = codesOf(tag);
    expect(button(tag, 'Remove Authenticator app').getAttribute('aria-disabled')).to.equal('true');
    press(tag, 'Remove Authenticator app');
    press(tag, 'Turn off two-step verification');
    await whenIdle(tag);
    expect(codesOf(tag)).to.deep.equal(shown);
    await pressAndWait(tag, 'I have saved them');
    expect(asksBeforeLeaving()).to.equal(false);
    expect(isRowOpen(tag)).to.equal(false);
    expect([valueOf(tag, label), statusOf(tag)]).to.deep.equal([
      '10 codes left',
      'Your backup codes are ready to use.',
    ]);
    expect(buttonsIn(tag, label)).to.deep.equal(['Show Backup codes', 'Replace Backup codes']);
    expect(focusName(tag)).to.equal('Replace Backup codes');
    await expect(tag).to.be.accessible();
  });

  it('do not set aria-busy while waiting only for the user', async () => {
    const { tag } = await openMfa({ has: [withTotp] });
    await createCodes(tag);
    expect(tag.shadowRoot!.querySelectorAll('[aria-busy="true"]')).to.have.lengthOf(0);
  });

  it('can be created without settings', async () => {
    const { tag, user } = await openMfa({ settings: 'none', has: [withTotp] });
    await createCodes(tag);
    expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
  });

  it('are sent again unchanged after a failure', async () => {
    const { tag, logto, user, sent } = await openMfa({ has: [withTotp] });
    const errors = errorsHeard();
    const recover = answerWith(logto, post, () => Response.error());
    await createCodes(tag);
    expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
    expect([codesOf(tag), errors.kinds(), asksBeforeLeaving()]).to.deep.equal([[], ['network'], false]);
    await expect(tag).to.be.accessible();
    recover();
    await pressAndWait(tag, 'Create');
    const [first, second] = bodiesOf(sent, 'POST', /mfa-verifications$/);
    expect(first).to.deep.equal(second);
    expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
  });

  for (const answer of [
    () => Response.json({}),
    () => Response.json({ codes: [] }),
    () => Response.json({ codes: [1] }),
  ])
    it(`are not created from an invalid response: ${answer.toString()}`, async () => {
      const { tag, logto, sent } = await openMfa({ has: [withTotp] });
      answerWith(logto, /backup-codes\/generate$/, answer);
      await createCodes(tag);
      expect(alertsIn(tag)).to.have.lengthOf(1);
      expect(factorLines(sent)).to.deep.equal(['POST mfa-verifications/backup-codes/generate']);
    });

  it('are not replaced if created elsewhere meanwhile, and an error says so', async () => {
    const { tag, user } = await openMfa({ has: [withTotp] });
    await pressAndWait(tag, create);
    withBackupCodes(user);
    const before = storedCodes(user);
    await pressAndWait(tag, 'Create');
    expect(alertsIn(tag)).to.deep.equal([
      'You already have backup codes. Cancel, and replace them if you want new ones.',
    ]);
    expect([storedCodes(user), codesOf(tag)]).to.deep.equal([before, []]);
    await pressAndWait(tag, 'Cancel');
    expect(valueOf(tag, label)).to.equal('10 codes left');
    expect(focusName(tag)).to.equal('Replace Backup codes');
  });

  it('cannot be created if the other second step was removed meanwhile, and an error says so', async () => {
    const { tag, user } = await openMfa({ has: [withTotp] });
    await pressAndWait(tag, create);
    user.mfaVerifications = [];
    await pressAndWait(tag, 'Create');
    expect(alertsIn(tag)).to.deep.equal(['Set up an authenticator app or a passkey first.']);
    await pressAndWait(tag, 'Cancel');
    expect(buttonsIn(tag, label)).to.deep.equal([]);
  });

  it('disappear if the tenant turns out not to offer them, and an error says so', async () => {
    const { tag } = await openMfa({ settings: 'none', mfa: { factors: ['Totp'] }, has: [withTotp] });
    await createCodes(tag);
    expect(textOf(tag)).to.contain('This is not offered here.');
    if (isRowOpen(tag)) await pressAndWait(tag, 'Cancel');
    expect(parts(tag, 'label').map(textOf)).not.to.include(label);
  });

  it('become read-only when Logto refuses, and an error says so', async () => {
    const { tag, logto, user } = await openMfa({ has: [withTotp] });
    answerWith(logto, post, () => refusal(400, 'account_center.field_not_editable'));
    await createCodes(tag);
    expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
    await pressAndWait(tag, 'Cancel');
    expect([namesOf(tag, 'button'), factorsOf(user)]).to.deep.equal([[], ['Totp']]);
  });
});
