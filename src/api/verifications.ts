import type { AccountClient } from './account-client.js';
import { expectShape, hasShape, isText } from './response-shape.js';

/**
 * How long a record is used, in milliseconds, by this device's clock. Logto keeps it for ten minutes: a little less, so
 * that it does not end on the way there.
 */
export const recordLifetime = 9.5 * 60_000;

/** A proof that Logto remembers. Its id is a secret: never shown, and in memory only unless its user may lose the page. */
export interface VerificationRecord {
  verificationRecordId: string;
  /** ISO 8601; ten minutes after it was made. Verifying a code does not extend it. */
  expiresAt: string;
}

interface PasskeyRegistration extends VerificationRecord {
  registrationOptions: PublicKeyCredentialCreationOptionsJSON;
}

type VerifiedRecord = Pick<VerificationRecord, 'verificationRecordId'>;

/** `value` of a phone: digits only, country code first. */
export interface Identifier {
  type: 'email' | 'phone';
  value: string;
}

/** `POST /verifications/password`: gives a permission record. */
export const verifyPassword = (client: AccountClient, password: string) =>
  client.send<VerificationRecord>({ method: 'POST', path: 'verifications/password', json: { password } });

/** `POST /verifications/verification-code` to the user's own address: becomes a permission record. */
export const sendPermissionCode = (client: AccountClient, identifier: Identifier) =>
  client.send<VerificationRecord>({
    method: 'POST',
    path: 'verifications/verification-code',
    json: { identifier, templateType: 'UserPermissionValidation' },
  });

/** `POST /verifications/verification-code` to a new address: becomes a new-identifier record. */
export const sendNewIdentifierCode = (client: AccountClient, identifier: Identifier) =>
  client.send<VerificationRecord>({ method: 'POST', path: 'verifications/verification-code', json: { identifier } });

/** `POST /verifications/verification-code/verify` */
export const verifyCode = (
  client: AccountClient,
  body: { identifier: Identifier; verificationId: string; code: string },
) => client.send<VerifiedRecord>({ method: 'POST', path: 'verifications/verification-code/verify', json: body });

/** `POST /verifications/social`: gives the address to send the user to. Check it before use. */
export const startSocialVerification = (
  client: AccountClient,
  body: { connectorId: string; state: string; redirectUri: string; scope?: string },
) =>
  client.send<VerificationRecord & { authorizationUri: string }>({
    method: 'POST',
    path: 'verifications/social',
    json: body,
  });

/** `POST /verifications/social/verify`: `connectorData` is the provider's callback query and the same `redirectUri`. */
export const verifySocial = (
  client: AccountClient,
  body: { verificationRecordId: string; connectorData: Record<string, string> },
) => client.send<VerifiedRecord>({ method: 'POST', path: 'verifications/social/verify', json: body });

/** `POST /verifications/web-authn/registration` */
export async function startPasskeyRegistration(client: AccountClient): Promise<PasskeyRegistration> {
  const body = await client.send<unknown>({ method: 'POST', path: 'verifications/web-authn/registration' });
  return expectShape<PasskeyRegistration>(
    body,
    ({ verificationRecordId, registrationOptions }) =>
      isText(verificationRecordId) &&
      hasShape<PublicKeyCredentialCreationOptionsJSON>(registrationOptions, ({ challenge }) => isText(challenge)),
  );
}

/** `POST /verifications/web-authn/registration/verify`: Logto wants `type: 'WebAuthn'` in place of `public-key`. */
export const verifyPasskeyRegistration = (
  client: AccountClient,
  { verificationRecordId, credential }: { verificationRecordId: string; credential: object },
) =>
  client.send<VerifiedRecord>({
    method: 'POST',
    path: 'verifications/web-authn/registration/verify',
    json: { verificationRecordId, payload: { ...credential, type: 'WebAuthn' } },
  });
