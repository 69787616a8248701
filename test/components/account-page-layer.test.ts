import { expect } from '@open-wc/testing';

import '../../components/access-tokens/logto-access-tokens.js'; // which the page loads when it has a layer
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { openAccount, tagsOf, visibleTagsOf } from './account-page.js';
import { anEndpoint, aTenant } from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const open = (attributes: Record<string, string>) => {
  const [logto, at] = [aTenant(), anEndpoint()];
  const asked = serveLayer(logto, at, { personalAccessTokens: true });
  return openAccount({ logto, at, attributes, has: { sections: 'security' } }).then((page) => ({ ...page, asked }));
};

describe('<logto-account> with an Account API layer of the page’s own', () => {
  it('has the access tokens in its section “Security”', async () => {
    const { tag } = await open({ 'account-api': accountApi });
    await waitUntil(() => visibleTagsOf(tag).includes('access-tokens'));
    expect(visibleTagsOf(tag).slice(-2)).to.deep.equal(['access-tokens', 'delete-account']);
  });

  it('has none without, and asks for nothing', async () => {
    const { tag, asked } = await open({});
    expect(tagsOf(tag)).not.to.include('access-tokens');
    expect(asked).to.deep.equal([]);
  });
});
