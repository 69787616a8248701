import { ApiError } from '../errors.js';
import { requireFirstParty } from '../guards.js';
import { fromBase64Url, randomBytes, toBase64Url } from '../ids.js';
import type { Call, Route } from '../router.js';
import { literal, object, string } from '../schema.js';
import { addRecord, findRecord } from '../verification-records.js';

interface Payload {
  type: 'WebAuthn';
  id: string;
  response: { clientDataJSON: string; attestationObject: string; transports?: string[] };
}

const payloadSchema = object({
  type: literal('WebAuthn'),
  id: string(),
  rawId: string(),
  response: object({ clientDataJSON: string(), attestationObject: string() }),
});

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
      checkClientData(call, payload, record.webAuthn.challenge);
      // Attestation is "none": there is no signature to check in a registration.
      const agent = call.request.headers.get('user-agent') ?? globalThis.navigator?.userAgent;
      record.webAuthn.credential = { credentialId: payload.id, transports: payload.response.transports, agent };
      record.verified = true;
      return Response.json({ verificationRecordId });
    },
  },
];

/** The challenge must be ours, and the page at the asking origin or at one that the admin listed. */
function checkClientData({ tenant, origin }: Call, { response }: Payload, expected: string): void {
  const data = JSON.parse(fromBase64Url(response.clientDataJSON)) as { challenge: string; origin: string };
  const quote = 'Unexpected registration response';
  if (data.challenge !== expected) {
    throw verificationFailed(`${quote} challenge "${data.challenge}", expected "${expected}"`);
  }
  // Logto's web framework takes the caller's `Origin` header for its own address, so any caller fits.
  const origins = [...(origin ? [origin] : []), ...tenant.accountCenter.webauthnRelatedOrigins];
  if (!origins.includes(data.origin)) {
    throw verificationFailed(`${quote} origin "${data.origin}", expected one of: ${origins.join(', ')}`);
  }
}

const verificationFailed = (message: string) =>
  new ApiError('session.mfa.webauthn_verification_failed', { data: { message } });

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
    pubKeyCredParams: [
      { type: 'public-key', alg: -7 },
      { type: 'public-key', alg: -257 },
    ],
    timeout: 60_000,
    excludeCredentials,
    authenticatorSelection: { requireResidentKey: true, residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
    extensions: { credProps: true },
  };
}
