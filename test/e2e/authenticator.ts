import type { CDPSession, Page } from 'puppeteer-core';

/** A fingerprint reader that a test has in hand. */
export interface Authenticator {
  /** The passkeys on it. */
  credentials(): Promise<{ credentialId: string; rpId?: string }[]>;
  /** Makes user verification fail, as with a stranger's finger, or succeed again. */
  recognize(isRecognized: boolean): Promise<void>;
  remove(): Promise<void>;
}

/** Builds one into the browser tab. Passkeys need a host name, so serve pages and tenant on `localhost`. */
export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const session: CDPSession = await page.createCDPSession();
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    async credentials() {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
      return credentials;
    },
    async recognize(isUserVerified) {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    // It is gone with the session.
    remove: () => session.detach(),
  };
}
