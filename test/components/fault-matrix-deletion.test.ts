import { http } from 'msw';

import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { textOf } from '../helpers/read.js';
import { serveAlso } from '../helpers/stand-in.js';
import { aTenant, anEndpoint, pressAndWait } from './credential-page.js';
import { openQuestion, confirm, type } from './delete-account-page.js';
import { describeFaults, type Deed } from './fault-matrix.js';
import type { Network } from './faults.js';

/** All requests of the page, to Logto and to its layer. */
const network: Network = {
  fetch: (request) => fetch(request),
  intercept(answer) {
    let isOver = false;
    serveAlso(http.all('*', ({ request }) => (isOver ? undefined : answer(request.clone()))));
    return () => void (isOver = true);
  },
};

/** Said of an account that is gone, whether the layer has said so or Logto takes the token no more. */
const farewell = /^(Your account has been deleted|Your account deletion has been requested)\.$/;

async function aboutToDelete(): Promise<Deed> {
  const [logto, at] = [aTenant({ deleteAccountUrl: null }), anEndpoint()];
  serveLayer(logto, at, { deleteAccount: true });
  const attributes = { 'account-api': accountApi };
  const { tag } = await openQuestion({ logto, at, attributes, deleteAccountUrl: null });
  type(tag, 'ada');
  return {
    tag,
    logto: network,
    act: () => confirm(tag),
    again: () => pressAndWait(tag, 'Delete account'),
    status: () => (farewell.test(textOf(tag)) ? 'gone' : ''),
  };
}

describeFaults({
  'the account, by the layer of the page': {
    route: 'DELETE account',
    where: /^DELETE \/account-api\/account$/,
    said: 'gone',
    begin: aboutToDelete,
    // The layer is at the page's own origin, so every answer may be read.
    says: /could not reach the server|took too long|Too many attempts|went wrong on our side/,
  },
});
