import { expect } from '@open-wc/testing';

import { byRole, namesOf, textOf } from '../helpers/read.js';
import { byEmail, byPhone, confirmCode, waitingForCode } from './code-dialog.js';
import {
  alertsIn,
  answerWith,
  lastCode,
  linesOf,
  passTime,
  pressInDialog,
  refusal,
  setClock,
  wrongCode,
  type CredentialOptions,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('a step-up code that did not arrive', () => {
  const resend = (dialog: Element) => namesOf(dialog, 'button').find((name) => name.startsWith('Send a new code'))!;

  it('can be sent again after a minute, with a countdown on the button', async () => {
    const { dialog, logto } = await waitingForCode();
    const button = byRole(dialog, 'button', resend(dialog));
    expect(resend(dialog)).to.match(/^Send a new code in (60|59) seconds$/);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    button.click();
    passTime(30_000);
    await waitUntil(() => /in (30|29|28) seconds/.test(resend(dialog)));
    passTime(31_000);
    await waitUntil(() => resend(dialog) === 'Send a new code');
    expect(button.getAttribute('aria-disabled')).to.equal('false');
    expect(logto.outbox).to.have.lengthOf(1);
    await expect(dialog).to.be.accessible();
  });

  it('has a countdown that does not depend on the device’s clock', async () => {
    const { dialog } = await waitingForCode();
    for (const ahead of [-3_600_000, 3_600_000]) {
      setClock(ahead);
      const before = resend(dialog);
      await waitUntil(() => resend(dialog) !== before);
      expect(resend(dialog)).to.match(/in 5\d seconds$/);
    }
  });

  const sentAnew = async (options: CredentialOptions = {}) => {
    const page = await waitingForCode(options);
    const first = lastCode(page.logto);
    passTime(61_000);
    await waitUntil(() => resend(page.dialog) === 'Send a new code');
    return { ...page, first };
  };

  it('is invalid after another code was sent', async () => {
    const { dialog, logto, sent, verified } = await sentAnew();
    const [firstRecord] = logto.tenant.verificationRecords;
    await pressInDialog(dialog, 'Send a new code');
    expect(logto.outbox).to.have.lengthOf(2);
    expect(textOf(dialog)).to.contain('A new code is on its way to ada@example.com.');
    expect(resend(dialog)).to.match(/in \d+ seconds$/);
    await confirmCode(dialog, lastCode(logto));
    expect(await verified).to.equal(undefined);
    expect(sent.at(-1)!.body!['verificationId']).to.equal(logto.tenant.verificationRecords[1]!.id);
    expect(sent.at(-1)!.body!['verificationId']).not.to.equal(firstRecord!.id);
    expect(linesOf(sent)).to.have.lengthOf(3);
  });

  it('clears the error about the previous code', async () => {
    const { dialog, logto } = await sentAnew();
    await confirmCode(dialog, wrongCode(logto));
    await pressInDialog(dialog, 'Send a new code');
    expect(alertsIn(dialog)).to.deep.equal([]);
  });

  it('shows why another code could not be sent, even after a wrong one', async () => {
    const { dialog, logto } = await sentAnew();
    await confirmCode(dialog, wrongCode(logto));
    answerWith(logto, /verification-code$/, () => refusal(429, 'request.message_rate_limited'));
    await pressInDialog(dialog, 'Send a new code');
    expect(alertsIn(dialog)).to.deep.equal(['Too many codes were sent. Wait ten minutes, then try again.']);
  });

  it('is not sent again by choosing the same method again', async () => {
    const { dialog, logto } = await waitingForCode();
    await pressInDialog(dialog, 'Use another way');
    await pressInDialog(dialog, byEmail);
    expect(logto.outbox).to.have.lengthOf(1);
  });

  it('leaves the other methods available', async () => {
    const { dialog, logto, verified } = await waitingForCode();
    await pressInDialog(dialog, 'Use another way');
    await pressInDialog(dialog, byPhone);
    expect(textOf(dialog)).to.contain('sent to +12025550123');
    await confirmCode(dialog, lastCode(logto));
    expect(await verified).to.equal(undefined);
  });
});
