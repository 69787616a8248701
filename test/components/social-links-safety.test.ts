import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import type { LogtoAccountProvider } from '../../components/account-provider/account-provider-element.js';
import { deferred } from '../helpers/deferred.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { whenLoaded, whenRendered } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, textOf } from '../helpers/read.js';
import { focused, isRowOpen, labelsOf, shiftTab } from '../helpers/rows.js';
import { listenForSecrets } from '../helpers/secrets.js';
import {
  aTenant,
  answerWith,
  errorsHeard,
  giveThePassword,
  pressInDialog,
  pressAndWait,
  refusal,
  whenIdle,
  statusOf,
  theDialog,
} from './credential-page.js';
import { answers, comeBack, github, identitiesOf, linesSent, openSocial, type Return } from './social-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

type BackAgain = Awaited<ReturnType<typeof comeBack>>;

const events = [
  'logto-status-changed',
  'logto-access-changed',
  'logto-error',
  'logto-verification-required',
  'logto-social-links-updated',
];

/** The secrets that must never be found in the page. */
const secretsOf = ({ logto, token, pending }: BackAgain) =>
  Object.fromEntries([
    ['token', token],
    ['code', answers.grace.code],
    ['state', pending.state],
    ...logto.tenant.verificationRecords.map(({ id, type }) => [`record of ${type}`, id]),
  ]) as Record<string, string>;

async function signOut(provider: LogtoAccountProvider) {
  provider.getAccessToken = () => '';
  await provider.refresh();
  await whenRendered(provider);
}

async function becomeCharles({ provider, logto }: Pick<BackAgain, 'provider' | 'logto'>) {
  const token = logto.issueToken('char1791babb');
  provider.getAccessToken = () => token;
  await provider.refresh();
  await whenRendered(provider);
}

/** Comes back, and the last step fails. */
async function halfLinked(options: Return = {}) {
  const logto = aTenant();
  const recover = answerWith(logto, /^POST .*identities$/, () => refusal(500, 'x'));
  return { ...(await comeBack({ logto, ...options })), recover };
}

describe('a social account’s credentials and verification record', () => {
  it('are nowhere in the page or the dialog after linking', async () => {
    const ears = listenForSecrets(events);
    const page = await comeBack({ withDialog: true, stillLoading: true });
    await theDialog();
    expect(ears.find(secretsOf(page))).to.deep.equal([]);
    await giveThePassword();
    await whenIdle(page.tag);
    expect(statusOf(page.tag)).to.equal('GitHub is linked.');
    expect(Object.keys(secretsOf(page))).to.include.members(['record of Social', 'record of Password']);
    expect(ears.heard.map(({ type }) => type)).to.include('logto-social-links-updated');
    expect(ears.find(secretsOf(page))).to.deep.equal([]);
    expect(sessionStorage).to.have.lengthOf(0);
  });

  for (const [what, options] of [
    ['the response has another state', { state: 'guessed-state' }],
    ['the user canceled', { answer: { ...answers.cancelled, error_description: answers.grace.code } }],
    ['it took too long', { leftAt: 0 }],
    ['it belongs to another user', { owner: { userId: 'char1791babb' } }],
  ] as [string, Return][])
    it(`secrets are nowhere in the page if ${what}`, async () => {
      const ears = listenForSecrets(events);
      const page = await comeBack(options);
      const secrets = { ...secretsOf(page), ...(options.state && { 'the other state': options.state }) };
      expect(ears.find(secrets)).to.deep.equal([]);
      expect(sessionStorage).to.have.lengthOf(0);
    });

  it('are nowhere in the page if Logto repeats them in an error', async () => {
    const ears = listenForSecrets(events);
    const page = await comeBack({ answer: { code: '', trace: answers.grace.code } });
    expect(ears.heard.map(({ type }) => type)).to.include('logto-error');
    expect(ears.find(secretsOf(page))).to.deep.equal([]);
  });

  for (const [what, end] of [
    ['nothing else happened', () => undefined],
    ['the user has canceled', ({ tag }) => pressAndWait(tag, 'Cancel')],
    ['the element was removed', ({ tag }) => tag.remove()],
    ['the element has become read-only', ({ tag }) => void (tag.readonly = true)],
    ['the user has signed out', ({ provider }) => signOut(provider)],
    ['another user has signed in', becomeCharles],
  ] as [string, (page: BackAgain) => unknown][])
    it(`are nowhere in the page while only the last step is left, and ${what}`, async () => {
      const ears = listenForSecrets(events);
      const page = await halfLinked();
      expect(isRowOpen(page.tag)).to.equal(true);
      await end(page);
      await whenRendered(page.provider);
      await pause();
      expect(ears.find(secretsOf(page))).to.deep.equal([]);
      expect(isRowOpen(page.tag)).to.equal(what === 'nothing else happened');
    });
});

describe('when the session changes while a social account is being linked', () => {
  it('does not link the confirmed account to another user', async () => {
    const page = await halfLinked();
    await becomeCharles(page);
    page.recover();
    expect([isRowOpen(page.tag), namesOf(page.tag, 'button').includes('Link')]).to.deep.equal([false, false]);
    expect(identitiesOf(page.logto.tenant.users[1]!)).to.deep.equal(['github cbabbage']);
  });

  it('does not announce the account to another user who signed in meanwhile', async () => {
    const logto = aTenant();
    const gate = deferred<undefined>();
    answerWith(logto, /social\/verify$/, () => gate.promise);
    const page = await comeBack({ logto, stillLoading: true });
    const updates = eventsOf(document, 'logto-social-links-updated');
    await whenLoaded(page.provider);
    const isAsked = () => logto.requests.some(({ path }) => path.endsWith('/social/verify'));
    await waitUntil(isAsked, 'Logto was not asked.');
    await becomeCharles(page);
    gate.resolve(undefined);
    await whenIdle(page.tag);
    expect([statusOf(page.tag), updates.length, isRowOpen(page.tag)]).to.deep.equal(['', 0, false]);
    expect(identitiesOf(logto.tenant.users[1]!)).to.deep.equal(['github cbabbage']);
  });

  it('clears the list on sign-out, without an error', async () => {
    const errors = errorsHeard();
    const page = await halfLinked({ linked: { google: { userId: 'g', details: { id: 'g', name: 'Augusta' } } } });
    await signOut(page.provider);
    expect(textOf(page.tag)).to.equal('Sign in to see this part of your account.');
    expect(page.tag.shadowRoot!.innerHTML).not.to.contain('Augusta');
    expect(errors.codes().filter((code) => code !== 'x')).to.deep.equal([]);
  });

  it('sends nothing more by itself when the element is removed and added back', async () => {
    const page = await halfLinked();
    page.tag.remove();
    page.provider.append(page.tag);
    await whenIdle(page.tag);
    expect(linesSent(page.sent).filter((line) => line.includes('verify'))).to.have.lengthOf(1);
    expect(labelsOf(page.tag)).to.include('GitHub');
  });
});

describe('leaving the page with <logto-social-links>', () => {
  it('asks for confirmation only while a request is running', async () => {
    const { tag, logto } = await openSocial({ linked: github });
    await pressAndWait(tag, 'Unlink GitHub');
    expect(asksBeforeLeaving()).to.equal(false);
    const gate = deferred<undefined>();
    answerWith(logto, /^DELETE/, () => gate.promise);
    button(tag, 'Unlink').click();
    await waitUntil(asksBeforeLeaving, 'It does not ask.');
    gate.resolve(undefined);
    await whenIdle(tag);
    expect(asksBeforeLeaving()).to.equal(false);
  });
});

describe('<logto-social-links> with the keyboard alone', () => {
  /** Tabs to the button of that name. */
  async function tabTo(tag: HTMLElement, name: string) {
    for (let count = 0; count < 15 && focused(tag) !== button(tag, name); count += 1) await sendKeys({ press: 'Tab' });
    expect(focused(tag)).to.equal(button(tag, name));
  }

  it('unlinks after entering the password, and keeps the focus in place', async () => {
    const { tag, user } = await openSocial({ linked: github, withDialog: true });
    await tabTo(tag, 'Unlink GitHub');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => isRowOpen(tag), 'It did not open.');
    await whenIdle(tag);
    expect(focused(tag)).to.equal(part(tag, 'cancel'));
    await shiftTab();
    expect(focused(tag)).to.equal(button(tag, 'Unlink'));
    await sendKeys({ press: ' ' });
    await giveThePassword();
    await whenIdle(tag);
    expect([identitiesOf(user), focused(tag)]).to.deep.equal([[], button(tag, 'Link GitHub')]);
  });

  it('finishes linking after Escape has closed the step-up dialog', async () => {
    const { tag, user } = await comeBack({ withDialog: true, stillLoading: true });
    await pressInDialog(await theDialog(), 'Cancel');
    await whenIdle(tag);
    expect(focused(tag)).to.equal(part(tag, 'cancel'));
    await shiftTab();
    await sendKeys({ press: 'Enter' });
    await giveThePassword();
    await whenIdle(tag);
    expect(identitiesOf(user)).to.deep.equal(['github grace']);
    expect(focused(tag)).to.equal(button(tag, 'Replace the GitHub account'));
  });

  it('has one tab stop for each button, and no others', async () => {
    const { tag } = await openSocial({ linked: github });
    const names: string[] = [];
    await tabTo(tag, 'Replace the GitHub account');
    for (let count = 0; count < 4; count += 1) {
      names.push(focused(tag)!.getAttribute('aria-label')!);
      await sendKeys({ press: 'Tab' });
    }
    expect(names).to.deep.equal(['Replace the GitHub account', 'Unlink GitHub', 'Link Mock Social', 'Link Google']);
  });
});
