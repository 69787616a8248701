import { finding, type Finding } from '../../findings/finding.js';
import { getOwn } from '../../untrusted.js';
import { ask, type Answer } from '../http.js';
import type { Page } from './page.js';

/** A request that elements make, and thus one that browsers ask about first. */
interface Route {
  path: string;
  method: string;
  headers: string;
}

const routes: Route[] = [
  { path: '/api/my-account', method: 'PATCH', headers: 'authorization,content-type,logto-verification-id' },
  { path: '/api/verifications/password', method: 'POST', headers: 'authorization,content-type' },
];

/** What everybody may read, from anywhere. */
const publicPaths = ['/oidc/.well-known/openid-configuration', '/oidc/jwks'];

/** What browsers let pages of the origin do. */
export async function lookAtCors(page: Page): Promise<Finding[]> {
  const { endpoint, origin } = page;
  const paths = [...routes.map(({ path }) => path), ...publicPaths];
  if (new URL(endpoint).origin === origin) return [finding('cors_allowed', { origin, routes: paths })];
  const refused = (
    await Promise.all([
      ...routes.map(async (route) => ((await isPreflightAnswered(page, route)) ? [] : [route.path])),
      ...['/api/my-account', ...publicPaths].map(async (path) => ((await isReadable(page, path)) ? [] : [path])),
    ])
  ).flat();
  return [
    ...[...new Set(refused)].map((route) => finding('cors_refused', { origin, route })),
    ...(refused.length === 0 ? [finding('cors_allowed', { origin, routes: paths })] : []),
    ...(await lookAtTokens(page)),
  ];
}

/** Whether pages can read the public settings themselves, which is so at Logto's own origin, or behind a proxy. */
export async function lookAtReadingSettings(page: Page): Promise<Finding> {
  const isSame = new URL(page.endpoint).origin === page.origin;
  return isSame || (await isReadable(page, '/api/.well-known/account-center'))
    ? finding('settings_readable', page)
    : finding('settings_not_readable', page);
}

async function isPreflightAnswered({ endpoint, origin }: Page, { path, method, headers }: Route): Promise<boolean> {
  const answer = await ask(endpoint + path, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': headers },
  });
  const allows = (name: string, wanted: string) => {
    const allowed = (answer.headers.get(name) ?? '').toLowerCase().split(/\s*,\s*/);
    return wanted.split(',').every((each) => allowed.includes(each.toLowerCase()));
  };
  return (
    answer.status >= 200 &&
    answer.status < 300 &&
    isAllowed(answer, origin) &&
    allows('access-control-allow-methods', method) &&
    allows('access-control-allow-headers', headers)
  );
}

const isReadable = async ({ endpoint, origin }: Page, path: string) =>
  isAllowed(await ask(endpoint + path, { headers: { origin } }), origin);

const isAllowed = ({ headers }: Answer, origin: string) =>
  ['*', origin].includes(headers.get('access-control-allow-origin') ?? '');

/**
 * Asks for a token with a code that nobody has: the answer tells whether the application allows the origin. (A preflight
 * does not: Logto says yes to everybody.)
 */
async function lookAtTokens({ endpoint, appId, origin, redirectUri }: Page): Promise<Finding[]> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: appId,
    code: 'none',
    redirect_uri: redirectUri,
    code_verifier: 'x'.repeat(43),
  });
  const answer = await ask(`${endpoint}/oidc/token`, { method: 'POST', headers: { origin }, body });
  const isRefused = getOwn(answer.body, 'error') === 'invalid_request' && !isAllowed(answer, origin);
  return isRefused ? [finding('origin_not_allowed', { origin, appId })] : [];
}
