import { unreachable } from './network-failure.js';
import { readText } from './read-text.js';
import { SettingsError } from './settings-error.js';

/** Bytes: names in all languages for hundreds of connectors fit many times over. */
const limit = 4 * 1024 * 1024;

/** One of the tenant's public answers. Throws a `SettingsError` when it does not come, or is something else. */
export async function fetchJson(url: string, timeLimit: AbortSignal): Promise<unknown> {
  const failed = (cause: unknown) => {
    if (!timeLimit.aborted) return unreachable(url, cause);
    return new SettingsError('timeout', `${url} did not answer in time. Is Logto running there? Try again.`, { cause });
  };
  const response = await get(url, timeLimit).catch((cause: unknown) => {
    throw failed(cause);
  });
  const problem = problemWith(response, url);
  if (problem) {
    await response.body?.cancel(); // or the connection stays open for a body that nobody reads
    throw problem;
  }
  const text = await readText(response.body, limit, timeLimit).catch((cause: unknown) => {
    throw failed(cause);
  });
  if (text === undefined) throw notLogto(url, 'more than 4 MB');
  if (timeLimit.aborted) throw failed(undefined); // what was cut off may be JSON by chance
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notLogto(url, /^\s*</.test(text) ? 'a web page' : 'something that is not JSON', { cause });
  }
}

const get = (url: string, signal: AbortSignal) =>
  // The elements follow no redirect either, so an endpoint that only redirects would be of no use to them.
  fetch(url, { headers: { accept: 'application/json' }, redirect: 'manual', signal });

function problemWith(response: Response, url: string): SettingsError | undefined {
  const { ok, status, type } = response;
  if (ok) return undefined;
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const target = response.headers.get('location');
    const where = target && URL.canParse(target, url) ? new URL(target, url).href : 'another address';
    return new SettingsError(
      'redirect',
      `${url} redirects to ${where}. Give the address where Logto itself answers as endpoint, to the elements as well.`,
    );
  }
  if (status === 404) return notLogto(url, '404 (not found)');
  return new SettingsError(
    'refused',
    `${url} answered ${status}. Everybody may read this address of a Logto that is up: ` +
      'see what is wrong there, or what stands before it (a firewall, a login, a rate limit), and try again.',
  );
}

/** @param answer What came instead. */
export function notLogto(url: string, answer: string, options?: ErrorOptions): SettingsError {
  return new SettingsError(
    'not-logto',
    `${url} answered ${answer}, which is not what a Logto with an account center answers. ` +
      'The endpoint is the part before "/oidc" and "/api" of your tenant\'s addresses, like https://my-tenant.logto.app; ' +
      'it is not the address of Logto Console. A Logto of your own may have to be updated.',
    options,
  );
}
