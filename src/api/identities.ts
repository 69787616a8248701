import type { AccountClient } from './account-client.js';

/** `POST /my-account/identities`: links the social account of a verified social record. */
export const linkIdentity = (
  client: AccountClient,
  newIdentifierVerificationRecordId: string,
  verification: string | undefined,
) =>
  client.send({
    method: 'POST',
    path: 'my-account/identities',
    json: { newIdentifierVerificationRecordId },
    verification,
  });

/** `PUT /my-account/identities`: the same, in place of the one that is linked to the same target. */
export const replaceIdentity = (
  client: AccountClient,
  newIdentifierVerificationRecordId: string,
  verification: string | undefined,
) =>
  client.send({
    method: 'PUT',
    path: 'my-account/identities',
    json: { newIdentifierVerificationRecordId },
    verification,
  });

/** `DELETE /my-account/identities/:target`: by target (`github`), not by connector id. */
export const unlinkIdentity = (client: AccountClient, target: string, verification: string | undefined) =>
  client.send({ method: 'DELETE', path: `my-account/identities/${encodeURIComponent(target)}`, verification });

/** A token of the social provider, where the connector stores them. */
export interface IdentityAccessToken {
  access_token: string;
  scope?: string;
  token_type?: string;
  expires_in?: number;
}

const accessTokenPath = (target: string) => `my-account/identities/${encodeURIComponent(target)}/access-token`;

/** `GET /my-account/identities/:target/access-token` */
export const getIdentityAccessToken = (client: AccountClient, target: string) =>
  client.send<IdentityAccessToken>({ method: 'GET', path: accessTokenPath(target) });

/** `PUT /my-account/identities/:target/access-token`: stores the token of a verified social record. */
export const updateIdentityAccessToken = (client: AccountClient, target: string, verificationRecordId: string) =>
  client.send<IdentityAccessToken>({ method: 'PUT', path: accessTokenPath(target), json: { verificationRecordId } });

/** `GET /my-account/sso-identities/:connectorId/access-token` */
export const getSsoIdentityAccessToken = (client: AccountClient, connectorId: string) =>
  client.send<IdentityAccessToken>({
    method: 'GET',
    path: `my-account/sso-identities/${encodeURIComponent(connectorId)}/access-token`,
  });
