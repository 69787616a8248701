import { expect } from '@open-wc/testing';

import { loadTranslation } from '../../src/localize/languages.js';
import { newState } from '../../src/redirect/link-callback.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, part, textOf } from '../helpers/read.js';
import { focused, isRowOpen, labelsOf, valuesOf } from '../helpers/rows.js';
import {
  alertsIn,
  dialogs,
  errorsHeard,
  giveThePassword,
  whenIdle,
  statusOf,
  theDialog,
  writesIn,
} from './credential-page.js';
import {
  address,
  answers,
  comeBack,
  comeBackListening,
  github,
  goTo,
  identitiesOf,
  leave,
  linesSent,
  openSocial,
  remembered,
  withoutMethods,
} from './social-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const strayed =
  'A provider’s response could not be used. It was used before, or it belongs to another tab or account. Nothing was changed.';
const verified = 'POST verifications/social/verify';
const linkedLine = 'POST my-account/identities';

describe('when the user returns from the provider with a new account', () => {
  it('links it after step-up verification, announces it, fires an event, and restores the focus', async () => {
    const { tag, sent, user, updates, errors, pending } = await comeBackListening({
      withDialog: true,
      stillLoading: true,
    });
    expect(textOf(await theDialog())).to.contain('GitHub has confirmed your account. Link it to finish.');
    expect(address()).to.equal('/account?tab=social#links');
    await giveThePassword();
    await whenIdle(tag);
    expect(linesSent(sent)).to.deep.equal([verified, linkedLine]);
    const [proof, write] = [sent[0]!.body, writesIn(sent)[0]!];
    const { verificationRecordId, redirectUri, state } = pending;
    const connectorData = { ...answers.grace, state, redirectUri };
    expect(proof).to.deep.equal({ verificationRecordId, connectorData });
    expect(write.body).to.deep.equal({ newIdentifierVerificationRecordId: verificationRecordId });
    expect(write.verification).to.be.a('string').and.not.to.equal(verificationRecordId);
    expect([identitiesOf(user), statusOf(tag)]).to.deep.equal([['github grace'], 'GitHub is linked.']);
    expect(valuesOf(tag)['GitHub']).to.equal('Grace Hopper · grace@social.example');
    expect(labelsOf(tag)[0]).to.equal('GitHub');
    expect(updates.map(({ action, item, target }) => [action, item, target])).to.deep.equal([['added', 'github', tag]]);
    expect(focused(tag)).to.equal(button(tag, 'Replace the GitHub account'));
    expect([remembered(), isRowOpen(tag), errors.kinds()]).to.deep.equal([null, false, []]);
    await expect(tag).to.be.accessible();
  });

  it('links it without verification if the user has no way to verify', async () => {
    const { tag, sent, user } = await comeBackListening({ user: withoutMethods, withDialog: true });
    expect(dialogs()).to.deep.equal([]);
    expect(linesSent(sent)).to.deep.equal([verified, linkedLine]);
    expect(writesIn(sent)[0]!.verification).to.equal(null);
    expect([identitiesOf(user), statusOf(tag)]).to.deep.equal([['github grace'], 'GitHub is linked.']);
  });

  it('replaces the linked account', async () => {
    const { tag, sent, user, updates } = await comeBackListening({ linked: { google: { userId: 'g' }, ...github } });
    expect(linesSent(sent)).to.deep.equal([verified, 'PUT my-account/identities']);
    expect(identitiesOf(user)).to.have.members(['google g', 'github grace']);
    expect([statusOf(tag), updates.length]).to.deep.equal(['GitHub is linked.', 1]);
    expect(valuesOf(tag)['GitHub']).to.equal('Grace Hopper · grace@social.example');
  });

  it('links it and reads the account again without settings', async () => {
    const { tag, user } = await comeBackListening({ settings: 'none' });
    await waitUntil(() => statusOf(tag) !== '', 'Nothing was said.');
    expect([identitiesOf(user), labelsOf(tag), statusOf(tag)]).to.deep.equal([
      ['github grace'],
      ['Github'],
      'Github is linked.',
    ]);
  });

  it('links it once: neither another element on the page nor a reload links it again', async () => {
    const { provider, sent, updates, logto, at } = await comeBackListening();
    expect(updates).to.have.lengthOf(1);
    const second = document.createElement('logto-social-links');
    provider.append(second);
    await whenIdle(second);
    expect([textOf(second).includes('Grace Hopper'), statusOf(second)]).to.deep.equal([true, '']);
    provider.remove();
    const reloaded = await openSocial({ logto, at });
    expect([statusOf(reloaded.tag), alertsIn(reloaded.tag)]).to.deep.equal(['', []]);
    expect([linesSent(sent), updates.length]).to.deep.equal([[verified, linkedLine], 1]);
  });

  it('links it once with two elements on the page from the start', async () => {
    const heard = eventsOf(document, 'logto-social-links-updated');
    const second = document.createElement('logto-social-links');
    const observer = new MutationObserver(() => document.querySelector('logto-account-provider')?.append(second));
    observer.observe(document.body, { childList: true });
    const { tag, sent, user } = await comeBackListening();
    observer.disconnect();
    await whenIdle(second);
    expect([linesSent(sent), heard.length]).to.deep.equal([[verified, linkedLine], 1]);
    expect(identitiesOf(user)).to.deep.equal(['github grace']);
    expect([statusOf(tag), statusOf(second)].sort()).to.deep.equal(['', 'GitHub is linked.']);
    expect([valuesOf(tag)['GitHub'], valuesOf(second)['GitHub']]).to.deep.equal([
      'Grace Hopper · grace@social.example',
      'Grace Hopper · grace@social.example',
    ]);
  });

  it('announces it in the language of the element', async () => {
    await loadTranslation('de');
    document.documentElement.lang = 'de';
    try {
      const { tag } = await comeBackListening();
      await waitUntil(() => textOf(tag).includes('Soziale Konten'), 'It is not in German.');
      expect(statusOf(tag)).to.equal('GitHub ist verknüpft.');
    } finally {
      document.documentElement.lang = 'en';
    }
  });
});

describe('the URL of the page to which the user returns', () => {
  for (const from of ['/account', '/account?tab=social', '/account#links', '/account?code=mine&state=open&x=a+b#y=%20'])
    it(`the user returns to the page that they left: ${from}`, async () => {
      await comeBackListening({ from });
      expect(address()).to.equal(from);
    });

  it('is cleaned before Logto responds, and adds no history entry', async () => {
    const { length } = history;
    const { tag, logto } = await comeBackListening({ stillLoading: true });
    expect([address(), logto.requests.length]).to.deep.equal(['/account?tab=social#links', 0]);
    expect(history).to.have.lengthOf(length);
    await waitUntil(() => textOf(tag).includes('GitHub is linked.'), 'It was not linked.');
  });

  it('keeps the page’s state in the history', async () => {
    history.replaceState({ scroll: 7 }, '');
    await comeBackListening();
    expect(history.state).to.deep.equal({ scroll: 7 });
    history.replaceState(null, '');
  });

  it('is another page registered with the provider, without the response', async () => {
    const { user } = await comeBackListening({ data: { page: `${location.origin}/elsewhere?tab=1` }, from: '/linked' });
    expect([identitiesOf(user), address()]).to.deep.equal([['github grace'], '/linked']);
  });

  it('is a registered page with its own query', async () => {
    const redirectUri = `${location.origin}/linked?tenant=7`;
    const data = { page: `${location.origin}/elsewhere`, redirectUri };
    await comeBackListening({ data, from: '/linked', answer: { tenant: '7', ...answers.grace } });
    expect(address()).to.equal('/linked?tenant=7');
  });

  it('keeps parameters that look like a response if no request was started', async () => {
    const foreign = '/account?code=foreign&state=of-somebody-else&x=1#top';
    goTo(foreign);
    const { tag, sent } = await openSocial();
    expect([address(), linesSent(sent), statusOf(tag), alertsIn(tag)]).to.deep.equal([foreign, [], '', []]);
  });

  it('keeps a foreign response on a page that the provider was not given', async () => {
    const foreign = '/callback?code=of-a-sign-in&state=of-a-sign-in&iss=https%3A%2F%2Ftenant.logto.example';
    const { tag, sent, errors } = await backAt(foreign);
    expect([address(), linesSent(sent), statusOf(tag), errors.kinds()]).to.deep.equal([foreign, [], '', []]);
    expect(remembered()).not.to.equal(null);
  });

  it('is not searched for a response in the fragment', async () => {
    const { sent, tag } = await backAt('/account#code=x&state=y');
    expect([address(), linesSent(sent), statusOf(tag)]).to.deep.equal(['/account#code=x&state=y', [], '']);
  });
});

/** As the user comes back, but to an address that the provider has not made. */
const backAt = (from: string) =>
  comeBackListening({ answer: undefined, from, data: { redirectUri: `${location.origin}/account` } });

describe('stored social link data from another user or tenant', () => {
  for (const garbage of ['{', 'null', '7', '[1]', '{"owner":{},"data":{"kind":"embedded"}}', '{"data":{"state":"s"}}'])
    it(`is ignored and removed if invalid: ${garbage}`, async () => {
      const errors = errorsHeard();
      leave(garbage);
      goTo('/account?code=c&state=x');
      const { tag, sent } = await openSocial();
      expect([statusOf(tag), errors.kinds(), linesSent(sent)]).to.deep.equal(['', [], []]);
      expect([address(), remembered()]).to.deep.equal(['/account?code=c&state=x', null]);
    });

  for (const [what, owner, isLeft] of [
    ['ignored, removed and reported if it belongs to another user', { userId: 'char1791babb' }, false],
    ['ignored and kept if it belongs to another tenant', { endpoint: 'https://another.logto.example' }, true],
  ] as const)
    it(`a stored redirect is ${what}`, async () => {
      const { tag, sent, user, errors, updates } = await comeBackListening({ owner });
      expect([linesSent(sent), identitiesOf(user), statusOf(tag)]).to.deep.equal([[], [], isLeft ? '' : strayed]);
      expect([errors.codes(), updates.length]).to.deep.equal([isLeft ? [] : ['social.strayAnswer'], 0]);
      expect(remembered() !== null).to.equal(isLeft);
      if (!isLeft) return;
      const { pending } = await comeBack({ at: owner.endpoint }); // for whom it was
      expect([pending.target, remembered()]).to.deep.equal(['github', null]);
    });
});

describe('an unexpected response from a provider', () => {
  it('is accepted after the user went back in the browser, and forward again', async () => {
    const { provider, logto, at, pending } = await comeBackListening({ answer: undefined });
    provider.remove();
    goTo(`/account?${new URLSearchParams({ ...answers.grace, state: pending.state })}`);
    const { tag, user } = await openSocial({ logto, at });
    await waitUntil(() => statusOf(tag) !== '', 'Nothing was said.');
    expect([identitiesOf(user), statusOf(tag)]).to.deep.equal([['github grace'], 'GitHub is linked.']);
    expect([address(), remembered()]).to.deep.equal(['/account?tab=social#links', null]);
  });

  it('is awaited without a message and without moving the focus again', async () => {
    const { provider, logto, at } = await comeBackListening({ answer: undefined });
    provider.remove();
    const { tag } = await openSocial({ logto, at });
    expect([statusOf(tag), tag.matches(':focus-within'), remembered() !== null]).to.deep.equal(['', false, true]);
  });

  it('is not accepted again when its URL is reopened, and says so', async () => {
    const state = newState();
    const { provider, logto, at } = await comeBackListening({ data: { state } });
    provider.remove();
    goTo(`/account?${new URLSearchParams({ ...answers.grace, state })}#links`);
    const errors = errorsHeard();
    const { tag, sent, user } = await openSocial({ logto, at });
    await waitUntil(() => statusOf(tag) !== '', 'Nothing was said.');
    expect([address(), statusOf(tag), errors.codes()]).to.deep.equal([
      '/account#links',
      strayed,
      ['social.strayAnswer'],
    ]);
    expect([linesSent(sent), identitiesOf(user)]).to.deep.equal([[], ['github grace']]);
    expect(focused(tag)).to.equal(part(tag, 'list'));
    await expect(tag).to.be.accessible();
  });

  it('is removed from the URL even if no one is signed in', async () => {
    goTo(`/account?${new URLSearchParams({ ...answers.grace, state: newState() })}`);
    const { provider } = await openSocial({ signedOut: true });
    expect(address()).to.equal('/account');
    provider.remove();
    const { tag } = await openSocial();
    await waitUntil(() => statusOf(tag) === strayed, 'It was not said after signing in.');
  });

  for (const query of ['code=c', 'error=access_denied', 'auth_code=c&app_id=20'])
    it(`is neither accepted nor kept in the URL without a state: ${query}`, async () => {
      goTo('/account');
      const { tag, sent, errors } = await comeBackListening({
        answer: undefined,
        from: `/account?${query}`,
        data: { page: `${location.origin}/account?tab=social` },
      });
      expect(statusOf(tag)).to.contain('was stopped for your safety');
      expect([address(), linesSent(sent), errors.codes()]).to.deep.equal([
        '/account?tab=social',
        [],
        ['social.wrongState'],
      ]);
      expect(remembered()).to.equal(null);
    });

  it('is reported on a page registered for responses, even if no request was started', async () => {
    for (const query of ['?code=c', '?error=access_denied', '?code=c&state=of-somebody']) {
      goTo(`/linked${query}#top`);
      const { tag, provider, sent } = await openSocial({ callbackUri: '/linked' });
      await waitUntil(() => statusOf(tag) !== '', 'Nothing was said.');
      expect([address(), statusOf(tag), linesSent(sent)]).to.deep.equal(['/linked#top', strayed, []]);
      provider.remove();
    }
  });

  it('is left alone if it is a sign-in response, which has an issuer', async () => {
    const signIn = '/linked?code=c&state=of-a-sign-in&iss=https%3A%2F%2Ftenant.logto.example%2Foidc';
    goTo(signIn);
    const { tag } = await openSocial({ callbackUri: '/linked' });
    expect([address(), statusOf(tag)]).to.deep.equal([signIn, '']);
  });

  it('is sent to Logto unchanged if the provider does not call its code “code”', async () => {
    const { sent, pending } = await comeBackListening({ answer: { auth_code: 'abc', app_id: '20' } });
    const { state, redirectUri } = pending;
    expect(address()).to.equal('/account?tab=social#links');
    expect(sent[0]!.body!['connectorData']).to.deep.equal({ auth_code: 'abc', app_id: '20', state, redirectUri });
  });

  it('is kept in memory, and not in the tab, until someone is signed in', async () => {
    const { provider, logto, at } = await comeBackListening({ signedOut: true });
    expect(address()).to.equal('/account?tab=social#links');
    expect(JSON.stringify(remembered())).to.contain('isAnswered').and.not.to.contain('c0de-from-github');
    provider.remove();
    const { tag } = await openSocial({ logto, at });
    await waitUntil(() => statusOf(tag) !== '', 'Nothing was said.');
    expect([statusOf(tag), remembered()]).to.deep.equal(['GitHub is linked.', null]);
  });

  it('is reported as interrupted if it was lost while the user had to sign in again', async () => {
    const { tag, errors } = await comeBackListening({ answer: undefined, data: { isAnswered: true } });
    expect(statusOf(tag)).to.equal('Linking GitHub was interrupted. Try again.');
    expect([errors.codes(), remembered()]).to.deep.equal([['social.interrupted'], null]);
  });
});
