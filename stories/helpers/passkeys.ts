import type { FakeLogto } from '../../test/fake-logto/fake-logto.js';
import type { Story } from './page.js';

type Prepare = NonNullable<Exclude<Story['beforeEach'], readonly unknown[]>>;

/**
 * As long as the story is there, the browser creates passkeys without asking anybody, or fails as browsers do: with an
 * error of this name. `waits`: it asks, and nobody answers.
 */
export const browserThat =
  (does: 'creates' | 'waits' | { throws: string }): Prepare =>
  () => {
    const bytes = new TextEncoder().encode('{}').buffer;
    const create = async () => {
      if (does === 'waits') return new Promise(() => undefined);
      if (does !== 'creates') throw new DOMException('Words of the browser.', does.throws);
      return {
        id: 'new-passkey-0001',
        rawId: bytes,
        type: 'public-key',
        response: { attestationObject: bytes, clientDataJSON: bytes, getTransports: () => ['internal'] },
        getClientExtensionResults: () => ({}),
        authenticatorAttachment: 'platform',
      };
    };
    Object.defineProperty(navigator.credentials, 'create', { configurable: true, value: create });
    return () => void Reflect.deleteProperty(navigator.credentials, 'create');
  };

/** As long as the story is there, the browser knows no passkeys. */
export const browserWithoutPasskeys: Prepare = () => {
  const { PublicKeyCredential } = globalThis;
  const becomes = (value: unknown) =>
    Object.defineProperty(globalThis, 'PublicKeyCredential', { configurable: true, writable: true, value });
  becomes(undefined);
  return () => void becomes(PublicKeyCredential);
};

/** The tenant takes what `browserThat('creates')` for a passkey. */
export const takesAnyPasskey = (logto: FakeLogto) =>
  logto.intercept(async (request) => {
    if (!request.url.endsWith('/web-authn/registration/verify')) return undefined;
    const { verificationRecordId, payload } = (await request.json()) as {
      verificationRecordId: string;
      payload: { id: string };
    };
    const record = logto.tenant.verificationRecords.find(({ id }) => id === verificationRecordId);
    if (!record?.webAuthn) return undefined;
    const { rpId } = record.webAuthn;
    record.webAuthn.credential = { credentialId: payload.id, publicKey: 'key', counter: 0, rpId };
    record.verified = true;
    return Response.json({ verificationRecordId });
  });
