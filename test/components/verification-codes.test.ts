import { expect } from '@open-wc/testing';

import { byRole, textOf } from '../helpers/read.js';
import { byEmail, byPhone, choosing, confirmCode, waitingForCode } from './code-dialog.js';
import {
  aClock,
  alertsIn,
  answerWith,
  whenDialogClosed,
  enter,
  labelled,
  lastCode,
  press,
  pressInDialog,
  refusal,
  wrongCode,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('step-up verification with a code', () => {
  for (const [method, to, type, shown] of [
    [byEmail, 'ada@example.com', 'email', 'ada@example.com'],
    [byPhone, '12025550123', 'phone', '+12025550123'],
  ] as const)
    it(`sends a code by ${type}, shows where it went, and accepts it`, async () => {
      const { dialog, logto, sent, verified } = await waitingForCode({}, method);
      expect(logto.outbox.map((message) => [message.to, message.template])).to.deep.equal([
        [to, 'UserPermissionValidation'],
      ]);
      expect(sent[0]!.body).to.deep.equal({
        identifier: { type, value: to },
        templateType: 'UserPermissionValidation',
      });
      expect(textOf(dialog)).to.contain(`Enter the code that was sent to ${shown}.`);
      expect(document.activeElement).to.equal(labelled(dialog, 'Code'));
      await expect(dialog).to.be.accessible();
      enter(dialog, 'Code', ` ${lastCode(logto)} `);
      press(dialog, 'Confirm');
      await whenDialogClosed();
      expect(await verified).to.equal(undefined);
      expect(sent[1]!.body).to.include({ code: lastCode(logto) });
    });

  it('sends one code after a double click', async () => {
    const { dialog, logto } = await choosing();
    const choice = byRole(dialog, 'button', byEmail);
    choice.click();
    choice.click();
    await waitUntil(() => textOf(dialog).includes('Enter the code'));
    expect(logto.outbox).to.have.lengthOf(1);
  });

  it('has one field for the whole code, which phones and password managers recognize', async () => {
    const { dialog } = await waitingForCode();
    const { name, inputMode, maxLength, form } = labelled(dialog, 'Code');
    expect(labelled(dialog, 'Code')).to.have.attribute('autocomplete', 'one-time-code');
    expect({ name, inputMode, maxLength, isInForm: form !== null }).to.deep.equal({
      name: 'code',
      inputMode: 'numeric',
      maxLength: -1,
      isInForm: true,
    });
  });

  it('requires a code, without a request', async () => {
    const { dialog, sent } = await waitingForCode();
    await confirmCode(dialog, '  ');
    expect(textOf(dialog)).to.contain('Enter the code from the message.');
    expect(sent).to.have.lengthOf(1);
    await expect(dialog).to.be.accessible();
  });

  it('says that a code is wrong, and then accepts the right one', async () => {
    const { dialog, logto, verified } = await waitingForCode();
    await confirmCode(dialog, wrongCode(logto));
    expect(alertsIn(dialog)).to.deep.equal(['That code is incorrect. Check it and try again.']);
    await expect(dialog).to.be.accessible();
    await confirmCode(dialog, lastCode(logto));
    expect(await verified).to.equal(undefined);
  });

  it('says that a code has expired', async () => {
    const { clock, advance } = aClock();
    const { dialog, logto } = await waitingForCode({
      clock,
      signInExperience: { verificationCodePolicy: { expirationDuration: 120 } },
    });
    advance(121_000);
    await confirmCode(dialog, lastCode(logto));
    expect(alertsIn(dialog)).to.deep.equal(['That code is no longer valid. Ask for a new one.']);
    await expect(dialog).to.be.accessible();
  });

  it('rejects even the right code after too many attempts', async () => {
    const { dialog, logto } = await waitingForCode({
      signInExperience: { verificationCodePolicy: { maxRetryAttempts: 2 } },
    });
    for (let tries = 0; tries < 2; tries += 1) await confirmCode(dialog, wrongCode(logto));
    await confirmCode(dialog, lastCode(logto));
    expect(alertsIn(dialog)).to.deep.equal(['That code is no longer valid. Ask for a new one.']);
  });

  it('says that verification is locked after too many wrong codes', async () => {
    const { dialog, logto } = await waitingForCode({ signInExperience: { sentinelPolicy: { maxAttempts: 1 } } });
    await confirmCode(dialog, wrongCode(logto));
    expect(alertsIn(dialog)[0]).to.match(/^Too many failed attempts/);
  });

  for (const code of ['email_mismatch', 'phone_mismatch', 'not_found'])
    it(`says that another code is needed if Logto responds ${code}`, async () => {
      const { dialog, logto } = await waitingForCode();
      answerWith(logto, /verification-code\/verify$/, () => refusal(400, `verification_code.${code}`));
      await confirmCode(dialog, lastCode(logto));
      expect(alertsIn(dialog)).to.deep.equal(['That code is no longer valid. Ask for a new one.']);
    });

  it('keeps the code after a network failure, and accepts it on the second try', async () => {
    const { dialog, logto, verified } = await waitingForCode();
    const recover = answerWith(logto, /verify$/, () => Response.error());
    await confirmCode(dialog, lastCode(logto));
    expect(alertsIn(dialog)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
    expect(labelled(dialog, 'Code').value).to.equal(lastCode(logto));
    recover();
    await pressInDialog(dialog, 'Confirm');
    expect(await verified).to.equal(undefined);
  });
});

describe('a step-up code that cannot be sent', () => {
  it('shows an error above the choice of methods after too many codes', async () => {
    const { dialog, logto } = await choosing();
    const sentAt = logto.now();
    for (let count = 0; count < 10; count += 1)
      logto.outbox.push({ to: 'ada@example.com', code: '1', template: 'UserPermissionValidation', sentAt });
    await pressInDialog(dialog, byEmail);
    expect(alertsIn(dialog)).to.deep.equal(['Too many codes were sent. Wait ten minutes, then try again.']);
    await expect(dialog).to.be.accessible();
    await pressInDialog(dialog, 'With your password');
    expect(alertsIn(dialog)).to.deep.equal([]);
  });

  it('shows an error if the tenant cannot send codes', async () => {
    const { dialog, logto } = await choosing({ connectors: [] });
    await pressInDialog(dialog, byPhone);
    expect(alertsIn(dialog)).to.deep.equal(['Codes cannot be sent from here. Choose another way, or contact support.']);
    expect(logto.outbox).to.deep.equal([]);
    await expect(dialog).to.be.accessible();
  });

  it('shows an error if there is no network', async () => {
    const { dialog, logto } = await choosing();
    answerWith(logto, /verification-code$/, () => Response.error());
    await pressInDialog(dialog, byEmail);
    expect(alertsIn(dialog)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
  });
});
