import { expect } from '@open-wc/testing';

import { listenToConsole } from '../helpers/console.js';
import { deferred } from '../helpers/deferred.js';
import { whenLoaded, whenRendered } from '../helpers/mount.js';
import { allByRole, namesOf, part, textOf } from '../helpers/read.js';
import { labelsOf, valuesOf } from '../helpers/rows.js';
import { accessHeard, answerWith, aTenant, errorsHeard, press, pressAndWait, whenIdle } from './credential-page.js';
import { github, linesSent, openSocial, type SocialOptions } from './social-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const states = ['loading', 'signed-out', 'failed', 'off', 'read-only'];
const statesOf = (tag: Element) => states.filter((state) => tag.matches(`:state(${state})`));

async function expectOff(options: SocialOptions) {
  const heard = accessHeard();
  const errors = errorsHeard();
  const page = await openSocial(options);
  expect(textOf(page.tag)).to.equal('');
  expect(page.tag.getBoundingClientRect().height).to.equal(0);
  expect(statesOf(page.tag)).to.deep.equal(['off']);
  expect([heard(), errors.kinds()]).to.deep.equal([['off'], []]);
  return page;
}

const without = { signInExperience: { socialConnectors: [] } };

describe('<logto-social-links> with the tenant’s toggles', () => {
  it('shows only the loading state while the account is loading, and announces no access', async () => {
    const heard = accessHeard();
    const logto = aTenant();
    const gate = deferred<undefined>();
    answerWith(logto, /^GET .*my-account$/, () => gate.promise);
    const { tag, provider } = await openSocial({ logto, stillLoading: true });
    await waitUntil(() => logto.requests.length > 0);
    await whenRendered(tag);
    expect([textOf(tag), statesOf(tag), heard()]).to.deep.equal(['Loading…', ['loading'], []]);
    await expect(tag).to.be.accessible();
    gate.resolve(undefined);
    await whenLoaded(provider);
    expect([labelsOf(tag).length, statesOf(tag), heard()]).to.deep.equal([3, [], ['edit']]);
  });

  it('is off if the settings say so', async () => {
    await expectOff({ fields: { social: 'Off' }, linked: github });
  });

  it('is off if only Logto’s response says so', async () => {
    await expectOff({ fields: { social: 'Off' }, linked: github, settings: 'none' });
  });

  it('is off if the tenant has no providers and nothing is linked', async () => {
    await expectOff(without);
  });

  it('is off if the tenant has only providers for native apps', async () => {
    const logto = aTenant();
    logto.tenant.signInExperience.socialConnectors.forEach((connector) => (connector.platform = 'Native'));
    await expectOff({ logto });
  });

  it('is off if the page passes an empty list of providers', async () => {
    await expectOff({ settings: 'none', providers: [] });
  });

  it('is shown if something is linked, even if the tenant has no providers left', async () => {
    const { tag } = await openSocial({ ...without, linked: github });
    expect(labelsOf(tag)).to.deep.equal(['Github']);
    expect(statesOf(tag)).to.deep.equal([]);
  });

  it('shows linked accounts and other providers with buttons if it is editable', async () => {
    const heard = accessHeard();
    const { tag, sent } = await openSocial({ linked: github });
    expect(textOf(part(tag, 'heading'))).to.equal('Social accounts');
    expect(valuesOf(tag)).to.deep.equal({
      GitHub: 'Augusta King · augusta@github.example',
      'Mock Social': 'Not linked',
      Google: 'Not linked',
    });
    expect(namesOf(tag, 'button')).to.deep.equal([
      'Replace the GitHub account',
      'Unlink GitHub',
      'Link Mock Social',
      'Link Google',
    ]);
    expect([statesOf(tag), heard(), linesSent(sent)]).to.deep.equal([[], ['edit'], []]);
    await expect(tag).to.be.accessible();
  });

  it('shows linked accounts and other providers without buttons if it is read-only', async () => {
    const heard = accessHeard();
    const { tag } = await openSocial({ fields: { social: 'ReadOnly' }, linked: github });
    expect(valuesOf(tag)).to.deep.equal({
      GitHub: 'Augusta King · augusta@github.example',
      'Mock Social': 'Not linked',
      Google: 'Not linked',
    });
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect([statesOf(tag), heard()]).to.deep.equal([['read-only'], ['read-only']]);
    await expect(tag).to.be.accessible();
  });

  it('says that nothing is linked if it is read-only and the providers are unknown', async () => {
    const { tag } = await openSocial({ fields: { social: 'ReadOnly' }, settings: 'none' });
    expect(allByRole(tag, 'listitem').map(textOf)).to.deep.equal(['No linked social accounts.']);
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('hides the buttons while the attribute readonly is set', async () => {
    const heard = accessHeard();
    const { tag } = await openSocial({ readonly: true, linked: github });
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect([tag.hasAttribute('readonly'), labelsOf(tag)]).to.deep.equal([true, ['GitHub', 'Mock Social', 'Google']]);
    tag.removeAttribute('readonly');
    await tag.updateComplete;
    expect(labelsOf(tag)).to.deep.equal(['GitHub', 'Mock Social', 'Google']);
    tag.readonly = true;
    await tag.updateComplete;
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(heard()).to.deep.equal(['read-only', 'edit', 'read-only']);
  });

  it('closes an open row when it becomes read-only', async () => {
    const { tag } = await openSocial({ linked: github });
    await pressAndWait(tag, 'Unlink GitHub');
    tag.readonly = true;
    await tag.updateComplete;
    expect(textOf(tag)).not.to.contain('no longer be able to sign in');
    tag.readonly = false;
    await tag.updateComplete;
    expect(textOf(tag)).not.to.contain('no longer be able to sign in');
  });

  it('asks a signed-out user to sign in, without a request to Logto', async () => {
    const { tag, logto } = await openSocial({ signedOut: true });
    expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
    expect([statesOf(tag), logto.requests]).to.deep.equal([['signed-out'], []]);
    await expect(tag).to.be.accessible();
  });

  it('says that it is not available without the scope, and names the scope in the console', async () => {
    const console = listenToConsole();
    const { tag } = await openSocial({ scopes: ['openid', 'profile', 'email'], linked: github });
    expect([textOf(tag), statesOf(tag)]).to.deep.equal([
      'This part of your account is not available here. Contact support',
      ['failed'],
    ]);
    expect(console.warnings.join('\n')).to.contain('identities');
    await expect(tag).to.be.accessible();
  });

  it('shows an error if the account cannot be loaded, and tries again', async () => {
    const logto = aTenant();
    const recover = answerWith(logto, /^GET .*my-account$/, () => new Response(null, { status: 500 }));
    const { tag } = await openSocial({ logto, linked: github });
    expect([labelsOf(tag), statesOf(tag)]).to.deep.equal([[], ['failed']]);
    await expect(tag).to.be.accessible();
    recover();
    press(tag, 'Try again');
    await waitUntil(() => labelsOf(tag).includes('GitHub'), 'It has not tried again.');
  });

  it('has a heading slot', async () => {
    const { tag } = await openSocial();
    tag.append(Object.assign(document.createElement('h3'), { slot: 'heading', textContent: 'Mine' }));
    expect(namesOf(tag, 'heading')).to.deep.equal(['Mine']);
    await expect(tag).to.be.accessible();
  });
});

describe('<logto-social-links> without settings', () => {
  const providers = [{ id: '0ffoz13j70sg', target: 'github', name: 'Our GitHub' }];

  it('shows only linked accounts, which can be unlinked', async () => {
    const { tag } = await openSocial({ settings: 'none', linked: github });
    expect(valuesOf(tag)).to.deep.equal({ Github: 'Augusta King · augusta@github.example' });
    expect(namesOf(tag, 'button')).to.deep.equal(['Unlink Github']);
    await expect(tag).to.be.accessible();
  });

  it('says that nothing is linked', async () => {
    const { tag } = await openSocial({ settings: 'none' });
    expect(allByRole(tag, 'listitem').map(textOf)).to.deep.equal(['No linked social accounts.']);
    expect(statesOf(tag)).to.deep.equal([]);
  });

  it('shows the providers passed by the page', async () => {
    const { tag } = await openSocial({ settings: 'none', providers });
    expect(namesOf(tag, 'button')).to.deep.equal(['Link Our GitHub']);
    tag.connectors = [...providers, { id: 'x', target: 'google' }];
    await whenIdle(tag);
    expect(namesOf(tag, 'button')).to.deep.equal(['Link Our GitHub', 'Link Google']);
  });

  it('prefers the providers passed by the page to the settings', async () => {
    const { tag } = await openSocial({ providers });
    expect(labelsOf(tag)).to.deep.equal(['Our GitHub']);
  });

  for (const garbage of [null, 'github', [null, { id: 1 }, 'x'], { github: {} }])
    it(`ignores an invalid list of providers: ${JSON.stringify(garbage)}`, async () => {
      const errors = errorsHeard();
      const { tag } = await openSocial({ providers: garbage as never, settings: 'none', linked: github });
      expect([labelsOf(tag), errors.kinds()]).to.deep.equal([['Github'], []]);
    });
});
