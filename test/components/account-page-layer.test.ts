import { expect } from '@open-wc/testing';

// These are loaded by the page when it has a layer.
import '../../components/access-tokens/logto-access-tokens.js';
import '../../components/data-export/logto-data-export.js';
import '../../components/delete-account/logto-delete-account.js';
import '../../components/organizations/logto-organizations.js';
import '../../components/sign-in-history/logto-sign-in-history.js';
import { rememberRedirect } from '../../src/redirect/pending-redirect.js';
import { ada } from '../fake-logto/fake-logto.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { openAccount, tagsOf, visibleTagsOf } from './account-page.js';
import { aTenant, anEndpoint, pressAndWait } from './credential-page.js';
import { confirm, isAsking } from './delete-account-page.js';
import { textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';

const open = (attributes: Record<string, string>, sections = 'security', logto = aTenant(), at = anEndpoint()) => {
  const asked = serveLayer(logto, at, {
    personalAccessTokens: true,
    organizations: true,
    signInHistory: true,
    dataExport: true,
    deleteAccount: true,
  });
  return openAccount({ logto, at, attributes, has: { sections } }).then((page) => ({ ...page, asked }));
};

describe('<logto-account> with an Account API layer of the page’s own', () => {
  it('shows access tokens and the data export before account deletion in the section “Security”', async () => {
    const { tag } = await open({ 'account-api': accountApi });
    await waitUntil(() => visibleTagsOf(tag).includes('access-tokens') && visibleTagsOf(tag).includes('data-export'));
    expect(visibleTagsOf(tag).slice(-3)).to.deep.equal(['access-tokens', 'data-export', 'delete-account']);
  });

  it('shows the sign-in history after the sessions in the section “Devices and apps”', async () => {
    const { tag } = await open({ 'account-api': accountApi }, 'devices');
    await waitUntil(() => visibleTagsOf(tag).includes('sign-in-history'));
    expect(visibleTagsOf(tag)).to.deep.equal(['sessions', 'sign-in-history', 'connected-apps']);
  });

  it('shows the organizations in the section “Profile”', async () => {
    const { tag } = await open({ 'account-api': accountApi }, 'profile');
    await waitUntil(() => visibleTagsOf(tag).includes('organizations'));
    expect(visibleTagsOf(tag).at(-1)).to.equal('organizations');
  });

  it('deletes the account without the tenant’s deletion URL, and says so after the user is signed out', async () => {
    const page = await open({ 'account-api': accountApi }, 'security', aTenant({ deleteAccountUrl: null }));
    const { tag, provider } = page;
    await waitUntil(() => visibleTagsOf(tag).includes('delete-account'));
    const element = tag.querySelector('logto-delete-account')!;
    await pressAndWait(element, 'Delete account');
    await confirm(element);
    await waitUntil(() => provider.status === 'signed-out');
    await waitUntil(() => visibleTagsOf(tag).join() === 'delete-account');
    expect(textOf(element)).to.equal('Your account has been deleted.');
    await expect(tag).to.be.accessible();
  });

  for (const [who, userId, isAtQuestion] of [
    ['the user', ada, true],
    ['another user', 'char1791babb', false],
  ] as const)
    it(`opens the section with account deletion after ${who} signed in again`, async () => {
      const at = anEndpoint();
      const task = 'sign-in/logto-delete-account';
      const place = { key: 'account', part: 'remove' };
      rememberRedirect({ task, endpoint: at, userId }, place, { expiresAt: Date.now() + 60_000 });
      const { tag } = await open({ 'account-api': accountApi }, 'profile security', aTenant(), at);
      await waitUntil(() => visibleTagsOf(tag).includes('delete-account'));
      const element = tag.querySelector('logto-delete-account')!;
      if (isAtQuestion) await waitUntil(() => isAsking(element), 'The question is not open.');
      else await waitUntil(() => textOf(element).includes('You signed in with another account.'));
      expect(sessionStorage.getItem(`logto-account-elements:${task}`)).to.equal(null);
    });

  it('shows none of the layer’s elements and sends no request without a layer', async () => {
    const { tag, asked } = await open({}, 'profile security devices');
    for (const name of ['access-tokens', 'data-export', 'organizations', 'sign-in-history'])
      expect(tagsOf(tag)).not.to.include(name);
    expect(asked).to.deep.equal([]);
  });
});
