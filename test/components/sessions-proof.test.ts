import { expect } from '@open-wc/testing';

import { eventsOf } from '../helpers/next-event.js';
import { textOf } from '../helpers/read.js';
import { labelsOf, panelOf } from '../helpers/rows.js';
import {
  alertsIn,
  answerWith,
  whenDialogClosed,
  errorsHeard,
  giveThePassword,
  press,
  pressAndWait,
  whenIdle,
  statusOf,
  theDialog,
} from './credential-page.js';
import {
  aGuardedTenant,
  fourSessions,
  openList,
  proofsIn,
  removalsIn,
  type GuardedOptions,
} from './guarded-list-page.js';

const all = 'Sign out everywhere else';

describe('step-up verification that expires while other sessions are signed out', () => {
  /** Logto forgets who the user is after so many have been signed out. */
  async function endingAfter(count: number, options: GuardedOptions = {}) {
    const logto = aGuardedTenant();
    const page = await openList('logto-sessions', { logto, has: fourSessions, ...options });
    press(page.tag, 'Show where you are signed in');
    if (options.withDialog) await giveThePassword();
    await whenIdle(page.tag);
    await pressAndWait(page.tag, all);
    let left = count;
    answerWith(logto, /^DELETE/, () => {
      if (left === 0) logto.tenant.verificationRecords = [];
      left -= 1;
      return undefined;
    });
    return page;
  }

  it('is requested once more, and the rest is signed out afterward', async () => {
    const { tag, sent, logto } = await endingAfter(1);
    await pressAndWait(tag, 'Sign out');
    const [first, second, third, ...more] = removalsIn(sent);
    expect([second, more.length]).to.deep.equal([third, 1]);
    expect(first).not.to.equal(second);
    expect(new Set(removalsIn(sent)).size).to.equal(3);
    expect(proofsIn(sent)).to.equal(2);
    expect(logto.tenant.sessions).to.have.lengthOf(1);
    expect(statusOf(tag)).to.equal('You are signed out everywhere else.');
  });

  it('opens the dialog, with the ended sessions removed from the list behind it', async () => {
    const { tag } = await endingAfter(1, { withDialog: true });
    press(tag, 'Sign out');
    const dialog = await theDialog();
    expect(labelsOf(tag)).to.have.lengthOf(4);
    expect(textOf(dialog)).to.contain('Confirm once more.');
    await giveThePassword();
    await whenIdle(tag);
    expect(labelsOf(tag)).to.deep.equal(['Firefox on Windows', 'Everywhere else']);
  });

  it('can be canceled: the other sessions are kept without an error, and can be signed out later', async () => {
    const { tag, logto, sent } = await endingAfter(1, { withDialog: true });
    const errors = errorsHeard();
    press(tag, 'Sign out');
    press(await theDialog(), 'Cancel');
    await whenDialogClosed();
    await whenIdle(tag);
    expect([alertsIn(tag), errors.kinds()]).to.deep.equal([[], []]);
    expect(textOf(panelOf(tag))).to.contain('Sign out 2 other places?');
    expect(logto.tenant.sessions).to.have.lengthOf(3);
    const before = sent.length;
    press(tag, 'Sign out');
    await giveThePassword();
    await whenIdle(tag);
    expect(removalsIn(sent.slice(before))).to.have.lengthOf(2);
    expect(logto.tenant.sessions).to.have.lengthOf(1);
  });

  it('can be canceled: the event lists the sessions that were signed out', async () => {
    const { tag } = await endingAfter(1, { withDialog: true });
    const heard = eventsOf(document, 'logto-sessions-updated');
    press(tag, 'Sign out');
    press(await theDialog(), 'Cancel');
    await whenDialogClosed();
    await whenIdle(tag);
    expect(heard).to.have.lengthOf(1);
  });
});
