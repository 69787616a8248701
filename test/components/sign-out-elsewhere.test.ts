import { expect } from '@open-wc/testing';

import { aUser, type FakeLogto } from '../fake-logto/fake-logto.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, part } from '../helpers/read.js';
import {
  alertsIn,
  answerWith,
  enter,
  lastCode,
  linesOf,
  openForm,
  openTag,
  press,
  refusal,
  whenIdle,
  statusOf,
  submit,
  type CredentialOptions,
  type CredentialPage,
} from './credential-page.js';
import { aGuardedTenant, fourSessions } from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const offer = 'Sign out everywhere else';

interface Options extends CredentialOptions {
  has?: typeof fourSessions;
}

const isOffered = (tag: HTMLElement) => namesOf(tag, 'button').includes(offer);

/** The button comes when it is loaded. */
const offered = (tag: HTMLElement) => waitUntil(() => isOffered(tag), 'It is not offered.');

/** Long enough for it to be loaded. */
async function staysAway(tag: HTMLElement) {
  await whenIdle(tag);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isOffered(tag)).to.equal(false);
}

function tenant(options: Options): FakeLogto {
  const logto = options.logto ?? aGuardedTenant(options);
  (options.has ?? fourSessions)(logto.tenant, logto.tenant.users[0]!);
  return logto;
}

/** With a password just changed. */
async function changed(options: Options = {}) {
  const page = await openTag('logto-password', { ...options, logto: tenant(options) });
  await openForm(page.tag);
  enter(page.tag, 'New password', 'Teal-Kettle!48');
  await submit(page.tag);
  expect(statusOf(page.tag)).to.equal('Password saved.');
  return page;
}

async function changedAddress(name: 'logto-email' | 'logto-phone', label: string, typed: string) {
  const page = await openTag(name, { logto: tenant({}) });
  await openForm(page.tag);
  enter(page.tag, label, typed);
  await submit(page.tag, 'Continue');
  enter(page.tag, 'Code', lastCode(page.logto));
  await submit(page.tag);
  return page;
}

const email = ['logto-email', 'New email address', 'ada@new.example'] as const;

const removals = ({ sent }: Pick<CredentialPage, 'sent'>) => linesOf(sent).filter((line) => line.startsWith('DELETE'));

describe('after a change of a sign-in method', () => {
  it('offers once, beside the result, to sign out all other sessions', async () => {
    const page = await changed();
    const { tag, logto } = page;
    await offered(tag);
    expect(statusOf(tag)).to.equal('Password saved.');
    expect(tag.shadowRoot!.activeElement).to.equal(part(tag, 'edit'));
    await expect(tag).to.be.accessible();
    expect(removals(page)).to.deep.equal([]);
    const updates = eventsOf(document, 'logto-sessions-updated');
    press(tag, offer);
    await waitUntil(() => statusOf(tag) === 'You are signed out everywhere else.');
    expect(removals(page)).to.have.lengthOf(3);
    expect(updates.map(({ action, item }) => [action, item])).to.deep.equal([['removed', 'other-sessions']]);
    expect(logto.tenant.sessions).to.have.lengthOf(1);
    expect(isOffered(tag)).to.equal(false);
    expect(tag.shadowRoot!.activeElement).to.equal(part(tag, 'list'));
    await expect(tag).to.be.accessible();
  });

  it('asks for step-up verification only when the button is clicked', async () => {
    const { tag, logto, provider } = await changedAddress(...email);
    await offered(tag);
    const asked: Event[] = [];
    provider.addEventListener('logto-verification-required', (event) => asked.push(event), { capture: true });
    await whenIdle(tag);
    expect(asked).to.have.lengthOf(0);
    logto.tenant.verificationRecords.length = 0; // the verification has expired
    press(tag, offer);
    await waitUntil(() => statusOf(tag) === 'You are signed out everywhere else.');
    expect(asked).to.have.lengthOf(1);
  });

  for (const [name, label, typed] of [email, ['logto-phone', 'New phone number', '+44 20 7946 0958']] as const)
    it(`makes the offer in <${name}>`, async () => {
      const { tag } = await changedAddress(name, label, typed);
      await offered(tag);
      press(tag, name === 'logto-email' ? 'Change Email' : 'Change Phone');
      await waitUntil(() => tag.querySelector('.logto-form') !== null);
      expect(isOffered(tag), 'once the row is open again').to.equal(false);
      press(tag, 'Cancel');
      await staysAway(tag);
    });

  it('shows which sessions could not be signed out, and retries those', async () => {
    const { tag, logto } = await changed();
    await offered(tag);
    let fails = true;
    answerWith(logto, /^DELETE/, () => (fails ? refusal(422, 'session.not_ended') : undefined));
    const updates = eventsOf(document, 'logto-sessions-updated');
    press(tag, offer);
    await waitUntil(() => alertsIn(tag).length > 0);
    expect(updates).to.deep.equal([]);
    expect(alertsIn(tag)).to.deep.equal(['3 places could not be signed out. Try again.']);
    expect(statusOf(tag)).to.equal('Password saved.');
    fails = false;
    press(tag, offer);
    await waitUntil(() => statusOf(tag) === 'You are signed out everywhere else.');
    expect(alertsIn(tag)).to.deep.equal([]);
    expect(logto.tenant.sessions).to.have.lengthOf(1);
  });

  it('signs out no session if it is unknown which one is this browser', async () => {
    const page = await changed();
    await offered(page.tag);
    const sessions = [
      { payload: { uid: 'one' }, isCurrent: false },
      { payload: { uid: 'two' }, isCurrent: false },
    ];
    answerWith(page.logto, /^GET .*sessions$/, () => Response.json({ sessions }));
    press(page.tag, offer);
    await waitUntil(() => alertsIn(page.tag).length > 0);
    expect(removals(page)).to.deep.equal([]);
    expect(alertsIn(page.tag)).to.have.lengthOf(1);
  });

  for (const [what, options] of Object.entries<Options>({
    'sessions are read-only': { fields: { session: 'ReadOnly' } },
    'sessions are off': { fields: { session: 'Off' } },
    'there are no settings': { settings: 'none' },
  }))
    it(`makes no offer if ${what}`, async () => {
      const { tag } = await changed(options);
      await staysAway(tag);
    });

  it('removes the offer when the user changes', async () => {
    const logto = aGuardedTenant();
    logto.tenant.users.push(aUser({ id: 'grace', password: 'x', username: 'grace' }));
    const { tag, provider } = await changed({ logto });
    await offered(tag);
    const grace = logto.issueToken('grace');
    provider.getAccessToken = () => grace;
    await provider.refresh();
    await staysAway(tag);
  });

  it('makes no offer after a change of the username', async () => {
    const { tag } = await openTag('logto-username', { logto: tenant({}) });
    await openForm(tag);
    enter(tag, 'Username', 'countess');
    await submit(tag);
    await staysAway(tag);
  });
});
