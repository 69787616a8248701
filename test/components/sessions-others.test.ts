import { expect } from '@open-wc/testing';

import { deferred } from '../helpers/deferred.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, textOf } from '../helpers/read.js';
import { focused, isRowOpen, labelsOf, panelOf, rowOf } from '../helpers/rows.js';
import { alertsIn, answerWith, errorsHeard, press, pressAndWait, whenIdle, statusOf } from './credential-page.js';
import {
  aGuardedTenant,
  fourSessions,
  officesUid,
  olderUid,
  openShown,
  phonesUid,
  proofsIn,
  removalsIn,
  twoSessions,
  type GuardedOptions,
} from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const all = 'Sign out everywhere else';
const lines = (...uids: string[]) => uids.map((uid) => `sessions/${uid}`);

/** The question is open. */
async function openQuestion(options: GuardedOptions = {}) {
  const { logto = aGuardedTenant() } = options;
  const page = await openShown('logto-sessions', { has: fourSessions, ...options, logto });
  await pressAndWait(page.tag, all);
  return page;
}

describe('signing out everywhere else', () => {
  it('asks for confirmation in its own row, with the number of sessions', async () => {
    const { tag, sent } = await openQuestion();
    expect(textOf(panelOf(tag))).to.contain('Sign out 3 other places? You will stay signed in here.');
    expect(namesOf(tag, 'group')).to.deep.equal(['Everywhere else']);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Sign out', 'Keep signed in']);
    expect(focused(tag)).to.equal(part(tag, 'cancel'));
    expect(removalsIn(sent)).to.deep.equal([]);
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, 'Keep signed in');
    expect(isRowOpen(tag)).to.equal(false);
    expect(focused(tag)).to.equal(button(tag, all));
    expect(removalsIn(sent)).to.deep.equal([]);
  });

  it('uses the singular for a single session', async () => {
    const { tag } = await openQuestion({ has: twoSessions });
    expect(textOf(panelOf(tag))).to.contain('Sign out 1 other place? You will stay signed in here.');
  });

  it('ends each other session once, keeps this one, says so and fires one event', async () => {
    const { tag, sent, logto } = await openQuestion();
    const heard = eventsOf(document, 'logto-sessions-updated');
    await pressAndWait(tag, 'Sign out');
    expect(removalsIn(sent)).to.have.members(lines(phonesUid, officesUid, olderUid));
    expect(removalsIn(sent)).to.have.lengthOf(3);
    expect(logto.tenant.sessions).to.have.lengthOf(1);
    expect(labelsOf(tag)).to.deep.equal(['Firefox on Windows', 'Everywhere else']);
    expect(statusOf(tag)).to.equal('You are signed out everywhere else.');
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([
      ['removed', 'other-sessions', tag],
    ]);
    expect(proofsIn(sent)).to.equal(1);
    expect(focused(tag)).to.equal(part(tag, 'list'));
    await expect(tag).to.be.accessible();
  });

  it('ends sessions one after the other, and each once after a double click', async () => {
    const logto = aGuardedTenant();
    const { tag, sent } = await openQuestion({ logto });
    const gate = deferred<undefined>();
    answerWith(logto, /^DELETE/, () => gate.promise);
    press(tag, 'Sign out');
    press(tag, 'Sign out');
    await waitUntil(() => removalsIn(sent).length > 0);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Signing out…', 'Keep signed in']);
    press(tag, 'Signing out…');
    await expect(tag).to.be.accessible();
    expect(removalsIn(sent)).to.have.lengthOf(1);
    gate.resolve(undefined);
    await whenIdle(tag);
    expect(removalsIn(sent)).to.have.lengthOf(3);
  });

  for (const [what, answer, words] of [
    ['a server fault', () => new Response(null, { status: 500 }), 'Something went wrong on our side.'],
    ['an unreachable server', () => Response.error(), 'We could not reach the server.'],
  ] as const)
    it(`continues after a failure, shows the reason, and retries only the failed session: ${what}`, async () => {
      const logto = aGuardedTenant();
      const { tag, sent } = await openQuestion({ logto });
      const errors = errorsHeard();
      const heard = eventsOf(document, 'logto-sessions-updated');
      const recover = answerWith(logto, new RegExp(`^DELETE .*${officesUid}$`), answer);
      await pressAndWait(tag, 'Sign out');
      expect(removalsIn(sent)).to.have.members(lines(phonesUid, officesUid, olderUid));
      expect(labelsOf(tag)).to.deep.equal(['Firefox on Windows', 'Microsoft Edge on Windows', 'Everywhere else']);
      expect(alertsIn(rowOf(tag, 'Microsoft Edge on Windows'))[0]).to.contain(words);
      expect(alertsIn(panelOf(tag))).to.deep.equal(['1 place could not be signed out. Try again.']);
      expect(textOf(panelOf(tag))).to.contain('Sign out 1 other place?');
      expect(logto.tenant.sessions).to.have.lengthOf(2);
      expect([heard.length, errors.kinds().length]).to.deep.equal([1, 1]);
      await expect(tag).to.be.accessible();

      recover();
      const before = sent.length;
      await pressAndWait(tag, 'Sign out');
      expect(removalsIn(sent.slice(before))).to.deep.equal(lines(officesUid));
      expect(labelsOf(tag)).to.deep.equal(['Firefox on Windows', 'Everywhere else']);
      expect(alertsIn(tag)).to.deep.equal([]);
      expect(statusOf(tag)).to.equal('You are signed out everywhere else.');
      expect(heard).to.have.lengthOf(2);
      expect(logto.tenant.sessions).to.have.lengthOf(1);
    });

  it('says how many sessions failed if none was ended, and fires no event', async () => {
    const logto = aGuardedTenant();
    const { tag } = await openQuestion({ logto });
    const heard = eventsOf(document, 'logto-sessions-updated');
    answerWith(logto, /^DELETE/, () => Response.error());
    await pressAndWait(tag, 'Sign out');
    expect(alertsIn(panelOf(tag))).to.deep.equal(['3 places could not be signed out. Try again.']);
    expect(labelsOf(tag)).to.have.lengthOf(5);
    expect(alertsIn(tag)).to.have.lengthOf(4);
    expect(heard).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('lets the user sign out the failed session by itself', async () => {
    const logto = aGuardedTenant();
    const { tag } = await openQuestion({ logto });
    const recover = answerWith(logto, new RegExp(`^DELETE .*${officesUid}$`), () => Response.error());
    await pressAndWait(tag, 'Sign out');
    recover();
    await pressAndWait(tag, 'Sign out Microsoft Edge on Windows');
    expect(textOf(panelOf(tag))).to.contain('Sign out Microsoft Edge on Windows?');
    await pressAndWait(tag, 'Sign out');
    expect(labelsOf(tag)).to.deep.equal(['Firefox on Windows', 'Everywhere else']);
    expect(alertsIn(tag)).to.deep.equal([]);
  });

  it('counts sessions that have already ended as done', async () => {
    const { tag, logto } = await openQuestion();
    logto.tenant.sessions = logto.tenant.sessions.filter(({ payload }) => payload.uid !== officesUid);
    await pressAndWait(tag, 'Sign out');
    expect(statusOf(tag)).to.equal('You are signed out everywhere else.');
    expect(labelsOf(tag)).to.deep.equal(['Firefox on Windows', 'Everywhere else']);
  });

  it('keeps a session that started after the list was shown', async () => {
    const { tag, logto, sent, user } = await openQuestion({ has: twoSessions });
    fourSessions(logto.tenant, user);
    await pressAndWait(tag, 'Sign out');
    expect(removalsIn(sent)).to.deep.equal(lines(phonesUid));
  });

  it('shows an error if the tenant has made sessions read-only meanwhile', async () => {
    const { tag, logto } = await openQuestion();
    logto.tenant.accountCenter.fields.session = 'ReadOnly';
    await pressAndWait(tag, 'Sign out');
    expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
  });
});
