import { generateCodeChallenge, generateCodeVerifier, generateState } from '@logto/browser';
import { StandardLogtoClient } from '@logto/client';

import { requesterFor } from './oidc-requests.js';
import type { StoredItem, StoredSession } from './stored-session.js';

interface SdkClientConfig {
  endpoint: string;
  appId: string;
  scopes: string[];
}

/**
 * The client of `@logto/browser`, except that what verifies ID tokens is loaded when there is one: it is as large as
 * the rest, and most visits do without. One is made for each thing to do, so that none goes by what it remembers of a
 * user who has left since.
 */
export const sdkClient = (config: SdkClientConfig, stored: StoredSession) =>
  new StandardLogtoClient(
    config,
    {
      requester: requesterFor(config.endpoint, stored),
      navigate: (url) => location.assign(url),
      storage: {
        // A token that is still good is found without the SDK; it is asked for a new one.
        getItem: (item: StoredItem) => Promise.resolve(item === 'accessToken' ? null : stored.get(item)),
        setItem: (item: StoredItem, value: string) => Promise.resolve(stored.set(item, value)),
        removeItem: (item: StoredItem) => Promise.resolve(stored.remove(item)),
      },
      generateCodeChallenge,
      generateCodeVerifier,
      generateState,
    },
    (client) => ({
      verifyIdToken: async (idToken) => (await loadVerifier()).verifyIdToken(client, idToken, stored.claims),
    }),
  );

export const loadVerifier = () => import('./id-token-verifier.js');
