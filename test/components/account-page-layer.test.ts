import { expect } from '@open-wc/testing';

// These are loaded by the page when it has a layer.
import '../../components/access-tokens/logto-access-tokens.js';
import '../../components/organizations/logto-organizations.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { openAccount, tagsOf, visibleTagsOf } from './account-page.js';
import { anEndpoint, aTenant } from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const open = (attributes: Record<string, string>, sections = 'security') => {
  const [logto, at] = [aTenant(), anEndpoint()];
  const asked = serveLayer(logto, at, { personalAccessTokens: true, organizations: true });
  return openAccount({ logto, at, attributes, has: { sections } }).then((page) => ({ ...page, asked }));
};

describe('<logto-account> with an Account API layer of the page’s own', () => {
  it('has the access tokens in its section “Security”', async () => {
    const { tag } = await open({ 'account-api': accountApi });
    await waitUntil(() => visibleTagsOf(tag).includes('access-tokens'));
    expect(visibleTagsOf(tag).slice(-2)).to.deep.equal(['access-tokens', 'delete-account']);
  });

  it('has the organizations in its section “Profile”', async () => {
    const { tag } = await open({ 'account-api': accountApi }, 'profile');
    await waitUntil(() => visibleTagsOf(tag).includes('organizations'));
    expect(visibleTagsOf(tag).at(-1)).to.equal('organizations');
  });

  it('has none without, and asks for nothing', async () => {
    const { tag, asked } = await open({}, 'profile security');
    expect(tagsOf(tag)).not.to.include.members(['access-tokens', 'organizations']);
    expect(asked).to.deep.equal([]);
  });
});
