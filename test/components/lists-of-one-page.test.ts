import { expect } from '@open-wc/testing';
import { html } from 'lit';

import '../../components/password/logto-password.js';
import { deferred } from '../helpers/deferred.js';
import { find } from '../helpers/mount.js';
import { namesOf } from '../helpers/read.js';
import { isRowOpen, labelsOf } from '../helpers/rows.js';
import {
  answerWith,
  enter,
  openForm,
  openPage,
  press,
  pressAndWait,
  whenIdle,
  statusOf,
  submit,
} from './credential-page.js';
import { aGuardedTenant, fourSessions, readsIn, showName } from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const others = 'Sign out everywhere else';
const sessions = 'logto-sessions';

/** The list is shown, and the password was changed beside it. */
async function changedBeside() {
  const logto = aGuardedTenant();
  fourSessions(logto.tenant, logto.tenant.users[0]!);
  const page = await openPage(html`<logto-sessions></logto-sessions><logto-password></logto-password>`, { logto });
  const [list, password] = [find(page, sessions), find(page, 'logto-password')];
  await whenIdle(list);
  await pressAndWait(list, showName[sessions]);
  await openForm(password);
  enter(password, 'New password', 'Teal-Kettle!48');
  await submit(password);
  await waitUntil(() => namesOf(password, 'button').includes(others));
  return { ...page, list, password };
}

const isSignedOut = (tag: HTMLElement) => statusOf(tag) === 'You are signed out everywhere else.';

describe('<logto-sessions> beside an element that signs out everywhere else', () => {
  it('shows only this browser afterward, without another request by the user', async () => {
    const { list, password, logto } = await changedBeside();
    expect(labelsOf(list)).to.have.lengthOf(5);
    press(password, others);
    await waitUntil(() => isSignedOut(password));
    await whenIdle(list);
    expect(labelsOf(list)).to.deep.equal(['Firefox on Windows', 'Everywhere else']);
    expect(namesOf(list, 'button')).to.deep.equal([]);
    expect(logto.tenant.sessions).to.have.lengthOf(1);
  });

  it('closes the question about a session that was signed out, and does not move the focus', async () => {
    const { list, password } = await changedBeside();
    await pressAndWait(list, 'Sign out Safari on iOS');
    expect(isRowOpen(list)).to.equal(true);
    press(password, others);
    await waitUntil(() => isSignedOut(password));
    await whenIdle(list);
    expect(isRowOpen(list)).to.equal(false);
    expect(document.activeElement?.localName).to.equal('logto-password');
  });

  it('leaves out sessions that were signed out while its list was loading', async () => {
    const { list, password, provider, logto } = await changedBeside();
    const late = document.createElement(sessions);
    provider.append(late);
    await whenIdle(late);
    const gate = deferred<undefined>();
    const before = readsIn(logto).length;
    // What was there when it was asked for comes after it was signed out.
    const body = JSON.stringify({ sessions: logto.tenant.sessions.map(({ payload }) => ({ payload })) });
    const undo = answerWith(logto, /^GET .*sessions$/, async () => {
      await gate.promise;
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    });
    press(late, showName[sessions]);
    await waitUntil(() => readsIn(logto).length > before);
    undo();
    press(password, others);
    await waitUntil(() => isSignedOut(password));
    gate.resolve(undefined);
    await waitUntil(() => labelsOf(late)[0] !== 'Devices and browsers');
    await whenIdle(list);
    expect(labelsOf(late)).to.have.lengthOf(1);
  });
});
