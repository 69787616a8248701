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
