import type { AccountClient } from './account-client.js';

/** An application's permission to act for the user. One application may hold several. */
export interface Grant {
  id: string;
  payload: {
    clientId: string;
    /** Seconds since 1970. */
    iat?: number;
    openid?: { scope?: string };
  };
  /** Milliseconds since 1970. */
  expiresAt?: number;
  application?: { id: string; name?: string };
}

/** `GET /my-account/grants?appType=thirdParty` */
export const getThirdPartyGrants = async (client: AccountClient, verification: string) =>
  (
    await client.send<{ grants: Grant[] }>({
      method: 'GET',
      path: 'my-account/grants?appType=thirdParty',
      verification,
    })
  ).grants;

/** `DELETE /my-account/grants/:id` */
export const revokeGrant = (client: AccountClient, id: string, verification: string) =>
  client.send({ method: 'DELETE', path: `my-account/grants/${encodeURIComponent(id)}`, verification });
