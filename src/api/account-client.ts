import { AccountError } from './account-error.js';
import { readErrorBody, toAccountError } from './error-response.js';

/** Where access tokens come from. */
export interface TokenSource {
  /** The current opaque access token of the Logto endpoint. Rejects with kind `signed-out` when there is none. */
  getAccessToken(): Promise<string>;
  /** A token that Logto has not refused yet, after it refused the current one. */
  renewAccessToken(): Promise<string>;
}

export interface AccountClientOptions {
  /** The Logto endpoint, e.g. `https://my-tenant.logto.app`. */
  endpoint: string;
  tokens: TokenSource;
  /** BCP 47 tag of the user's language; Logto localises its mails and text messages by it. */
  language?: () => string;
  /** Milliseconds to wait for an answer. */
  timeout?: number;
}

export interface AccountRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/`, already encoded. */
  path: string;
  json?: unknown;
  form?: FormData;
  /** Id of a permission record, for actions that Logto guards. */
  verification?: string | undefined;
  signal?: AbortSignal | undefined;
  timeout?: number;
}

/** `words` is its text, or throws what a request throws: time may be over, or the connection gone, half-way. */
type Answer = Response & { words(): Promise<string> };

/**
 * Sends one request to the Account API and gives its parsed answer, or throws an `AccountError`.
 *
 * A request is sent once. The one exception is a refused token: Logto checks the token before it does anything
 * else, so the same request goes out again with a renewed one, once.
 */
export class AccountClient {
  #renewal: Promise<string> | undefined;

  constructor(private readonly options: AccountClientOptions) {}

  /** Rejects with kind `signed-out` when there is no session, without asking Logto. */
  async authenticate(): Promise<void> {
    await this.options.tokens.getAccessToken();
  }

  async send<Body = undefined>(request: AccountRequest): Promise<Body> {
    const token = await this.options.tokens.getAccessToken();
    const response = await this.#fetch(request, token);
    if (response.ok) return readBody<Body>(response);

    const error = await readErrorBody(response);
    if (!isRefusedToken(response.status, error.code)) throw toAccountError(response.status, error);

    const renewed = await this.#renew(token);
    if (renewed !== token) {
      const again = await this.#fetch(request, renewed);
      if (again.ok) return readBody<Body>(again);
      const secondError = await readErrorBody(again);
      if (!isRefusedToken(again.status, secondError.code)) throw toAccountError(again.status, secondError);
    }
    throw await this.#refusal(request, renewed, error.code);
  }

  /** Parallel requests that were refused the same token share one renewal. */
  async #renew(refused: string): Promise<string> {
    const current = await this.options.tokens.getAccessToken();
    if (current !== refused) return current;
    this.#renewal ??= this.options.tokens.renewAccessToken().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  /** Logto answers a missing scope like a bad token. `GET /my-account` needs no scope, so it tells the two apart. */
  async #refusal({ method, path, signal }: AccountRequest, token: string, code: string): Promise<AccountError> {
    if (method === 'GET' && path === 'my-account') return new AccountError('signed-out', code);
    const probe = await this.#fetch({ method: 'GET', path: 'my-account', signal }, token);
    if (probe.ok) return new AccountError('missing-scope', code);
    if (probe.status === 401) return new AccountError('signed-out', code);
    return toAccountError(probe.status, await readErrorBody(probe));
  }

  async #fetch(request: AccountRequest, token: string): Promise<Answer> {
    const { method, path, json, form, verification, signal, timeout } = request;
    const headers = new Headers({ authorization: `Bearer ${token}`, accept: 'application/json' });
    const language = this.options.language?.();
    if (language) headers.set('accept-language', language);
    if (verification) headers.set('logto-verification-id', verification);
    if (json !== undefined) headers.set('content-type', 'application/json');

    const url = `${this.options.endpoint.replace(/\/+$/, '')}/api/${path}`;
    const body = form ?? (json === undefined ? null : JSON.stringify(json));
    const time = AbortSignal.timeout(timeout ?? this.options.timeout ?? 30_000);
    const fail = (cause: unknown): never => {
      if (signal?.aborted) throw new AccountError('aborted', undefined, { cause });
      // Firefox calls a body that comes too late an abort.
      throw time.aborted ? new AccountError('timeout', undefined, { cause }) : toTransportError(cause);
    };
    const response = await fetch(url, {
      method,
      headers,
      body,
      signal: signal ? AbortSignal.any([signal, time]) : time,
      cache: 'no-store', // personal data stays out of the browser's disk cache
      credentials: 'omit', // Logto's CORS answer refuses cookies
      redirect: 'error', // no redirect may carry the token elsewhere
    }).catch(fail);
    return Object.assign(response, { words: () => response.text().catch(fail) });
  }
}

/** What `fetch` throws by itself: an abort, or that there was no connection. */
function toTransportError(cause: unknown): AccountError {
  const error = AccountError.from(cause);
  return error.kind === 'unexpected' ? new AccountError('network', undefined, { cause }) : error;
}

const isRefusedToken = (status: number, code: string) => status === 401 && code === 'auth.unauthorized';

async function readBody<Body>(response: Answer): Promise<Body> {
  const text = await response.words();
  // 204 has no body, and renaming a passkey answers with the word OK.
  if (response.status === 204 || text === 'OK') return undefined as Body;
  try {
    return JSON.parse(text) as Body;
  } catch (cause) {
    throw new AccountError('unexpected', 'malformed_response', { cause });
  }
}
