import { AccessTokens, type TokenSource } from './access-tokens.js';
import { AccountError } from './account-error.js';
import type { LayerProof } from './layer-proof.js';
import { readErrorBody, toAccountError, type LogtoErrorBody } from './error-response.js';

export interface AccountClientOptions {
  /** The Logto endpoint, e.g. `https://my-tenant.logto.app`. */
  endpoint: string;
  /** The page's own Account API layer, e.g. `https://app.example.com/account-api`; absent where the page has none. */
  accountApi?: string | undefined;
  tokens: TokenSource;
  /** BCP 47 tag of the user's language; Logto localises its mails and text messages by it. */
  language?: () => string;
  /** Milliseconds to wait for an answer. */
  timeout?: number;
}

interface AccountRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/`, already encoded. */
  path: string;
  /** Whether it is below the page's own Account API layer instead. */
  isOfLayer?: boolean;
  /** Whether it is below `/oidc/`, for what OpenID Connect tells. */
  isOfOidc?: boolean;
  json?: unknown;
  form?: FormData;
  /** Id of a permission record, for actions that Logto guards; a layer takes a fresh sign-in, too. */
  verification?: LayerProof | undefined;
  signal?: AbortSignal | undefined;
  timeout?: number;
}

/** `readText` gives its text, or throws what a request throws: time may be over, or the connection gone, half-way. */
type Answer = { response: Response; readText: () => Promise<string> };

/** Whose requests a client sends. */
export interface RequestOwner {
  readonly id: string;
  /** Aborted once nobody acts for this user any more: nothing is sent, and no answer counts. */
  readonly signal: AbortSignal;
  /** Logto has answered this user. */
  onAnswer(): void;
  /** The session gives out the tokens of another user. */
  onOtherUser(): void;
  /** Logto takes the tokens no more. */
  onSessionEnded(): void;
}

type Outcome<Body> = { body: Body } | { status: number; error: LogtoErrorBody };

/**
 * Sends one request to the Account API and gives its parsed answer, or throws an `AccountError`.
 *
 * A request is sent once. The one exception is a refused token: Logto checks the token before it does anything
 * else, so the same request goes out again with a renewed one, once.
 */
export class AccountClient {
  readonly #tokens: AccessTokens;
  readonly #checks = new Map<string, Promise<Outcome<unknown>>>();

  constructor(
    private readonly options: AccountClientOptions,
    tokens?: AccessTokens,
    private readonly owner?: RequestOwner,
  ) {
    this.#tokens = tokens ?? new AccessTokens(options.tokens);
  }

  /** Without a slash at the end. */
  get endpoint(): string {
    return this.options.endpoint.replace(/\/+$/, '');
  }

  /** The page's own Account API layer, if there is one. */
  get accountApi(): string | undefined {
    return this.options.accountApi;
  }

  /**
   * The same for one user alone. A token that has not been seen with this user is asked whose it is before anything goes
   * out with it; with another user's nothing does, and what was asked for ends with an `AccountError` of kind `aborted`.
   */
  of(owner: RequestOwner): AccountClient {
    return new AccountClient(this.options, this.#tokens, owner);
  }

  /** Rejects with kind `signed-out` when there is no session, without asking Logto. */
  async authenticate(): Promise<void> {
    await this.#tokens.current();
  }

  async send<Body = undefined>(request: AccountRequest): Promise<Body> {
    this.#throwIfOver();
    try {
      const body = await this.#whileOwned(this.#send<Body>(request));
      this.#throwIfOver();
      this.owner?.onAnswer();
      return body;
    } catch (cause) {
      this.#throwIfOver();
      const error = AccountError.from(cause);
      if (error.kind === 'signed-out') this.owner?.onSessionEnded();
      throw error;
    }
  }

  async #send<Body>(request: AccountRequest): Promise<Body> {
    const token = await this.#tokens.current();
    const first = await this.#ask<Body>(request, token);
    if ('body' in first) return first.body;
    if (!isRefusedToken(first)) throw toAccountError(first.status, first.error);

    const renewed = await this.#tokens.renew(token);
    if (renewed !== token) {
      const second = await this.#ask<Body>(request, renewed);
      if ('body' in second) return second.body;
      if (!isRefusedToken(second)) throw toAccountError(second.status, second.error);
    }
    throw await this.#refusal(request, renewed, first.error.code);
  }

  /** Logto answers a missing scope like a bad token. `GET /my-account` needs no scope, so it tells the two apart. */
  async #refusal(request: AccountRequest, token: string, code: string): Promise<AccountError> {
    if (isWhoAmI(request)) return new AccountError('signed-out', code);
    const probe = await this.#exchange({ ...whoAmI, signal: request.signal }, token);
    if ('body' in probe) return new AccountError('missing-scope', code);
    if (probe.status === 401) return new AccountError('signed-out', code);
    return toAccountError(probe.status, probe.error);
  }

  /** Asks in the name of the owner, if there is one: with nobody else's token. */
  async #ask<Body>(request: AccountRequest, token: string): Promise<Outcome<Body>> {
    const { owner } = this;
    if (owner && !isWhoAmI(request) && !this.#tokens.userOf(token)) {
      const answer = await this.#check(token);
      if (!('body' in answer)) return answer;
    }
    this.#throwIfOther(token);
    const outcome = await this.#exchange<Body>(request, token);
    if (isWhoAmI(request)) this.#throwIfOther(token);
    return outcome;
  }

  /** Whose token it is: asked once for all requests that wait to know. */
  #check(token: string): Promise<Outcome<unknown>> {
    const check = this.#checks.get(token) ?? this.#exchange(whoAmI, token).finally(() => this.#checks.delete(token));
    this.#checks.set(token, check);
    return check;
  }

  async #exchange<Body>(request: AccountRequest, token: string): Promise<Outcome<Body>> {
    this.#throwIfOver();
    const answer = await this.#fetch(request, token);
    const { response } = answer;
    if (!response.ok) return { status: response.status, error: await readErrorBody(response) };
    const body = await readBody<Body>(answer);
    if (isWhoAmI(request)) this.#tokens.saw(token, userIn(body));
    return { body };
  }

  #throwIfOther(token: string) {
    const { owner } = this;
    const userId = this.#tokens.userOf(token);
    if (!owner || userId === undefined || userId === owner.id) return;
    owner.onOtherUser();
    throw new AccountError('aborted', 'other_user');
  }

  /** Nobody waits for what was asked for a user who is gone. A write goes its way all the same. */
  async #whileOwned<Body>(answer: Promise<Body>): Promise<Body> {
    const { signal } = this.owner ?? {};
    if (!signal) return answer;
    const stop = new AbortController();
    const over = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(AccountError.from(signal.reason)), { signal: stop.signal });
    });
    return Promise.race([answer, over]).finally(() => stop.abort());
  }

  /** Without a connection the module does not come, either. */
  async #isReachable(): Promise<boolean> {
    return import('./reachability.js').then(({ isReachable }) => isReachable(this.endpoint)).catch(() => false);
  }

  #throwIfOver() {
    if (this.owner?.signal.aborted) throw AccountError.from(this.owner.signal.reason);
  }

  async #fetch(request: AccountRequest, token: string): Promise<Answer> {
    const { method, path, json, form, verification, signal, timeout } = request;
    const headers = new Headers({ authorization: `Bearer ${token}`, accept: 'application/json' });
    const language = this.options.language?.();
    if (language) headers.set('accept-language', language);
    if (typeof verification === 'string') headers.set('logto-verification-id', verification);
    else if (verification && request.isOfLayer) headers.set('logto-id-token', verification.idToken);
    if (json !== undefined) headers.set('content-type', 'application/json');

    const url = `${request.isOfLayer ? this.accountApi : `${this.endpoint}/${request.isOfOidc ? 'oidc' : 'api'}`}/${path}`;
    const body = form ?? (json === undefined ? null : JSON.stringify(json));
    const time = AbortSignal.timeout(timeout ?? this.options.timeout ?? 30_000);
    const fail = async (cause: unknown): Promise<never> => {
      if (signal?.aborted) throw new AccountError('aborted', undefined, { cause });
      // Firefox calls a body that comes too late an abort.
      if (time.aborted) throw new AccountError('timeout', undefined, { cause });
      const error = toTransportError(cause);
      const isThere = error.kind === 'network' && (await this.#isReachable());
      throw isThere ? new AccountError('network', 'answer_unreadable', { cause }) : error;
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
    return { response, readText: () => response.text().catch(fail) };
  }
}

/** What `fetch` throws by itself: an abort, or that there was no connection. */
function toTransportError(cause: unknown): AccountError {
  const error = AccountError.from(cause);
  return error.kind === 'unexpected' ? new AccountError('network', undefined, { cause }) : error;
}

const isRefusedToken = ({ status, error }: { status: number; error: LogtoErrorBody }) =>
  status === 401 && ['auth.unauthorized', 'oidc.invalid_token'].includes(error.code);

const whoAmI = { method: 'GET', path: 'my-account' } as const;
const isWhoAmI = ({ method, path }: AccountRequest) => method === whoAmI.method && path === whoAmI.path;

function userIn(body: unknown): string {
  const { id } = Object(body) as { id?: unknown };
  if (typeof id !== 'string') throw new AccountError('unexpected', 'malformed_response');
  return id;
}

async function readBody<Body>({ response, readText }: Answer): Promise<Body> {
  const text = await readText();
  // 204 has no body, and renaming a passkey answers with the word OK.
  if (response.status === 204 || text === 'OK') return undefined as Body;
  try {
    return JSON.parse(text) as Body;
  } catch (cause) {
    throw new AccountError('unexpected', 'malformed_response', { cause });
  }
}
