import { expect } from '@open-wc/testing';
import { http } from 'msw';

import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { listenToConsole } from '../helpers/console.js';
import { namesOf, textOf } from '../helpers/read.js';
import { panelOf } from '../helpers/rows.js';
import { serveAlso } from '../helpers/stand-in.js';
import { waitUntil } from '../helpers/wait-until.js';
import { aTenant, anEndpoint, errorsHeard, press, pressAndWait, refusal, whenIdle } from './credential-page.js';
import { leaveUrl, openDeleteAccount } from './delete-account-page.js';

/** A page with a layer that does not say what it offers, until it is mended. */
async function open(answer: () => Response, deleteAccountUrl: string | null = null) {
  listenToConsole();
  const at = anEndpoint();
  const logto = aTenant({ deleteAccountUrl });
  const asked = serveLayer(logto, at, { deleteAccount: true });
  let isDown = true;
  const path = `${location.origin}${accountApi}/capabilities`;
  serveAlso(http.get(path, () => (isDown ? answer() : undefined)));
  const errors = errorsHeard();
  const attributes = { 'account-api': accountApi };
  const page = await openDeleteAccount({ logto, at, attributes, deleteAccountUrl });
  return { ...page, asked, errors, mend: () => void (isDown = false) };
}

const failures = [
  ['it has failed', () => new Response(null, { status: 500 }), 'Something went wrong on our side.'],
  ['it is out of reach', () => Response.error(), 'The server could not do this right now.'],
  ['it is not set up', () => refusal(500, 'server.misconfigured'), 'Something went wrong on our side.'],
  ['it is mounted elsewhere', () => refusal(404, 'request.not_found'), 'Something went wrong on our side.'],
  ['it takes no other origin', () => refusal(403, 'request.origin_not_allowed'), 'Something went wrong on our side.'],
  ['it was asked too often', () => refusal(429, 'request.rate_limited'), 'Too many attempts.'],
] as const;

describe('<logto-delete-account> when the layer’s capabilities cannot be read', () => {
  // Nobody knows whether the tenant's page is the right one then: where the layer deletes accounts, it is not.
  for (const deleteAccountUrl of [null, leaveUrl])
    for (const [what, answer, words] of failures)
      it(`offers no deletion ${deleteAccountUrl ? 'beside' : 'without'} the tenant’s page, shows an error, and retries: ${what}`, async () => {
        const { tag, mend, errors, gone } = await open(answer, deleteAccountUrl);
        expect(textOf(tag)).to.contain(words);
        expect(namesOf(tag, 'button')).to.deep.equal(['Try again']);
        expect([tag.matches(':state(failed)'), errors.kinds().length]).to.deep.equal([true, 1]);
        await expect(tag).to.be.accessible();
        mend();
        press(tag, 'Try again');
        await waitUntil(() => namesOf(tag, 'button').includes('Delete account'));
        await pressAndWait(tag, 'Delete account');
        expect(textOf(panelOf(tag))).not.to.contain('another page');
        expect(gone).to.deep.equal([]);
      });

  it('needs no layer if the page deletes accounts itself', async () => {
    const { tag } = await open(() => new Response(null, { status: 500 }));
    tag.handled = true;
    await whenIdle(tag);
    expect(namesOf(tag, 'button')).to.deep.equal(['Delete account']);
  });
});
