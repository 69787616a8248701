import { tenantAt } from '../server/endpoint.js';
import { SettingsError } from '../server/settings-error.js';
import { UsageError } from './command.js';
import type { Page } from './doctor/page.js';

/** What names a page and its tenant. */
export const pageOptions = {
  endpoint: { type: 'string', short: 'e' },
  'app-id': { type: 'string', short: 'a' },
  origin: { type: 'string' },
  'redirect-uri': { type: 'string' },
} as const;

interface PageValues {
  endpoint?: string;
  'app-id'?: string;
  origin?: string;
  'redirect-uri'?: string;
}

export function pageOf(values: PageValues): Page {
  if (!values.endpoint) throw new UsageError('Which tenant? Pass its URL with --endpoint.');
  if (!values['app-id']) throw new UsageError('Which application? Pass its App ID with --app-id.');
  if (!values.origin)
    throw new UsageError('Which page? Pass its origin with --origin, such as https://app.example.com.');
  const origin = originOf(values.origin);
  return {
    endpoint: endpointOf(values.endpoint),
    appId: values['app-id'],
    origin,
    redirectUri: redirectUriOf(values['redirect-uri'] ?? `${origin}/`),
  };
}

function endpointOf(endpoint: string): string {
  try {
    return tenantAt(endpoint);
  } catch (error) {
    throw error instanceof SettingsError ? new UsageError(error.message) : error;
  }
}

function originOf(text: string): string {
  const url = webAddress(text);
  if (!url) throw new UsageError(`"${text}" is no origin. Give one like https://app.example.com.`);
  if (url.pathname !== '/' || url.search || url.hash)
    throw new UsageError(
      `An origin ends before the path: give ${url.origin} as --origin, and the page as --redirect-uri.`,
    );
  return url.origin;
}

/** As it is written: Logto compares letter by letter. */
function redirectUriOf(text: string): string {
  if (!webAddress(text) || text.includes('#'))
    throw new UsageError(`"${text}" is no redirect URI. Give the address of a page, without a #.`);
  return text;
}

function webAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
}
