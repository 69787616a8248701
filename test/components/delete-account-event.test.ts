import { expect } from '@open-wc/testing';

import { AccountError } from '../../src/api/account-error.js';
import { HostClient } from '../helpers/host-client.js';
import { deferred } from '../helpers/deferred.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, textOf } from '../helpers/read.js';
import { focused, panelOf } from '../helpers/rows.js';
import { aTenant, alertsIn, errorsHeard, press, pressAndWait, whenIdle, statusOf } from './credential-page.js';
import {
  openQuestion,
  confirm,
  input,
  isAsking,
  leaveUrl,
  type,
  type DeleteAccountPage,
} from './delete-account-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

type Requested = HTMLElementEventMap['logto-delete-account-requested'];

/** Handles the event as a page does. */
const onRequest = ({ provider }: Pick<DeleteAccountPage, 'provider'>, act: (event: Requested) => void) =>
  provider.addEventListener('logto-delete-account-requested', act);

describe('the event logto-delete-account-requested', () => {
  it('fires once, bubbles, and contains nothing about the user', async () => {
    const { tag } = await openQuestion();
    const heard = eventsOf(document, 'logto-delete-account-requested');
    await confirm(tag);
    expect(
      heard.map(({ target, bubbles, composed, cancelable }) => [target, bubbles, composed, cancelable]),
    ).to.deep.equal([[tag, true, true, false]]);
    expect(JSON.stringify(heard[0])).not.to.contain('ada');
  });

  it('is followed by the tenant’s page if no listener handles it', async () => {
    const { tag, gone } = await openQuestion();
    await confirm(tag);
    expect(gone.map(String)).to.deep.equal([leaveUrl]);
  });

  it('does not lead to the tenant’s page if a listener calls preventDefault()', async () => {
    const page = await openQuestion({ handled: true });
    await confirm(page.tag);
    expect(page.gone).to.deep.equal([]);
    expect(isAsking(page.tag)).to.equal(false);
    expect(focused(page.tag)).to.equal(button(page.tag, 'Delete account'));
    expect(statusOf(page.tag)).to.equal('');
  });

  it('leads to the tenant’s page only after the promise in waitUntil() resolves', async () => {
    const page = await openQuestion();
    const work = deferred<void>();
    onRequest(page, (event) => event.waitUntil(work.promise));
    type(page.tag, 'ada');
    press(page.tag, 'Delete account');
    await waitUntil(() => namesOf(page.tag, 'button').includes('One moment…'));
    await pause();
    expect(page.gone).to.deep.equal([]);
    work.resolve();
    await whenIdle(page.tag);
    expect(page.gone.map(String)).to.deep.equal([leaveUrl]);
  });

  it('does not lead to the tenant’s page if the promise in waitUntil() rejects', async () => {
    const page = await openQuestion();
    onRequest(page, (event) => event.waitUntil(Promise.reject(new Error('No.'))));
    await confirm(page.tag);
    expect(page.gone).to.deep.equal([]);
    expect(alertsIn(page.tag)).to.have.lengthOf(1);
  });
});

describe('a page that deletes the account itself', () => {
  it('shows progress until the page’s deletion is done, and then says so', async () => {
    const page = await openQuestion({ handled: true });
    const { tag, gone } = page;
    const work = deferred<void>();
    onRequest(page, (event) => event.waitUntil(work.promise));
    type(tag, 'ada');
    press(tag, 'Delete account');
    await waitUntil(() => namesOf(tag, 'button').includes('One moment…'));
    expect(button(tag, 'One moment…').getAttribute('aria-disabled')).to.equal('true');
    expect(button(tag, 'Cancel').getAttribute('aria-disabled')).to.equal('true');
    press(tag, 'Cancel');
    expect(isAsking(tag)).to.equal(true);
    await expect(tag).to.be.accessible();
    work.resolve();
    await whenIdle(tag);
    expect([isAsking(tag), gone]).to.deep.equal([false, []]);
    expect(statusOf(tag)).to.equal('Your account deletion has been requested.');
    await expect(tag).to.be.accessible();
  });

  it('waits for every promise passed to waitUntil()', async () => {
    const page = await openQuestion({ handled: true });
    const [one, two] = [deferred<void>(), deferred<void>()];
    onRequest(page, (event) => {
      event.waitUntil(one.promise);
      event.waitUntil(two.promise);
    });
    type(page.tag, 'ada');
    press(page.tag, 'Delete account');
    await waitUntil(() => namesOf(page.tag, 'button').includes('One moment…'));
    two.resolve();
    await pause();
    expect(isAsking(page.tag)).to.equal(true);
    one.resolve();
    await whenIdle(page.tag);
    expect(statusOf(page.tag)).to.equal('Your account deletion has been requested.');
    expect(page.gone).to.deep.equal([]);
  });

  for (const [what, failure, words, kind] of [
    ['an error of its own', new Error('Words of the page.'), 'Something went wrong on our side.', 'unexpected'],
    ['a mistake in it', new TypeError('Not a function.'), 'Something went wrong on our side.', 'unexpected'],
    ['an error of ours', new AccountError('network'), 'We could not reach the server.', 'network'],
  ] as const)
    it(`shows an error, keeps the input, and can be retried if the page’s deletion fails: ${what}`, async () => {
      const page = await openQuestion({ handled: true });
      const { tag, gone } = page;
      const errors = errorsHeard();
      let isWilling = false;
      onRequest(page, (event) => event.waitUntil(isWilling ? Promise.resolve() : Promise.reject(failure)));
      await confirm(tag);
      expect(alertsIn(panelOf(tag))).to.have.lengthOf(1);
      expect(alertsIn(panelOf(tag))[0]).to.contain(words);
      expect(textOf(tag)).not.to.contain('Words of the page.');
      expect([input(tag).value, statusOf(tag), gone]).to.deep.equal(['ada', '', []]);
      expect(errors.kinds()).to.deep.equal([kind]);
      expect(focused(tag)).to.equal(input(tag));
      await expect(tag).to.be.accessible();
      isWilling = true;
      await pressAndWait(tag, 'Delete account');
      expect(statusOf(tag)).to.equal('Your account deletion has been requested.');
    });

  it('shows no error if the user cancels the page’s deletion', async () => {
    const page = await openQuestion({ handled: true });
    const errors = errorsHeard();
    onRequest(page, (event) => event.waitUntil(Promise.reject(new DOMException('Stopped.', 'AbortError'))));
    await confirm(page.tag);
    expect([alertsIn(page.tag), errors.kinds(), statusOf(page.tag)]).to.deep.equal([[], [], '']);
    expect(input(page.tag).value).to.equal('ada');
  });

  it('removes the error when the user types again', async () => {
    const page = await openQuestion({ handled: true });
    onRequest(page, (event) => event.waitUntil(Promise.reject(new Error('No.'))));
    await confirm(page.tag);
    type(page.tag, 'ad');
    await page.tag.updateComplete;
    expect(alertsIn(page.tag)).to.deep.equal([]);
  });

  it('ends the session after the account is deleted', async () => {
    const page = await openQuestion({ handled: true });
    const { tag, logto, provider } = page;
    onRequest(page, (event) => {
      logto.tenant.users = [];
      event.waitUntil(Promise.resolve());
    });
    await confirm(tag);
    await waitUntil(() => provider.status === 'signed-out');
    expect(isAsking(tag)).to.equal(false);
    expect(tag.matches(':state(signed-out)')).to.equal(true);
    expect(alertsIn(tag)).to.deep.equal([]);
  });

  it('clears the tokens of the page’s client after the account is deleted', async () => {
    const logto = aTenant({ deleteAccountUrl: null });
    const client = new HostClient(logto);
    const page = await openQuestion({ handled: true, logto, properties: { getAccessToken: undefined, client } });
    onRequest(page, (event) => {
      logto.tenant.users = [];
      event.waitUntil(Promise.resolve());
    });
    await confirm(page.tag);
    await waitUntil(() => page.provider.status === 'signed-out');
    await waitUntil(() => client.calls.includes('clearAllTokens'), 'The tokens are still there.');
  });

  it('shows no outcome of a deletion if the element was removed meanwhile', async () => {
    const page = await openQuestion({ handled: true });
    const { tag, provider } = page;
    const work = deferred<void>();
    const events = eventsOf(provider, 'logto-delete-account-requested');
    onRequest(page, (event) => event.waitUntil(work.promise));
    type(tag, 'ada');
    press(tag, 'Delete account');
    await waitUntil(() => events.length > 0);
    tag.remove();
    work.resolve();
    await pause();
    provider.append(tag);
    await whenIdle(tag);
    expect([isAsking(tag), statusOf(tag), alertsIn(tag)]).to.deep.equal([false, '', []]);
  });
});
