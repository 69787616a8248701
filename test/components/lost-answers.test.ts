import { expect } from '@open-wc/testing';

import type { FakeLogto } from '../fake-logto/fake-logto.js';
import { textOf } from '../helpers/read.js';
import { confirmCode, waitingForCode } from './code-dialog.js';
import {
  alertsIn,
  answerWith,
  whenDialogClosed,
  enter,
  lastCode,
  openForm,
  openTag,
  press,
  refusal,
  statusOf,
  submit,
  writesIn,
} from './credential-page.js';

/** Lets Logto do it, and loses the answer. */
function loseAnswers(logto: FakeLogto, where: RegExp) {
  let isInner = false;
  return logto.intercept(async (request) => {
    if (isInner) return undefined;
    if (!where.test(`${request.method} ${new URL(request.url).pathname}`)) return undefined;
    isInner = true; // for the request of this very function
    await logto.fetch(request);
    isInner = false;
    return Response.error();
  });
}

describe('a lost response after Logto has changed the password', () => {
  it('tells the user to try the same password again, which succeeds', async () => {
    const { tag, logto, sent, user } = await openTag('logto-password');
    enter(await openForm(tag), 'New password', 'Teal-Kettle!48');
    const recover = loseAnswers(logto, /^POST .*my-account\/password/);
    await submit(tag);
    expect(textOf(tag)).to.contain('If you try again, use the same one.');
    expect(user.password).to.equal('Teal-Kettle!48');
    recover();
    await submit(tag);
    expect(alertsIn(tag)).to.deep.equal([]);
    expect(statusOf(tag)).to.equal('Password saved.');
    expect(writesIn(sent).length).to.be.greaterThan(1);
  });

  it('does not hide that a new password is the current one', async () => {
    const { tag, user } = await openTag('logto-password');
    enter(await openForm(tag), 'New password', user.password!);
    await submit(tag);
    expect(alertsIn(tag).join()).to.contain('This is already your password.');
  });
});

describe('a lost response after Logto has accepted a verification code', () => {
  it('lets the user confirm with the same code again', async () => {
    const { dialog, logto, verified } = await waitingForCode();
    const recover = loseAnswers(logto, /code\/verify$/);
    await confirmCode(dialog, lastCode(logto));
    expect(alertsIn(dialog).join()).to.contain('We could not reach the server.');
    recover();
    // What Logto says of a code that was used.
    answerWith(logto, /code\/verify$/, () => refusal(400, 'verification_code.not_found'));
    press(dialog, 'Confirm');
    await whenDialogClosed();
    expect(await verified).to.equal(undefined);
  });

  it('does not make a code that Logto never sent valid', async () => {
    const { dialog, logto } = await waitingForCode();
    answerWith(logto, /code\/verify$/, () => refusal(400, 'verification_code.not_found'));
    await confirmCode(dialog, '123456');
    expect(alertsIn(dialog).join()).to.contain('That code is no longer valid.');
  });
});
