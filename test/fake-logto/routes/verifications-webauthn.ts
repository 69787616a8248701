import type { RegistrationResponseJSON } from '@simplewebauthn/server';

import { ApiError } from '../errors.js';
import { requireFirstParty } from '../guards.js';
import { randomBytes, toBase64Url } from '../ids.js';
import type { VerificationRecord, WebAuthnCredential } from '../record-types.js';
import type { Call, Route } from '../router.js';
import { literal, object, string } from '../schema.js';
import { addRecord, findRecord } from '../verification-records.js';

/** A browser's credential, whose type Logto names differently. */
type Payload = Omit<RegistrationResponseJSON, 'type'> & { type: 'WebAuthn' };

const payloadSchema = object({
  type: literal('WebAuthn'),
  id: string(),
  rawId: string(),
  response: object({ clientDataJSON: string(), attestationObject: string() }),
});

/** ES256 and RS256. */
const algorithms = [-7, -257];

export const verificationsWebAuthnRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/verifications/web-authn/registration',
    handle(call) {
      requireFirstParty(call);
      // The address of the request, so that a passkey registered at a second domain works at that one only.
      const rpId = call.url.hostname;
      const challenge = toBase64Url(randomBytes(32));
      const webAuthn = { challenge, rpId };
      const record = addRecord(call, { type: 'WebAuthn', userId: call.user.id, verified: false, webAuthn });
      return Response.json({
        verificationRecordId: record.id,
        registrationOptions: registrationOptions(call, challenge, rpId),
        expiresAt: new Date(record.expiresAt).toISOString(),
      });
    },
  },
  {
    method: 'POST',
    path: '/api/verifications/web-authn/registration/verify',
    async handle(call) {
      const { verificationRecordId, payload } = await call.body<{ verificationRecordId: string; payload: Payload }>(
        object({ verificationRecordId: string(), payload: payloadSchema }),
      );
      requireFirstParty(call);
      const record = findRecord(call, verificationRecordId, 'WebAuthn');
      if (!record.webAuthn) throw new ApiError('verification_record.not_found');
      record.webAuthn.credential = await verifiedCredential(call, payload, record.webAuthn);
      record.verified = true;
      return Response.json({ verificationRecordId });
    },
  },
];

/** The passkey, when it answers the challenge from the asking origin, or from one that the admin listed. */
async function verifiedCredential(
  { tenant, origin, request }: Call,
  payload: Payload,
  { challenge, rpId }: NonNullable<VerificationRecord['webAuthn']>,
): Promise<WebAuthnCredential> {
  // In browsers the stand-in is part of the page, and most pages never come here.
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { registrationInfo } = await verifyRegistrationResponse({
    response: { ...payload, type: 'public-key' },
    expectedChallenge: challenge,
    // Logto's web framework takes the caller's `Origin` header for its own address, so any caller fits.
    expectedOrigin: [...(origin ? [origin] : []), ...tenant.accountCenter.webauthnRelatedOrigins],
    expectedRPID: rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch((error: Error) => {
    throw new ApiError('session.mfa.webauthn_verification_failed', { data: { message: error.message } });
  });
  if (!registrationInfo) throw new ApiError('session.mfa.webauthn_verification_failed');
  const { id, publicKey, counter, transports } = registrationInfo.credential;
  const agent = request.headers.get('user-agent') ?? globalThis.navigator?.userAgent;
  return { credentialId: id, publicKey: toBase64Url(publicKey), counter, transports, agent, rpId };
}

function registrationOptions({ user }: Call, challenge: string, rpId: string): object {
  const excludeCredentials = user.mfaVerifications.flatMap((verification) =>
    verification.type === 'WebAuthn'
      ? [{ type: 'public-key', id: verification.credentialId, transports: verification.transports }]
      : [],
  );
  return {
    rp: { name: rpId, id: rpId },
    user: {
      id: toBase64Url(new TextEncoder().encode(user.id)),
      name: user.username ?? user.primaryEmail ?? user.primaryPhone ?? 'Unnamed User',
      displayName: user.name ?? user.username ?? user.primaryEmail ?? 'Unnamed User',
    },
    challenge,
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: 60_000,
    excludeCredentials,
    authenticatorSelection: { requireResidentKey: true, residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
    extensions: { credProps: true },
  };
}
