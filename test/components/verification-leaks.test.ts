import { expect } from '@open-wc/testing';

import { ada } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { button, textOf } from '../helpers/read.js';
import { textsIn } from '../helpers/secrets.js';
import {
  adasPassword,
  alertsIn,
  anEndpoint,
  whenDialogClosed,
  enter,
  lastCode,
  openForm,
  openTag,
  press,
  pressInDialog,
  whenIdle,
  statusOf,
  submit,
  theDialog,
  wrongCode,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const events = [
  'logto-status-changed',
  'logto-access-changed',
  'logto-error',
  'logto-verification-required',
  'logto-username-updated',
  'logto-email-updated',
  'logto-phone-updated',
  'logto-password-updated',
] as const;

/** Listens to all that anybody in the page could hear from now on, and finds secrets in it and in the page. */
function listen() {
  const heard: Event[] = [];
  const { lines } = listenToConsole();
  const listeners = events.map((name) => {
    const listener = (event: Event) => void heard.push(event);
    document.addEventListener(name, listener);
    return () => document.removeEventListener(name, listener);
  });
  const before = { local: localStorage.length, session: sessionStorage.length };
  return {
    heard,
    find(secrets: Record<string, string>) {
      listeners.forEach((stop) => stop());
      const places = {
        address: location.href,
        state: JSON.stringify(history.state),
        name: window.name,
        cookies: document.cookie,
        'local storage': JSON.stringify({ ...localStorage }),
        'session storage': JSON.stringify({ ...sessionStorage }),
        console: JSON.stringify(lines),
        page: [...markupIn(document.documentElement)].join('\n'),
        events: heard.flatMap((event) => [...textsIn(event)]).join('\n'),
      };
      expect({ local: localStorage.length, session: sessionStorage.length }).to.deep.equal(before);
      return Object.entries(places).flatMap(([place, text]) =>
        Object.entries(secrets)
          .filter(([, secret]) => text.includes(secret))
          .map(([what]) => `${what} in ${place}`),
      );
    },
  };
}

/** All attributes and texts, including shadow roots, but not the input of an open form. */
function* markupIn(element: Element): Generator<string> {
  for (const { name, value } of element.attributes) yield `${name}=${value}`;
  for (const node of element.childNodes) if (node instanceof Text) yield node.data;
  for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) yield* markupIn(child);
}

describe('secrets in the page after step-up verification', () => {
  it('secrets in the page are found if present', () => {
    const ears = listen();
    const element = document.createElement('div');
    element.attachShadow({ mode: 'open' }).innerHTML = '<p title="the-secret"></p>';
    document.body.append(element);
    document.dispatchEvent(Object.assign(new Event('logto-error'), { detail: { deep: 'another-secret' } }));
    console.warn('a-third-secret');
    const secrets = { one: 'the-secret', two: 'another-secret', three: 'a-third-secret' };
    expect(ears.find(secrets)).to.deep.equal(['three in console', 'one in page', 'two in events']);
    element.remove();
  });

  it('are gone after a password change, including wrong and rejected ones', async () => {
    const ears = listen();
    const { tag, logto, token } = await openTag('logto-password', { withDialog: true });
    await openForm(tag);
    enter(tag, 'New password', adasPassword);
    button(tag, 'Show password').click();
    press(tag, 'Save');
    const dialog = await theDialog();
    enter(dialog, 'Password', 'wrong-walnut-9');
    await pressInDialog(dialog, 'Confirm');
    enter(dialog, 'Password', adasPassword);
    button(dialog, 'Show password').click();
    press(dialog, 'Confirm');
    await whenDialogClosed();
    await whenIdle(tag);
    expect(alertsIn(tag)).to.have.lengthOf(1); // the same password
    const while_ = ears.find({ wrong: 'wrong-walnut-9', old: adasPassword });
    expect(while_).to.deep.equal([]);
    enter(tag, 'New password', 'Teal-Kettle!48');
    await submit(tag);
    expect(statusOf(tag)).to.equal('Password saved.');
    const [record] = logto.tenant.verificationRecords;
    const secrets = { record: record!.id, token, old: adasPassword, new: 'Teal-Kettle!48', wrong: 'wrong-walnut-9' };
    expect(ears.heard.map(({ type }) => type)).to.include('logto-error');
    expect(ears.find(secrets)).to.deep.equal([]);
  });

  for (const [name, label, typed] of [
    ['logto-email', 'New email address', 'ada@new.example'],
    ['logto-phone', 'New phone number', '+44 20 7946 0958'],
  ] as const)
    it(`are gone after an address change, including codes: <${name}>`, async () => {
      const ears = listen();
      const page = { at: anEndpoint(), userId: ada, withDialog: true };
      const { tag, logto, token } = await openTag(name, page);
      await openForm(tag);
      enter(tag, label, typed);
      press(tag, 'Continue');
      const dialog = await theDialog();
      await pressInDialog(dialog, 'Use another way');
      await pressInDialog(dialog, 'With a code by email to ada@example.com');
      enter(dialog, 'Code', lastCode(logto));
      press(dialog, 'Confirm');
      await whenDialogClosed();
      await waitUntil(() => textOf(tag).includes('Enter the code'));
      enter(tag, 'Code', wrongCode(logto));
      await submit(tag);
      enter(tag, 'Code', lastCode(logto));
      await submit(tag);
      expect(statusOf(tag)).to.contain('saved.');
      const records = logto.tenant.verificationRecords.map(({ id }, index) => [`record ${index}`, id]);
      const codes = logto.outbox.map(({ code }, index) => [`code ${index}`, code]);
      expect(records).to.have.lengthOf(2);
      expect(ears.heard.map(({ type }) => type)).to.include.members(['logto-error', 'logto-verification-required']);
      expect(ears.find(Object.fromEntries([...records, ...codes, ['token', token]]) as never)).to.deep.equal([]);
    });
});
