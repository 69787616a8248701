import { embeddableJson } from './embeddable-json.js';
import { readSettings } from './read-settings.js';
import { SettingsCache, type SettingsDocument } from './settings-cache.js';

/** What to serve, and for how long without asking Logto again. */
export interface SettingsHandlerOptions {
  /** The Logto endpoint, e.g. `https://my-tenant.logto.app`. Looked at with the first request, not before. */
  endpoint: string;
  /** Seconds for which an answer is good, here and in browsers. 300 when not given; 0 asks Logto for every request. */
  maxAge?: number;
  /** Milliseconds until Logto has to have answered in full. 5000 when not given. */
  timeout?: number;
  /**
   * Called with the reason why Logto could not be read: a `SettingsError`. When not given, the reason goes to
   * `console.error`. It is never in what is sent.
   */
  onError?: (error: unknown) => void;
  /** @internal Milliseconds since 1970. */
  now?: () => number;
}

const headers = { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' };

/**
 * Makes a route of your own that serves the public settings of a Logto tenant, for `settings-src` of the provider: browsers
 * may not read them from Logto itself. Runs wherever there are `Request`, `Response`, `fetch` and Web Crypto.
 *
 * It answers `GET` and `HEAD` at whatever path it is mounted, with an `ETag`, and is the same for everybody: it looks
 * neither at cookies nor at who asks. What was read is kept in memory, one request at a time asks Logto, and when Logto
 * fails later on, the last answer is served on for a week, and Logto has a pause of ten seconds. When Logto has not
 * answered yet, the status is 502 and the elements do without settings.
 *
 * @example
 * export const GET = settingsHandler({ endpoint: 'https://my-tenant.logto.app' });
 *
 * @throws {RangeError} `maxAge` or `timeout` is negative or not a finite number.
 */
export function settingsHandler(options: SettingsHandlerOptions): (request: Request) => Promise<Response> {
  // The elements wait 10 seconds for the route; when Logto hangs, an old answer has to reach them before that.
  const { endpoint, maxAge = 300, timeout = 5000, onError = report, now = Date.now } = options;
  checkDuration('maxAge', maxAge);
  checkDuration('timeout', timeout);
  const cache = new SettingsCache({
    read: async () => toDocument(await readSettings(endpoint, { timeout })),
    maxAge: maxAge * 1000,
    patience: timeout + 1000,
    now,
    onError,
  });

  return async ({ method, headers: asked }) => {
    if (method !== 'GET' && method !== 'HEAD')
      return failure(405, 'method_not_allowed', 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' });

    // Before anything else: Next 14 answers once for all, at build time, where the request is not looked at.
    const ifNoneMatch = asked.get('if-none-match');
    const cached = await cache.get();
    if (!cached) return failure(502, 'settings_unavailable', 'The settings cannot be read at the moment.');

    const { document, freshFor } = cached;
    const validity = { etag: document.etag, 'cache-control': `public, max-age=${Math.floor(freshFor / 1000)}` };
    if (isKnown(document.etag, ifNoneMatch)) return new Response(null, { status: 304, headers: validity });
    return new Response(method === 'HEAD' ? null : document.json, { headers: { ...headers, ...validity } });
  };
}

async function toDocument(snapshot: object): Promise<SettingsDocument> {
  const json = embeddableJson(snapshot);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(json));
  const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { json, etag: `"${hex.slice(0, 32)}"` };
}

/** A cache on the way that compresses makes the tag a weak one; for this question they are the same (RFC 9110, 13.1.2). */
function isKnown(etag: string, ifNoneMatch: string | null): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

const failure = (status: number, error: string, message: string, more: Record<string, string> = {}) =>
  new Response(JSON.stringify({ error, message }), {
    status,
    headers: { ...headers, 'cache-control': 'no-store', ...more },
  });

function checkDuration(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${name} has to be a number, 0 or more.`);
}

function report(error: unknown): void {
  const why = error instanceof Error ? error.message : 'unknown';
  console.error(`[logto-account-elements] The settings of the Logto tenant could not be read. ${why}`);
}
