import { expect } from '@open-wc/testing';

import { AccountError } from '../../src/api/account-error.js';
import { HostClient } from '../helpers/host-client.js';
import { later } from '../helpers/later.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, textOf } from '../helpers/read.js';
import { focused, panelOf } from '../helpers/rows.js';
import { alertsIn, aTenant, errorsHeard, pause, press, settle, statusOf } from './credential-page.js';
import {
  asked,
  confirm,
  input,
  isAsking,
  leaveUrl,
  pressed,
  type,
  type DeleteAccountPage,
} from './delete-account-page.js';
import { waitUntil } from '../helpers/wait-until.js';

type Requested = HTMLElementEventMap['logto-delete-account-requested'];

/** What the page does about it. */
const onRequest = ({ provider }: Pick<DeleteAccountPage, 'provider'>, act: (event: Requested) => void) =>
  provider.addEventListener('logto-delete-account-requested', act);

describe('the page that is told of the wish to delete the account', () => {
  it('hears it once, wherever it listens, with nothing about the user in it', async () => {
    const { tag } = await asked();
    const heard = eventsOf(document, 'logto-delete-account-requested');
    await confirm(tag);
    expect(
      heard.map(({ target, bubbles, composed, cancelable }) => [target, bubbles, composed, cancelable]),
    ).to.deep.equal([[tag, true, true, false]]);
    expect(JSON.stringify(heard[0])).not.to.contain('ada');
  });

  it('is left for the tenant’s page when it does nothing about it', async () => {
    const { tag, gone } = await asked();
    await confirm(tag);
    expect(gone.map(String)).to.deep.equal([leaveUrl]);
  });

  it('is not left when it has said that it does it itself', async () => {
    const page = await asked({ handled: true });
    await confirm(page.tag);
    expect(page.gone).to.deep.equal([]);
    expect(isAsking(page.tag)).to.equal(false);
    expect(focused(page.tag)).to.equal(button(page.tag, 'Delete account'));
    expect(statusOf(page.tag)).to.equal('');
  });

  it('is left only after what it wants to have done before', async () => {
    const page = await asked();
    const work = later<void>();
    onRequest(page, (event) => event.waitUntil(work.promise));
    type(page.tag, 'ada');
    press(page.tag, 'Delete account');
    await waitUntil(() => namesOf(page.tag, 'button').includes('One moment…'));
    await pause();
    expect(page.gone).to.deep.equal([]);
    work.keep();
    await settle(page.tag);
    expect(page.gone.map(String)).to.deep.equal([leaveUrl]);
  });

  it('is not left when what it wants to have done before fails', async () => {
    const page = await asked();
    onRequest(page, (event) => event.waitUntil(Promise.reject(new Error('No.'))));
    await confirm(page.tag);
    expect(page.gone).to.deep.equal([]);
    expect(alertsIn(page.tag)).to.have.lengthOf(1);
  });
});

describe('what the page does itself about the wish to delete the account', () => {
  it('is waited for, and then said to be done', async () => {
    const page = await asked({ handled: true });
    const { tag, gone } = page;
    const work = later<void>();
    onRequest(page, (event) => event.waitUntil(work.promise));
    type(tag, 'ada');
    press(tag, 'Delete account');
    await waitUntil(() => namesOf(tag, 'button').includes('One moment…'));
    expect(button(tag, 'One moment…').getAttribute('aria-disabled')).to.equal('true');
    expect(button(tag, 'Cancel').getAttribute('aria-disabled')).to.equal('true');
    press(tag, 'Cancel');
    expect(isAsking(tag)).to.equal(true);
    await expect(tag).to.be.accessible();
    work.keep();
    await settle(tag);
    expect([isAsking(tag), gone]).to.deep.equal([false, []]);
    expect(statusOf(tag)).to.equal('Your account deletion has been requested.');
    await expect(tag).to.be.accessible();
  });

  it('may be several things', async () => {
    const page = await asked({ handled: true });
    const [one, two] = [later<void>(), later<void>()];
    onRequest(page, (event) => {
      event.waitUntil(one.promise);
      event.waitUntil(two.promise);
    });
    type(page.tag, 'ada');
    press(page.tag, 'Delete account');
    await waitUntil(() => namesOf(page.tag, 'button').includes('One moment…'));
    two.keep();
    await pause();
    expect(isAsking(page.tag)).to.equal(true);
    one.keep();
    await settle(page.tag);
    expect(statusOf(page.tag)).to.equal('Your account deletion has been requested.');
    expect(page.gone).to.deep.equal([]);
  });

  for (const [what, failure, words, kind] of [
    ['an error of its own', new Error('Words of the page.'), 'Something went wrong on our side.', 'unexpected'],
    ['a mistake in it', new TypeError('Not a function.'), 'Something went wrong on our side.', 'unexpected'],
    ['an error of ours', new AccountError('network'), 'We could not reach the server.', 'network'],
  ] as const)
    it(`may fail: that is said, nothing is lost, and it can be tried again: ${what}`, async () => {
      const page = await asked({ handled: true });
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
      await pressed(tag, 'Delete account');
      expect(statusOf(tag)).to.equal('Your account deletion has been requested.');
    });

  it('may be stopped by the user, without a word', async () => {
    const page = await asked({ handled: true });
    const errors = errorsHeard();
    onRequest(page, (event) => event.waitUntil(Promise.reject(new DOMException('Stopped.', 'AbortError'))));
    await confirm(page.tag);
    expect([alertsIn(page.tag), errors.kinds(), statusOf(page.tag)]).to.deep.equal([[], [], '']);
    expect(input(page.tag).value).to.equal('ada');
  });

  it('is forgotten as a failure once the user types on', async () => {
    const page = await asked({ handled: true });
    onRequest(page, (event) => event.waitUntil(Promise.reject(new Error('No.'))));
    await confirm(page.tag);
    type(page.tag, 'ad');
    await page.tag.updateComplete;
    expect(alertsIn(page.tag)).to.deep.equal([]);
  });

  it('ends the session of whose account is gone', async () => {
    const page = await asked({ handled: true });
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

  it('forgets the tokens of whose account is gone, with the client of the page', async () => {
    const logto = aTenant({ deleteAccountUrl: null });
    const client = new HostClient(logto);
    const page = await asked({ handled: true, logto, properties: { getAccessToken: undefined, client } });
    onRequest(page, (event) => {
      logto.tenant.users = [];
      event.waitUntil(Promise.resolve());
    });
    await confirm(page.tag);
    await waitUntil(() => page.provider.status === 'signed-out');
    await waitUntil(() => client.calls.includes('clearAllTokens'), 'The tokens are still there.');
  });

  it('is nobody’s to hear once the tag is gone', async () => {
    const page = await asked({ handled: true });
    const { tag, provider } = page;
    const work = later<void>();
    const events = eventsOf(provider, 'logto-delete-account-requested');
    onRequest(page, (event) => event.waitUntil(work.promise));
    type(tag, 'ada');
    press(tag, 'Delete account');
    await waitUntil(() => events.length > 0);
    tag.remove();
    work.keep();
    await pause();
    provider.append(tag);
    await settle(tag);
    expect([isAsking(tag), statusOf(tag), alertsIn(tag)]).to.deep.equal([false, '', []]);
  });
});
