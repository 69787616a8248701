import { getOwn, nonBlank } from '../../untrusted.js';
import type { AskLogto } from './logto.js';
import { Problem } from './problem.js';
import { withinTime } from './within-time.js';

/** The machine-to-machine application of the handler. */
export interface ManagementAccess {
  appId: string;
  appSecret: string;
  /**
   * The identifier of the tenant's Management API, as Logto Console shows it, e.g. `https://my-tenant.logto.app/api`. When
   * not given: made of the endpoint where that is one of Logto Cloud, else the one of a Logto of your own.
   */
  resource?: string;
}

interface ManagementTokenOptions {
  ask: AskLogto;
  access: ManagementAccess;
  endpoint: string;
  now: () => number;
  /** Milliseconds until Logto has to have answered. */
  timeout: number;
}

interface Token {
  value: string;
  /** Milliseconds since 1970 from which on it is used, and renewed for the next. */
  renewAt: number;
  expiresAt: number;
}

/** One token for many requests: asked for once at a time, and renewed before it ends. */
export class ManagementTokens {
  #token: Token | undefined;
  #request: Promise<Token> | undefined;

  constructor(private readonly options: ManagementTokenOptions) {}

  async get(signal: AbortSignal): Promise<string> {
    const { now } = this.options;
    const token = this.#token;
    if (token && now() < token.renewAt) return token.value;
    const renewed = this.#renewOnce(signal);
    // What is good for another moment is used when Logto gives none now.
    if (token && now() < token.expiresAt) return (await renewed.catch(() => token)).value;
    return (await renewed).value;
  }

  /** Logto does not take it any more. */
  forget(value: string): void {
    if (this.#token?.value === value) this.#token = undefined;
  }

  async #renewOnce(signal: AbortSignal): Promise<Token> {
    const request = (this.#request ??= this.#renew());
    try {
      // Workers end a request together with the visitor's who began it; whoever shares it would wait for ever.
      return await withinTime(request, signal, () => new Problem('logto.timeout'));
    } finally {
      if (this.#request === request) this.#request = undefined;
    }
  }

  async #renew(): Promise<Token> {
    const { ask, access, endpoint, now, timeout } = this.options;
    const resource = access.resource ?? resourceOf(endpoint);
    const askedAt = now();
    const { status, body } = await ask('/oidc/token', {
      method: 'POST',
      headers: { authorization: basic(access) },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'all' }),
      signal: AbortSignal.timeout(timeout),
    });
    const value = nonBlank(getOwn(body, 'access_token'));
    if (status !== 200) throw misconfigured(status, body, resource);
    if (!value) throw new Problem('logto.unavailable', {}, { cause: new Error('There is no token in the answer') });
    // Without the role Logto gives a token all the same, with which nothing may be done.
    if (!nonBlank(getOwn(body, 'scope'))?.split(' ').includes('all'))
      throw misconfigured(
        status,
        { error: 'no scope: give the application the role "Logto Management API access"' },
        resource,
      );
    const seconds = Number(getOwn(body, 'expires_in')) || 0;
    const expiresAt = askedAt + seconds * 1000;
    this.#token = { value, renewAt: expiresAt - Math.min(60_000, (seconds * 1000) / 2), expiresAt };
    return this.#token;
  }
}

/** RFC 6749, section 2.3.1: both are encoded like a form before they are joined. */
function basic({ appId, appSecret }: ManagementAccess): string {
  const encode = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);
  return `Basic ${btoa(`${encode(appId)}:${encode(appSecret)}`)}`;
}

function resourceOf(endpoint: string): string {
  const { hostname } = new URL(endpoint);
  return hostname.endsWith('.logto.app') ? `https://${hostname}/api` : 'https://default.logto.app/api';
}

function misconfigured(status: number, body: unknown, resource: string): Problem {
  const error = nonBlank(getOwn(body, 'error')) ?? 'no token';
  const cause = new Error(`Logto gave no token for the Management API "${resource}": ${status}, ${error}.`);
  return new Problem('server.misconfigured', {}, { cause });
}
