import { readFileSync } from 'node:fs';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One request to a real Logto in production mode, and what it answered. */
export interface Exchange {
  section: string;
  name: string;
  method: string;
  path: string;
  request: {
    headers: Record<string, string>;
    /** A text is sent as it is, anything else as JSON. */
    body: Json;
    /** The owner and kind of the token in `Bearer TOKEN`. */
    tokenOf?: string;
  };
  status: number;
  /** The parts left out of a long response. */
  omitted?: unknown;
  response: { headers: Record<string, string>; body: Json };
}

/** All exchanges, in the order in which they happened to one tenant, whose Logto was the one being written after 1.42.0. */
export const recording = read('./exchanges.json');

/** The same server with its development features on, which are trusted devices. No release of Logto has them yet. */
export const trustedDevicesRecording = read('./exchanges.trusted-devices.json');

/** The Management API of the previous release, and other requests of a back end. */
export const managementRecording = read('./exchanges.management.json');
/** Whether Logto 1.42.0 responds differently: it does not reject third-party applications. */
export const isNewerThanRelease = ({ response: { body } }: Exchange): boolean =>
  (Object(body) as { code?: unknown }).code === 'auth.third_party_application_forbidden';

function read(file: string): Exchange[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Exchange[];
}

/** The body of the answer to this request, the first one of that name. */
export function recordedBody<T>(section: string, name: string, path?: string): T {
  const found = recording.find(
    (exchange) => exchange.section === section && exchange.name === name && (path ?? exchange.path) === exchange.path,
  );
  if (!found) throw new Error(`Nothing called "${name}" was recorded in ${section}.`);
  return structuredClone(found.response.body) as T;
}

const elsewhere: [pattern: RegExp, reason: string][] = [
  [/^\/oidc\//, 'OpenID Connect: a real provider stands in for it'],
  [/^\/api\/(\.well-known\/)?experience/, 'the sign-in page’s own API'],
  [/^\/api\/\.well-known\/phrases/, 'the sign-in page’s texts'],
  [/^\/api\/\.well-known\/user\.openapi\.json/, 'documentation'],
  [/^\/api\/users/, 'the Management API'],
];

/** Why an exchange is not replayed, when it is not. */
export function exclusion({ section, name, path }: Exchange): string | undefined {
  if (section === 'password' && name.startsWith('default policy (pwned check on)')) {
    return 'the failure of a machine without internet';
  }
  return elsewhere.find(([pattern]) => pattern.test(path))?.[1];
}
