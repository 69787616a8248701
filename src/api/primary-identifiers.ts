import type { AccountClient } from './account-client.js';

/** An address, and the record in which it was verified. */
export interface VerifiedAddress {
  value: string;
  recordId: string;
}

/** `POST /my-account/primary-email` */
export const setPrimaryEmail = (client: AccountClient, { value, recordId }: VerifiedAddress, verification: string) =>
  client.send({
    method: 'POST',
    path: 'my-account/primary-email',
    json: { email: value, newIdentifierVerificationRecordId: recordId },
    verification,
  });

/** `DELETE /my-account/primary-email` */
export const removePrimaryEmail = (client: AccountClient, verification: string) =>
  client.send({ method: 'DELETE', path: 'my-account/primary-email', verification });

/** `POST /my-account/primary-phone`: the number is digits only, country code first. */
export const setPrimaryPhone = (client: AccountClient, { value, recordId }: VerifiedAddress, verification: string) =>
  client.send({
    method: 'POST',
    path: 'my-account/primary-phone',
    json: { phone: value, newIdentifierVerificationRecordId: recordId },
    verification,
  });

/** `DELETE /my-account/primary-phone` */
export const removePrimaryPhone = (client: AccountClient, verification: string) =>
  client.send({ method: 'DELETE', path: 'my-account/primary-phone', verification });
