import type { AccountClient } from './account-client.js';
import { expectShape, isText } from './response-shape.js';

/** An application's permission to act for the user. One application may hold several. */
export interface Grant {
  id: string;
  payload: {
    clientId: string;
    /** Seconds since 1970. */
    iat?: number;
    openid?: { scope?: string };
    /** Scopes of APIs, separated by spaces, by the indicator of the API. */
    resources?: Record<string, string>;
  };
  /** Milliseconds since 1970. */
  expiresAt?: number;
  application?: { id: string; name?: string };
}

/** `GET /my-account/grants?appType=thirdParty` */
export async function getThirdPartyGrants(client: AccountClient, verification: string): Promise<Grant[]> {
  const path = 'my-account/grants?appType=thirdParty';
  const body = await client.send<unknown>({ method: 'GET', path, verification });
  const { grants } = expectShape<{ grants: Grant[] }>(body, (answer) => Array.isArray(answer.grants));
  return grants.filter((grant) => isText(grant?.id) && isText(grant.payload?.clientId));
}

/** `DELETE /my-account/grants/:id` */
export const revokeGrant = (client: AccountClient, id: string, verification: string) =>
  client.send({ method: 'DELETE', path: `my-account/grants/${encodeURIComponent(id)}`, verification });
