import { unreachable } from '../server/network-failure.js';
import { SettingsError } from '../server/settings-error.js';
import { getOwn } from '../untrusted.js';

/** What came back, whatever its status. */
export interface Answer {
  status: number;
  headers: Headers;
  /** What the body says as JSON; `undefined` when it is none. */
  body: unknown;
}

/** Milliseconds until an answer has to be there in full. */
const patience = 10_000;

/** Asks once, and follows no redirect. Throws a `SettingsError` when nothing comes back. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(url, { redirect: 'manual', signal, ...init });
    const { status, headers } = response;
    return { status, headers, body: asJson(await response.text()) };
  } catch (cause) {
    if (signal.aborted) throw new SettingsError('timeout', `${url} did not answer in time.`, { cause });
    throw unreachable(url, cause);
  }
}

/** Logto's code for what went wrong, or the status where there is none. Nothing else of such an answer is safe to show. */
export function problemIn({ status, body }: Answer): string {
  const code = getOwn(body, 'code');
  return typeof code === 'string' && /^[\w.]{1,100}$/.test(code) ? `${status} ${code}` : `${status}`;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
