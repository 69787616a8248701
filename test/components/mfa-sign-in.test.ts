import { expect } from '@open-wc/testing';

import { skippingMfa, withBackupCodes, withPasskey, withTotp } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { rowOf, buttonsIn, isRowOpen, panelOf } from '../helpers/rows.js';
import { eventsOf } from '../helpers/next-event.js';
import { allByRole, button, namesOf, part, textOf } from '../helpers/read.js';
import {
  alertsIn,
  answerWith,
  whenDialogClosed,
  errorsHeard,
  press,
  pressAndWait,
  whenIdle,
  statusOf,
  theDialog,
} from './credential-page.js';
import { bodiesOf, factorLines, openMfa, valueOf, warningsIn, focusName } from './mfa-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const label = 'Ask at sign-in';
const turnOn = 'Turn on two-step verification';
const turnOff = 'Turn off two-step verification';
const patch = /^PATCH .*mfa-settings$/;

describe('two-step verification at sign-in', () => {
  it('turns on immediately, and is announced', async () => {
    const { tag, user, sent } = await openMfa({ has: [withTotp, skippingMfa] });
    const heard = eventsOf(document, 'logto-mfa-updated');
    expect(valueOf(tag, label)).to.equal('Off');
    expect(textOf(button(tag, turnOn))).to.equal('Turn on');
    await pressAndWait(tag, turnOn);
    expect(user.logtoConfig.mfa.skipMfaOnSignIn).to.equal(false);
    expect(bodiesOf(sent, 'PATCH', /mfa-settings$/)).to.deep.equal([{ skipMfaOnSignIn: false }]);
    expect([valueOf(tag, label), statusOf(tag)]).to.deep.equal(['On', 'Two-step verification is on.']);
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([
      ['enabled', 'sign-in', tag],
    ]);
    expect(focusName(tag)).to.equal(turnOff);
    await expect(tag).to.be.accessible();
  });

  it('turns off only after confirmation', async () => {
    const { tag, user, sent } = await openMfa({ has: [withTotp] });
    const heard = eventsOf(document, 'logto-mfa-updated');
    await pressAndWait(tag, turnOff);
    expect(textOf(panelOf(tag))).to.equal(
      'Turn off two-step verification? Anyone who knows your password could then sign in as you. Turn off Keep it on',
    );
    expect(focusName(tag)).to.equal('Keep it on');
    expect(sent).to.deep.equal([]);
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, 'Turn off');
    expect(user.logtoConfig.mfa.skipMfaOnSignIn).to.equal(true);
    expect([valueOf(tag, label), statusOf(tag)]).to.deep.equal(['Off', 'Two-step verification is off.']);
    expect(heard.map(({ action, item }) => [action, item])).to.deep.equal([['disabled', 'sign-in']]);
    expect(focusName(tag)).to.equal(turnOn);
    await expect(tag).to.be.accessible();
  });

  it('two-step verification stays on if the user cancels', async () => {
    const { tag, user, sent } = await openMfa({ has: [withTotp] });
    await pressAndWait(tag, turnOff);
    await pressAndWait(tag, 'Keep it on');
    expect(isRowOpen(tag)).to.equal(false);
    expect(user.logtoConfig.mfa.skipMfaOnSignIn).to.equal(undefined);
    expect(sent).to.deep.equal([]);
    expect([valueOf(tag, label), statusOf(tag)]).to.deep.equal(['On', '']);
    expect(focusName(tag)).to.equal(turnOff);
  });

  it('is not described as off if the tenant’s policy is unknown', async () => {
    const { tag } = await openMfa({ settings: 'none', has: [withTotp, skippingMfa] });
    expect(valueOf(tag, label)).to.equal('Only if this service requires it');
    expect(textOf(tag)).not.to.contain('not asked for your second step while this is off');
    await pressAndWait(tag, turnOn);
    await pressAndWait(tag, turnOff);
    await pressAndWait(tag, 'Turn off');
    expect([valueOf(tag, label), statusOf(tag)]).to.deep.equal([
      'Only if this service requires it',
      'Ask at sign-in saved.',
    ]);
  });

  it('turns on with one request after a double click, while other rows wait', async () => {
    const { tag, logto, sent } = await openMfa({ has: [withTotp, skippingMfa] });
    const answer = deferred<undefined>();
    answerWith(logto, patch, () => answer.promise);
    press(tag, turnOn);
    press(tag, turnOn);
    await waitUntil(() => bodiesOf(sent, 'PATCH', /./).length > 0);
    for (const each of allByRole(tag, 'button')) expect(each.getAttribute('aria-disabled')).to.equal('true');
    press(tag, 'Remove Authenticator app');
    press(tag, turnOn);
    await expect(tag).to.be.accessible();
    answer.resolve(undefined);
    await whenIdle(tag);
    expect(factorLines(sent)).to.deep.equal(['PATCH mfa-settings']);
    expect(isRowOpen(tag)).to.equal(false);
  });

  it('shows progress while turning off, and cannot be canceled then', async () => {
    const { tag, logto, sent } = await openMfa({ has: [withTotp] });
    const answer = deferred<undefined>();
    answerWith(logto, patch, () => answer.promise);
    await pressAndWait(tag, turnOff);
    press(tag, 'Turn off');
    await waitUntil(() => namesOf(tag, 'button').includes('Turning off…'));
    press(tag, 'Turning off…');
    press(tag, 'Keep it on');
    await expect(tag).to.be.accessible();
    expect(isRowOpen(tag)).to.equal(true);
    answer.resolve(undefined);
    await whenIdle(tag);
    expect(factorLines(sent)).to.deep.equal(['PATCH mfa-settings']);
    expect(valueOf(tag, label)).to.equal('Off');
  });

  for (const [name, has, steps] of [
    ['on', [withTotp, skippingMfa], [turnOn]],
    ['off', [withTotp], [turnOff, 'Turn off']],
  ] as const)
    it(`stays unchanged when turning it ${name} fails, and can be retried`, async () => {
      const errors = errorsHeard();
      const { tag, logto } = await openMfa({ has: [...has] });
      const before = valueOf(tag, label);
      const recover = answerWith(logto, patch, () => Response.error());
      for (const step of steps) await pressAndWait(tag, step);
      expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
      expect(errors.kinds()).to.deep.equal(['network']);
      await expect(tag).to.be.accessible();
      recover();
      await pressAndWait(tag, steps.at(-1)!);
      expect(valueOf(tag, label)).not.to.equal(before);
      expect(alertsIn(tag)).to.deep.equal([]);
    });

  it('becomes read-only when Logto refuses the change, and says why', async () => {
    const { tag, logto } = await openMfa({ settings: 'none', has: [withTotp, skippingMfa] });
    logto.tenant.accountCenter.fields.mfa = 'ReadOnly';
    const heard = eventsOf(document, 'logto-access-changed');
    await pressAndWait(tag, turnOn);
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
    expect(heard.map(({ access }) => access)).to.deep.equal(['read-only']);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    await expect(tag).to.be.accessible();
  });

  it('stays off if the user cancels step-up verification', async () => {
    const { tag, user, sent } = await openMfa({ has: [withTotp, skippingMfa], withDialog: true });
    const errors = errorsHeard();
    press(tag, turnOn);
    const dialog = await theDialog();
    press(dialog, 'Cancel');
    await whenDialogClosed();
    await whenIdle(tag);
    expect(user.logtoConfig.mfa.skipMfaOnSignIn).to.equal(true);
    expect([factorLines(sent), errors.kinds(), alertsIn(tag)]).to.deep.equal([[], [], []]);
    expect(focusName(tag)).to.equal(turnOn);
  });

  for (const policy of ['Mandatory', 'PromptAtSignInAndSignUpMandatory', 'PromptOnlyAtSignInMandatory'] as const)
    it(`cannot be turned off if the tenant requires it: ${policy}`, async () => {
      const { tag } = await openMfa({ mfa: { policy }, has: [withTotp, skippingMfa] });
      expect(valueOf(tag, label)).to.equal('Always on here');
      expect(buttonsIn(tag, label)).to.deep.equal([]);
      expect(warningsIn(tag, label)).to.deep.equal([]);
      await expect(tag).to.be.accessible();
    });

  for (const policy of ['UserControlled', 'NoPrompt', 'PromptOnlyAtSignIn', 'PromptAtSignInAndSignUp'] as const)
    it(`can be turned on and off otherwise: ${policy}`, async () => {
      const { tag } = await openMfa({ mfa: { policy }, has: [withTotp] });
      expect([valueOf(tag, label), ...buttonsIn(tag, label)]).to.deep.equal(['On', turnOff]);
    });

  it('shows a warning if it is on and no second step is set up', async () => {
    const nothing = 'You have no second step yet. Set one up to protect your account.';
    for (const mfa of [{}, { policy: 'Mandatory' } as const])
      expect(warningsIn((await openMfa({ mfa })).tag, label)).to.deep.equal([nothing]);
    const { tag } = await openMfa({ has: [withBackupCodes] });
    expect(warningsIn(tag, label)).to.deep.equal([nothing]);
    expect(warningsIn((await openMfa({ has: [withPasskey] })).tag, label)).to.deep.equal([]);
    await expect(rowOf(tag, label)).to.be.accessible();
  });

  it('shows no warning without settings if an email address or phone number may be the second step', async () => {
    expect(warningsIn((await openMfa({ settings: 'none' })).tag, label)).to.deep.equal([]);
    const user = { primaryEmail: null, primaryPhone: null };
    expect(warningsIn((await openMfa({ settings: 'none', user })).tag, label)).to.have.lengthOf(1);
  });

  it('shows a warning if it is off although a second step is set up', async () => {
    const { tag } = await openMfa({ has: [withPasskey, skippingMfa] });
    expect(warningsIn(tag, label)).to.deep.equal(['You are not asked for your second step while this is off.']);
    expect(warningsIn((await openMfa({ has: [skippingMfa] })).tag, label)).to.deep.equal([]);
  });

  it('has one status line for the latest change, which is empty at first', async () => {
    const { tag } = await openMfa();
    expect(textOf(part(tag, 'status'))).to.equal('');
    expect(part(tag, 'status').getAttribute('role')).to.equal('status');
  });
});
