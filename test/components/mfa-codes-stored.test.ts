import { expect } from '@open-wc/testing';

import { withBackupCodes, withPasskey, withTotp } from '../fake-logto/fake-logto.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { labelsOf, buttonsIn, isRowOpen, panelOf } from '../helpers/rows.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, part, parts, textOf } from '../helpers/read.js';
import {
  alertsIn,
  answerWith,
  giveThePassword,
  press,
  pressAndWait,
  whenIdle,
  statusOf,
  theDialog,
} from './credential-page.js';
import {
  codesOf,
  factorLines,
  factorsOf,
  openMfa,
  storedCodes,
  valueOf,
  warningsIn,
  withUsed,
  focusName,
} from './mfa-page.js';

const show = 'Show Backup codes';
const remove = 'Remove Backup codes';
const label = 'Backup codes';

describe('showing the backup codes', () => {
  it('asks for step-up verification first', async () => {
    const { tag, user } = await openMfa({ has: [withTotp, withBackupCodes], withDialog: true });
    press(tag, show);
    await theDialog();
    expect(codesOf(tag)).to.deep.equal([]);
    await giveThePassword();
    await whenIdle(tag);
    expect(codesOf(tag)).to.deep.equal(storedCodes(user)[0]);
  });

  it('shows no codes if the user cancels step-up verification', async () => {
    const { tag } = await openMfa({ has: [withTotp, withBackupCodes], withDialog: true });
    press(tag, show);
    press(await theDialog(), 'Cancel');
    await whenIdle(tag);
    expect([isRowOpen(tag), alertsIn(tag)]).to.deep.equal([false, []]);
    expect(focusName(tag)).to.equal(show);
  });

  it('changes nothing, and can be closed at any time', async () => {
    const { tag, sent } = await openMfa({ has: [withTotp, withBackupCodes] });
    const heard = eventsOf(document, 'logto-mfa-updated');
    await pressAndWait(tag, show);
    expect(textOf(panelOf(tag)))
      .to.contain('Each of these works once.')
      .and.not.to.contain('crossed out');
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Copy codes', 'Download', 'Print', 'Close']);
    expect(focusName(tag)).to.equal('Close');
    expect([asksBeforeLeaving(), factorLines(sent), heard]).to.deep.equal([false, [], []]);
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, 'Close');
    expect([isRowOpen(tag), codesOf(tag)]).to.deep.equal([false, []]);
    expect(focusName(tag)).to.equal(show);
  });

  it('crosses out used codes, and announces them as used to screen readers', async () => {
    const { tag, user } = await openMfa({ has: [withTotp, withUsed(3)] });
    expect(valueOf(tag, label)).to.equal('7 codes left');
    await pressAndWait(tag, show);
    expect(textOf(panelOf(tag))).to.contain('Codes that are crossed out have been used.');
    const all = user.mfaVerifications.flatMap((each) => (each.type === 'BackupCode' ? each.codes : []));
    expect(codesOf(tag)).to.deep.equal(all.map(({ code, usedAt }) => (usedAt ? `${code} used` : code)));
    const crossedOut = parts(tag, 'code').filter((code) => code.querySelector('s'));
    expect(crossedOut).to.deep.equal(parts(tag, 'code').slice(0, 3));
    await expect(tag).to.be.accessible();
  });

  it('uses the singular for a single code', async () => {
    const { tag } = await openMfa({ has: [withTotp, withUsed(9)] });
    expect(valueOf(tag, label)).to.equal('1 code left');
  });

  it('offers nothing to save if all codes were used elsewhere meanwhile', async () => {
    const { tag, user } = await openMfa({ has: [withTotp, withUsed(9)] });
    for (const factor of user.mfaVerifications)
      if (factor.type === 'BackupCode') for (const code of factor.codes) code.usedAt = '2026-09-30T10:00:00.000Z';
    await pressAndWait(tag, show);
    expect(codesOf(tag).filter((code) => !code.endsWith(' used'))).to.deep.equal([]);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Close']);
  });

  it('says that there are no codes if they were removed elsewhere meanwhile', async () => {
    const { tag, user } = await openMfa({ has: [withTotp, withBackupCodes] });
    user.mfaVerifications = user.mfaVerifications.filter(({ type }) => type === 'Totp');
    await pressAndWait(tag, show);
    expect(alertsIn(tag)).to.deep.equal(['Your backup codes no longer exist. Create new ones.']);
    expect([valueOf(tag, label), isRowOpen(tag)]).to.deep.equal(['Not set up', false]);
    expect(buttonsIn(tag, label)).to.deep.equal(['Create Backup codes']);
    await expect(tag).to.be.accessible();
  });

  it('shows the current set of codes if an older one is used up', async () => {
    const { tag, user } = await openMfa({ has: [withTotp, withUsed(10), withUsed(2)] });
    expect(valueOf(tag, label)).to.equal('8 codes left');
    const live = storedCodes(user).at(-1);
    await pressAndWait(tag, show);
    expect(codesOf(tag).slice(2)).to.deep.equal(live);
    expect(codesOf(tag)).to.have.lengthOf(10);
    expect(factorsOf(user)).to.deep.equal(['Totp', 'BackupCode']);
  });

  for (const [what, answer] of [
    ['the network fails', () => Response.error()],
    ['the answer is none', () => Response.json({ codes: [{}] })],
  ] as const)
    it(`shows an error when ${what}, and can be retried`, async () => {
      const { tag, logto, user } = await openMfa({ has: [withTotp, withBackupCodes] });
      const recover = answerWith(logto, /^GET .*backup-codes$/, answer);
      await pressAndWait(tag, show);
      expect(alertsIn(tag)).to.have.lengthOf(1);
      expect(isRowOpen(tag)).to.equal(false);
      expect(focusName(tag)).to.equal(show);
      await expect(tag).to.be.accessible();
      recover();
      await pressAndWait(tag, show);
      expect(codesOf(tag)).to.deep.equal(storedCodes(user)[0]);
      expect(alertsIn(tag)).to.deep.equal([]);
    });

  it('closes when another row opens', async () => {
    const { tag } = await openMfa({ has: [withTotp, withBackupCodes] });
    await pressAndWait(tag, show);
    await pressAndWait(tag, 'Remove Authenticator app');
    expect(codesOf(tag)).to.deep.equal([]);
    expect(part(tag, 'form').textContent).to.contain('Remove the authenticator app?');
    expect(parts(tag, 'form')).to.have.lengthOf(1);
  });
});

describe('backup codes without another second step', () => {
  const alone =
    'Backup codes work only alongside another second step, and you have none left. Set up an authenticator app or a passkey, or remove the codes.';

  it('show a warning, and can be viewed and removed, but not replaced', async () => {
    const { tag } = await openMfa({ has: [withBackupCodes] });
    expect(warningsIn(tag, label)).to.deep.equal([alone]);
    expect(buttonsIn(tag, label)).to.deep.equal([show, remove]);
    await expect(tag).to.be.accessible();
  });

  it('are removed after confirmation, all sets of them', async () => {
    const { tag, user, sent } = await openMfa({ has: [withUsed(10), withBackupCodes] });
    const heard = eventsOf(document, 'logto-mfa-updated');
    await pressAndWait(tag, remove);
    expect(textOf(panelOf(tag))).to.equal('Remove the backup codes? They will stop working right away. Remove Keep');
    expect(sent).to.deep.equal([]);
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, 'Remove');
    expect(user.mfaVerifications).to.deep.equal([]);
    expect([valueOf(tag, label), statusOf(tag)]).to.deep.equal(['Not set up', 'Backup codes removed.']);
    expect(heard.map(({ action, item }) => [action, item])).to.deep.equal([['removed', 'backup-codes']]);
    expect(focusName(tag)).to.equal('the list');
    await expect(tag).to.be.accessible();
  });

  it('are kept if the user cancels the removal or Logto is unreachable', async () => {
    const { tag, user, logto } = await openMfa({ has: [withBackupCodes] });
    await pressAndWait(tag, remove);
    await pressAndWait(tag, 'Keep');
    expect(focusName(tag)).to.equal(remove);
    answerWith(logto, /^DELETE/, () => Response.error());
    await pressAndWait(tag, remove);
    await pressAndWait(tag, 'Remove');
    expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
    expect(factorsOf(user)).to.deep.equal(['BackupCode']);
  });

  it('can be removed if the tenant no longer offers them, and otherwise only viewed', async () => {
    const mfa = { factors: ['Totp'] } as const;
    const { tag } = await openMfa({ has: [withBackupCodes], mfa: { factors: [...mfa.factors] } });
    expect(buttonsIn(tag, label)).to.deep.equal([show, remove]);
    await pressAndWait(tag, remove);
    await pressAndWait(tag, 'Remove');
    expect(labelsOf(tag)).not.to.include(label);
    expect(focusName(tag)).to.equal('the list');
    const other = await openMfa({ has: [withPasskey, withBackupCodes], mfa: { factors: ['WebAuthn'] } });
    expect(buttonsIn(other.tag, label)).to.deep.equal([show]);
  });
});
