import { expect } from '@open-wc/testing';

import { withGrant } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, parts, textOf } from '../helpers/read.js';
import { focused, isRowOpen, labelsOf, panelOf, rowOf, valuesOf } from '../helpers/rows.js';
import {
  alertsIn,
  answerWith,
  whenDialogClosed,
  errorsHeard,
  giveThePassword,
  press,
  pressAndWait,
  refusal,
  whenIdle,
  statusOf,
  theDialog,
} from './credential-page.js';
import {
  aGuardedTenant,
  fourSessions,
  openList,
  openShown,
  phonesUid,
  printer,
  proofsIn,
  removalsIn,
  twoSessions,
  type GuardedOptions,
} from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const phone = 'Safari on iOS';
const ask = `Sign out ${phone}`;

/** The question is open. */
async function openQuestion(options: GuardedOptions = {}) {
  const page = await openShown('logto-sessions', { has: twoSessions, ...options });
  await pressAndWait(page.tag, ask);
  return page;
}

describe('signing out one browser', () => {
  it('ends the session and its grants, says so and fires an event', async () => {
    const logto = aGuardedTenant();
    const addresses: string[] = [];
    answerWith(logto, /^DELETE/, ({ url }) => void addresses.push(new URL(url).pathname + new URL(url).search));
    const { tag, sent } = await openQuestion({
      logto,
      has: (tenant, user) => {
        twoSessions(tenant, user);
        withGrant(tenant, user, printer, { session: tenant.sessions[1]! });
      },
    });
    const heard = eventsOf(document, 'logto-sessions-updated');
    await pressAndWait(tag, 'Sign out');
    expect(addresses).to.deep.equal([`/api/my-account/sessions/${phonesUid}?revokeGrantsTarget=all`]);
    expect(logto.tenant.sessions).to.have.lengthOf(1);
    expect(logto.tenant.grants).to.have.lengthOf(1);
    expect(labelsOf(tag)).to.deep.equal(['Firefox on Windows', 'Everywhere else']);
    expect(statusOf(tag)).to.equal(`${phone} is signed out.`);
    expect(
      heard.map(({ action, item, target, bubbles, composed }) => [action, item, target, bubbles, composed]),
    ).to.deep.equal([['removed', 'session', tag, true, true]]);
    expect(proofsIn(sent)).to.equal(1);
    expect(focused(tag)).to.equal(part(tag, 'list'));
    expect(parts(tag, 'error')).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('keeps the other sessions, and counts one less to sign out', async () => {
    const { tag } = await openQuestion({ has: fourSessions });
    await pressAndWait(tag, 'Sign out');
    expect(labelsOf(tag)).to.deep.equal([
      'Firefox on Windows',
      'Microsoft Edge on Windows',
      'Chrome on Linux',
      'Everywhere else',
    ]);
    expect(valuesOf(tag)['Everywhere else']).to.equal('2 other places');
  });

  it('does nothing if the user cancels', async () => {
    const { tag, sent } = await openQuestion();
    await pressAndWait(tag, 'Keep signed in');
    expect(removalsIn(sent)).to.deep.equal([]);
    expect(labelsOf(tag)).to.include(phone);
    expect(focused(tag)).to.equal(button(tag, ask));
  });

  it('closes the question when another browser’s question opens', async () => {
    const { tag } = await openQuestion({ has: fourSessions });
    await pressAndWait(tag, 'Sign out Chrome on Linux');
    expect(parts(tag, 'form')).to.have.lengthOf(1);
    expect(textOf(panelOf(tag))).to.contain('Sign out Chrome on Linux?');
  });

  it('sends one request after a double click, and blocks other actions meanwhile', async () => {
    const logto = aGuardedTenant();
    const { tag, sent } = await openQuestion({ logto, has: fourSessions });
    const gate = deferred<undefined>();
    answerWith(logto, /^DELETE/, () => gate.promise);
    press(tag, 'Sign out');
    press(tag, 'Sign out');
    await waitUntil(() => removalsIn(sent).length > 0);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Signing out…', 'Keep signed in']);
    expect(button(tag, 'Signing out…').getAttribute('aria-disabled')).to.equal('true');
    expect(asksBeforeLeaving()).to.equal(true);
    await expect(tag).to.be.accessible();
    press(tag, 'Keep signed in');
    press(tag, 'Sign out Chrome on Linux');
    press(tag, 'Sign out everywhere else');
    await tag.updateComplete;
    expect(textOf(panelOf(tag))).to.contain(`Sign out ${phone}?`);
    gate.resolve(undefined);
    await whenIdle(tag);
    expect(removalsIn(sent)).to.deep.equal([`sessions/${phonesUid}`]);
    expect(statusOf(tag)).to.equal(`${phone} is signed out.`);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('succeeds if the session has already ended', async () => {
    const logto = aGuardedTenant();
    const { tag } = await openQuestion({ logto });
    const errors = errorsHeard();
    const heard = eventsOf(document, 'logto-sessions-updated');
    logto.tenant.sessions = logto.tenant.sessions.filter(({ payload }) => payload.uid !== phonesUid);
    await pressAndWait(tag, 'Sign out');
    expect(statusOf(tag)).to.equal(`${phone} is signed out.`);
    expect(labelsOf(tag)).not.to.include(phone);
    expect([errors.kinds(), heard.length]).to.deep.equal([[], 1]);
  });

  for (const [what, answer, words, kind] of [
    ['an unreachable server', () => Response.error(), 'We could not reach the server.', 'network'],
    ['a server fault', () => new Response(null, { status: 500 }), 'Something went wrong on our side.', 'unexpected'],
    ['too many requests', () => new Response(null, { status: 429 }), 'Too many attempts.', 'rate-limited'],
    ['a session of another user', () => refusal(400, 'oidc.invalid_session_account_id'), 'not accepted', 'rejected'],
    ['a plain 404', () => new Response('Not Found', { status: 404 }), 'Something went wrong', 'unexpected'],
  ] as const)
    it(`shows one error, keeps the browser in the list, and can be retried: ${what}`, async () => {
      const logto = aGuardedTenant();
      const warn = console.warn;
      console.warn = () => undefined; // it is reported in the console
      const { tag } = await openQuestion({ logto });
      const errors = errorsHeard();
      const heard = eventsOf(document, 'logto-sessions-updated');
      const recover = answerWith(logto, /^DELETE/, answer);
      await pressAndWait(tag, 'Sign out');
      console.warn = warn;
      expect(alertsIn(tag)).to.have.lengthOf(1);
      expect(alertsIn(panelOf(tag))[0]).to.contain(words);
      expect(labelsOf(tag)).to.include(phone);
      expect([errors.kinds(), heard]).to.deep.equal([[kind], []]);
      expect(logto.tenant.sessions).to.have.lengthOf(2);
      await expect(tag).to.be.accessible();
      recover();
      await pressAndWait(tag, 'Sign out');
      expect(logto.tenant.sessions).to.have.lengthOf(1);
      expect(alertsIn(tag)).to.deep.equal([]);
    });

  it('removes the error when the user cancels', async () => {
    const logto = aGuardedTenant();
    const { tag } = await openQuestion({ logto });
    answerWith(logto, /^DELETE/, () => Response.error());
    await pressAndWait(tag, 'Sign out');
    await pressAndWait(tag, 'Keep signed in');
    expect(alertsIn(tag)).to.deep.equal([]);
  });

  it('says that sessions can no longer be ended here, and hides the buttons', async () => {
    const logto = aGuardedTenant();
    const { tag } = await openQuestion({ logto, has: fourSessions });
    logto.tenant.accountCenter.fields.session = 'ReadOnly';
    await pressAndWait(tag, 'Sign out');
    expect(alertsIn(rowOf(tag, phone))).to.deep.equal(['This cannot be changed here. For help, contact support.']);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    await pressAndWait(tag, 'Keep signed in');
    expect(isRowOpen(tag)).to.equal(false);
    expect(namesOf(tag, 'button')).to.deep.equal([]);
  });

  it('asks for step-up verification if it has expired, and returns without an error if it is canceled', async () => {
    const logto = aGuardedTenant();
    const page = await openList('logto-sessions', { logto, has: twoSessions, withDialog: true });
    const { tag } = page;
    const errors = errorsHeard();
    press(tag, 'Show where you are signed in');
    await giveThePassword();
    await whenIdle(tag);
    await pressAndWait(tag, ask);
    logto.tenant.verificationRecords = [];
    press(tag, 'Sign out');
    const dialog = await theDialog();
    expect(textOf(dialog)).to.contain('Confirm once more.');
    press(dialog, 'Cancel');
    await whenDialogClosed();
    await whenIdle(tag);
    expect([alertsIn(tag), errors.kinds()]).to.deep.equal([[], []]);
    expect(textOf(panelOf(tag))).to.contain(`Sign out ${phone}?`);
    press(tag, 'Sign out');
    await giveThePassword();
    await whenIdle(tag);
    expect(statusOf(tag)).to.equal(`${phone} is signed out.`);
    expect(logto.tenant.sessions).to.have.lengthOf(1);
  });

  it('names the browser in the language of the question', async () => {
    const { tag } = await openQuestion();
    tag.lang = 'de';
    await waitUntil(() => textOf(tag).includes('Wo Sie angemeldet sind'));
    expect(textOf(panelOf(tag))).to.contain('Safari auf iOS abmelden?');
  });
});
