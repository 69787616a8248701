import type { AccountClient } from '../api/account-client.js';
import {
  getCapabilities,
  getPersonalAccessTokens,
  type Capabilities,
  type PersonalAccessToken,
} from '../api/account-layer.js';
import { defineResource } from './account-resource.js';

/** One request for all elements of a page; after a failure there is another. */
const asked = new WeakMap<AccountClient, Promise<Capabilities>>();

export function capabilitiesFor(client: AccountClient): Promise<Capabilities> {
  const known = asked.get(client);
  if (known) return known;
  const reading = getCapabilities(client);
  asked.set(client, reading);
  reading.catch(() => asked.delete(client));
  return reading;
}

/** What the page's own Account API layer offers. */
export const capabilities = defineResource({ read: capabilitiesFor });

/** The user's personal access tokens; `undefined` where there are none to be had. */
export const accessTokens = defineResource<readonly PersonalAccessToken[] | undefined>({
  read: async (client) =>
    (await capabilitiesFor(client)).personalAccessTokens ? getPersonalAccessTokens(client) : undefined,
});
