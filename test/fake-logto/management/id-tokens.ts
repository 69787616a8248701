import type { JWK } from 'jose';

/** Signs ID tokens where no provider does. The library is loaded with the first one: few tests and no story need any. */
export class IdTokens {
  #keys: Promise<{ privateKey: CryptoKey; jwk: JWK }> | undefined;

  async publicKey(): Promise<JWK> {
    return (await this.#pair()).jwk;
  }

  async sign(claims: Record<string, unknown>, kid = 'stand-in'): Promise<string> {
    const { SignJWT } = await import('jose');
    const { privateKey } = await this.#pair();
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES384', kid }).sign(privateKey);
  }

  #pair() {
    return (this.#keys ??= this.#make());
  }

  async #make() {
    const { exportJWK } = await import('jose');
    const algorithm = { name: 'ECDSA', namedCurve: 'P-384' };
    const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid: 'stand-in', alg: 'ES384', use: 'sig' } };
  }
}
