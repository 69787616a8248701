import {
  BrowserStorage,
  createRequester,
  generateCodeChallenge,
  generateCodeVerifier,
  generateState,
} from '@logto/browser';
import { StandardLogtoClient } from '@logto/client';

export { BrowserStorage };

/**
 * The client of `@logto/browser`, except that what verifies ID tokens is loaded when there is one: it is as large as
 * the rest, and who comes back with a session does without.
 */
export const sdkClient = (config: { endpoint: string; appId: string; scopes: string[] }) =>
  new StandardLogtoClient(
    config,
    {
      requester: createRequester(fetch),
      navigate: (url) => location.assign(url),
      storage: new BrowserStorage(config.appId),
      generateCodeChallenge,
      generateCodeVerifier,
      generateState,
    },
    (client) => ({ verifyIdToken: async (idToken) => (await loadVerifier()).verifyIdToken(client, idToken) }),
  );

export const loadVerifier = () => import('./id-token-verifier.js');
