import type { AccountClient } from './account-client.js';

/** What binds a new address: the address as it was verified, and the record of that verification. */
interface NewIdentifier {
  newIdentifierVerificationRecordId: string;
}

/** `POST /my-account/primary-email` */
export const setPrimaryEmail = (client: AccountClient, body: NewIdentifier & { email: string }, verification: string) =>
  client.send({ method: 'POST', path: 'my-account/primary-email', json: body, verification });

/** `DELETE /my-account/primary-email` */
export const removePrimaryEmail = (client: AccountClient, verification: string) =>
  client.send({ method: 'DELETE', path: 'my-account/primary-email', verification });

/** `POST /my-account/primary-phone`: `phone` is digits only, country code first. */
export const setPrimaryPhone = (client: AccountClient, body: NewIdentifier & { phone: string }, verification: string) =>
  client.send({ method: 'POST', path: 'my-account/primary-phone', json: body, verification });

/** `DELETE /my-account/primary-phone` */
export const removePrimaryPhone = (client: AccountClient, verification: string) =>
  client.send({ method: 'DELETE', path: 'my-account/primary-phone', verification });
