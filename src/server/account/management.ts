import { isId } from './ids.js';
import type { AskLogto, LogtoAnswer, LogtoRequest } from './logto.js';
import type { ManagementTokens } from './management-tokens.js';
import { has, isGone, successOf } from './outcome.js';
import { Problem } from './problem.js';

export interface ManagementRequest {
  query?: Record<string, string>;
  json?: unknown;
  signal: AbortSignal;
}

type Method = NonNullable<LogtoRequest['method']>;

/** The Management API, with the one token that all requests share. */
export class Management {
  constructor(
    private readonly ask: AskLogto,
    private readonly tokens: ManagementTokens,
  ) {}

  /** @param path Below `/api`, segment by segment: names go into bodies, and never into a path. */
  async send(method: Method, path: readonly string[], request: ManagementRequest): Promise<LogtoAnswer> {
    if (!path.every(isId)) throw new Problem('entity.not_found');
    const query = request.query ? `?${new URLSearchParams(request.query)}` : '';
    const url = `/api/${path.join('/')}${query}`;
    const token = await this.tokens.get(request.signal);
    const first = await this.#try(url, method, token, request);
    if (first.status !== 401) return checked(first);
    // It is looked at before anything is done, so the same may be asked again with a new one.
    this.tokens.forget(token);
    return checked(await this.#try(url, method, await this.tokens.get(request.signal), request));
  }

  /** The user, or a `Problem` when there is none any more. */
  async user(id: string, signal: AbortSignal): Promise<unknown> {
    return successOf(await this.send('GET', ['users', id], { signal }), has({ id }), isGone);
  }

  #try(url: string, method: Method, token: string, { json, signal }: ManagementRequest): Promise<LogtoAnswer> {
    const authorization = `Bearer ${token}`;
    const isWrite = method !== 'GET';
    if (json === undefined) return this.ask(url, { method, headers: { authorization }, isWrite, signal });
    const headers = { authorization, 'content-type': 'application/json' };
    return this.ask(url, { method, headers, body: JSON.stringify(json), isWrite, signal });
  }
}

function checked(answer: LogtoAnswer): LogtoAnswer {
  if (answer.status !== 401 && answer.status !== 403) return answer;
  const cause = new Error(`The Management API refuses the application of the handler (${answer.status}).`);
  throw new Problem('server.misconfigured', {}, { cause });
}
