import { createHash, randomBytes } from 'node:crypto';

import type { FakeLogto } from '../fake-logto/fake-logto.js';
import type { FakeLogtoServer } from '../fake-logto/server.js';

/** What an application gets. */
export interface Tokens {
  access_token: string;
  refresh_token: string;
  id_token: string;
}

/** Signs a user in as a browser and its applications do, without a browser. */
export class HandMadeBrowser {
  readonly #cookies = new Map<string, string>();

  constructor(
    readonly server: FakeLogtoServer,
    readonly userAgent: string,
  ) {}

  /** Signs the user in to an application; asks for the password unless the browser has a session. */
  async signIn(
    applicationId: string,
    { username, password } = userOf(this.server.logto),
    prompt = 'consent',
    scope = 'openid offline_access profile urn:logto:scope:sessions',
  ): Promise<Tokens> {
    const verifier = randomBytes(32).toString('base64url');
    const redirectUri = this.#redirectUriOf(applicationId);
    const query = new URLSearchParams({
      client_id: applicationId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope,
      prompt,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    let address = new URL(`/oidc/auth?${query}`, this.server.origin);
    while (!address.href.startsWith(redirectUri)) {
      const isForm = address.pathname === '/sign-in';
      const body = isForm ? new URLSearchParams({ identifier: username ?? '', password: password ?? '' }) : undefined;
      address = await this.#next(address, body);
    }
    return this.#askForTokens(applicationId, {
      grant_type: 'authorization_code',
      code: address.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
  }

  /** @throws The error's code. */
  refresh(applicationId: string, { refresh_token }: Tokens): Promise<Tokens> {
    return this.#askForTokens(applicationId, { grant_type: 'refresh_token', refresh_token });
  }

  /** Whether an application could sign the user in without their doing anything. */
  async hasSession(applicationId: string): Promise<boolean> {
    const query = new URLSearchParams({
      client_id: applicationId,
      redirect_uri: this.#redirectUriOf(applicationId),
      response_type: 'code',
      scope: 'openid',
      prompt: 'none',
      code_challenge: createHash('sha256').update('').digest('base64url'),
      code_challenge_method: 'S256',
    });
    const { searchParams } = await this.#next(new URL(`/oidc/auth?${query}`, this.server.origin));
    return searchParams.get('error') !== 'login_required';
  }

  #redirectUriOf(applicationId: string): string {
    const application = this.server.logto.tenant.applications.find(({ id }) => id === applicationId);
    return application?.redirectUris[0] ?? '';
  }

  async #next(address: URL, body?: URLSearchParams): Promise<URL> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      method: body ? 'POST' : 'GET',
      body,
      headers: { cookie, 'user-agent': this.userAgent },
      redirect: 'manual',
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`${address.pathname} does not lead anywhere: ${await response.text()}`);
    return new URL(location, address);
  }

  async #askForTokens(applicationId: string, fields: Record<string, string>): Promise<Tokens> {
    const body = new URLSearchParams({ client_id: applicationId, ...fields });
    const response = await fetch(`${this.server.origin}/oidc/token`, { method: 'POST', body });
    const answer = (await response.json()) as Tokens & { code?: string };
    if (!response.ok) throw new Error(answer.code);
    return answer;
  }
}

function userOf({ tenant }: FakeLogto) {
  const [{ username, password } = { username: null, password: null }] = tenant.users;
  return { username, password };
}
