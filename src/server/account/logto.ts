import { unreachable } from '../network-failure.js';
import { Problem } from './problem.js';

/** What came back: a status below 500, and the body where it was JSON. */
export interface LogtoAnswer {
  status: number;
  headers: Headers;
  body: unknown;
  /** Whether something was to be changed. */
  isWrite: boolean;
}

export interface LogtoRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | URLSearchParams;
  /** Whether something is changed: when no answer comes then, nobody knows whether it was. */
  isWrite?: boolean;
  signal: AbortSignal;
}

export type AskLogto = (path: string, request: LogtoRequest) => Promise<LogtoAnswer>;

/** Seconds to wait when Logto does not say: it has no `Retry-After` of its own. */
const someSeconds = 30;

/**
 * Asks a tenant. An answer that says what Logto thinks comes back, whatever its status; everything else is a `Problem`.
 * The headers are only those that are named: the `Origin` of a page would be refused.
 *
 * @param base The tenant's address, without a slash at the end.
 */
export const logtoAt =
  (base: string): AskLogto =>
  async (path, { method = 'GET', headers = {}, body, isWrite = false, signal }) => {
    const lost = (error: unknown) => {
      const cause = signal.aborted || !isNetworkFailure(error) ? error : unreachable(base, error);
      if (isWrite && !wasNeverSent(error)) return new Problem('logto.outcome_unknown', {}, { cause });
      return new Problem(signal.aborted ? 'logto.timeout' : 'logto.unavailable', {}, { cause });
    };
    if (signal.aborted) throw new Problem('logto.timeout');
    try {
      const init: RequestInit = {
        method,
        headers: { accept: 'application/json', ...headers },
        redirect: 'manual',
        signal,
      };
      const response = await fetch(base + path, body === undefined ? init : { ...init, body });
      const { status } = response;
      const text = await response.text();
      if (status === 429) throw new Problem('request.rate_limited', { retryAfter: secondsIn(response.headers) });
      if (status >= 500) throw lost(new Error(`${method} ${pathOnly(path)} was answered with ${status}`));
      const json = parse(text);
      if (text !== '' && json === undefined) {
        const cause = new Error(`${method} ${pathOnly(path)} was answered with ${status}, and not with JSON`);
        throw status < 300 ? lost(cause) : new Problem('logto.unavailable', {}, { cause });
      }
      return { status, headers: response.headers, body: json, isWrite };
    } catch (cause) {
      throw cause instanceof Problem ? cause : lost(cause);
    }
  };

/** Without the query, in which there may be an address of the person. */
const pathOnly = (path: string) => path.replace(/\?.*$/, '');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function secondsIn(headers: Headers): number {
  const value = headers.get('retry-after');
  const seconds = Number(value ?? someSeconds);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 3600) : someSeconds;
}

/** What `fetch` throws; our own errors say what is wrong as they are. */
const isNetworkFailure = (error: unknown) => error instanceof TypeError;

/** No connection came about, as far as the runtime says. */
function wasNeverSent(cause: unknown): boolean {
  const { cause: inner } = Object(cause) as { cause?: unknown };
  const { code } = Object(inner) as { code?: unknown };
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(String(code));
}
