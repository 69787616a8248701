import { expect } from '@open-wc/testing';

import type { LogtoAccountProvider } from '../../components/account-provider/account-provider-element.js';
import { deferred } from '../helpers/deferred.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { whenRendered } from '../helpers/mount.js';
import { button, namesOf, textOf } from '../helpers/read.js';
import { isRowOpen, labelsOf, panelOf } from '../helpers/rows.js';
import { listenForSecrets } from '../helpers/secrets.js';
import { answerWith, errorsHeard, pressAndWait, refusal, whenIdle } from './credential-page.js';
import {
  addName,
  credentialId,
  namesIn,
  openPasskeys,
  passkeysOf,
  startAdding,
  type PasskeysPage,
} from './passkeys-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

const create = 'Create passkey';
const events = [
  'logto-status-changed',
  'logto-access-changed',
  'logto-error',
  'logto-verification-required',
  'logto-passkeys-updated',
];

/** The secrets that must never be found in the page. */
function secretsOf({ logto, token }: Pick<PasskeysPage, 'logto' | 'token'>) {
  const { verificationRecords } = logto.tenant;
  expect(verificationRecords.length).to.be.at.least(2);
  return Object.fromEntries([
    ['token', token],
    ['credential', credentialId()],
    ...verificationRecords.map(({ id }, index) => [`record ${index}`, id]),
    ...verificationRecords.flatMap(({ webAuthn }) => (webAuthn ? [['challenge', webAuthn.challenge]] : [])),
  ] as [string, string][]);
}

async function signOut(provider: LogtoAccountProvider) {
  provider.getAccessToken = () => '';
  await provider.refresh();
}

/** What may happen when a passkey was created and not saved. */
const endings: [string, (page: PasskeysPage) => unknown][] = [
  ['nothing else happened', () => undefined],
  ['the form was left', ({ tag }) => pressAndWait(tag, 'Cancel')],
  ['the tag was removed', ({ tag }) => tag.remove()],
  ['the provider was removed', ({ provider }) => provider.remove()],
  ['the tag has become read-only', ({ tag }) => void (tag.readonly = true)],
  ['the user has signed out', ({ provider }) => signOut(provider)],
];

describe('a new passkey’s credential and verification record', () => {
  it('are nowhere in the page during and after creation', async () => {
    const ears = listenForSecrets(events);
    const page = await startAdding();
    const answer = deferred<undefined>();
    page.browser.instead(() => answer.promise);
    button(page.tag, create).click();
    await page.tag.updateComplete;
    expect(ears.find(secretsOf(page))).to.deep.equal([]);
    answer.resolve(undefined);
    await whenIdle(page.tag);
    expect(namesIn(page.tag)).to.have.lengthOf(1);
    expect(ears.find(secretsOf(page))).to.deep.equal([]);
  });

  for (const [what, end] of endings)
    it(`are nowhere in the page after ${what}`, async () => {
      const ears = listenForSecrets(events);
      const page = await startAdding();
      answerWith(page.logto, /^POST .*\/mfa-verifications$/, () => refusal(500, 'x'));
      await pressAndWait(page.tag, create);
      expect(asksBeforeLeaving()).to.equal(true);
      await end(page);
      await whenRendered(page.provider);
      await pause();
      expect(ears.find(secretsOf(page))).to.deep.equal([]);
      expect(asksBeforeLeaving()).to.equal(what === 'nothing else happened');
    });

  it('are not sent again by an element that was removed and added back', async () => {
    const page = await startAdding();
    answerWith(page.logto, /^POST .*\/mfa-verifications$/, () => refusal(500, 'x'));
    await pressAndWait(page.tag, create);
    page.tag.remove();
    page.provider.append(page.tag);
    await whenIdle(page.tag);
    if (isRowOpen(page.tag)) return expect(namesOf(panelOf(page.tag), 'button')).to.include('Try again');
    await pressAndWait(page.tag, addName);
    await pressAndWait(page.tag, create);
    expect(page.browser.asked).to.have.lengthOf(2);
  });
});

describe('<logto-passkeys> when the session changes', () => {
  it('closes the open row when another user signs in', async () => {
    const page = await startAdding();
    const token = page.logto.issueToken('char1791babb');
    page.provider.getAccessToken = () => token;
    await page.provider.refresh();
    await whenIdle(page.tag);
    await waitUntil(() => !isRowOpen(page.tag), 'It is still open.');
    expect(labelsOf(page.tag)).to.deep.equal(['Your first passkey']);
  });

  it('clears the list on sign-out', async () => {
    const { tag, provider } = await openPasskeys({ has: ['Phone'] });
    await signOut(provider);
    await whenRendered(provider);
    expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
    expect(tag.shadowRoot!.innerHTML).not.to.contain('Phone');
  });

  it('adds no passkey that the browser creates after sign-out, without an error', async () => {
    const { tag, provider, browser, logto } = await startAdding();
    const errors = errorsHeard();
    const answer = deferred<undefined>();
    browser.instead(() => answer.promise);
    button(tag, create).click();
    await signOut(provider);
    await whenRendered(provider);
    answer.resolve(undefined);
    await pause(100);
    expect(logto.tenant.users.flatMap(passkeysOf)).to.deep.equal([]);
    expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
    expect(errors.kinds().filter((kind) => kind === 'unexpected')).to.deep.equal([]);
  });
});
