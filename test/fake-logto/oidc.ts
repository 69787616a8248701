import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';

import type { AdapterPayload, Configuration, JWK, KoaContextWithOIDC, Provider } from 'oidc-provider';

import type { FakeLogto } from './fake-logto.js';
import { messagePage } from './html-page.js';
import { loadOidcProvider } from './load-oidc-provider.js';
import { OidcStore } from './oidc-store.js';
import { signingOutPage } from './sign-in-page.js';
import { mirrorGrants, mirrorSessions } from './tenant-mirror.js';
import { claimsByScope, claimsOf, findActiveUser } from './user-claims.js';

const hour = 3600;
const twoWeeks = 14 * 24 * hour;

/** Options that a test may change while the server runs. */
export interface OidcSettings {
  /** Seconds for which the access tokens issued from now on are valid. */
  accessTokenLifetime: number;
}

/** OpenID Connect as Logto does it, for one tenant. */
export interface Oidc {
  provider: Provider;
  store: OidcStore;
}

/**
 * Sets up oidc-provider, which Logto itself is built on, with Logto's paths, scopes, algorithms and lifetimes.
 *
 * @param issuer The tenant's address with `/oidc` at the end.
 */
export async function createOidc(issuer: string, logto: FakeLogto, settings: OidcSettings): Promise<Oidc> {
  const OidcProvider = await loadOidcProvider();
  const store = new OidcStore({
    findClient: (clientId) => findClient(logto, clientId),
    mirrors: {
      Session: mirrorSessions(logto, () => OidcProvider.ctx?.get('user-agent')),
      Grant: mirrorGrants(logto),
    },
  });
  const provider = new OidcProvider(issuer, {
    ...logtoConfiguration(logto, settings),
    adapter: store.adapter,
    findAccount: (_context, userId) => {
      const user = findActiveUser(logto, userId);
      return user && { accountId: userId, claims: (use) => ({ ...claimsOf(user, use, logto.tenant), sub: userId }) };
    },
  });
  provider.use(asLogtoErrors);
  return { provider, store };
}

function logtoConfiguration({ tenant }: FakeLogto, settings: OidcSettings): Configuration {
  return {
    jwks: { keys: [signingKey()] },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      long: { signed: true, httpOnly: true, sameSite: 'lax' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    scopes: ['openid', 'offline_access', ...Object.keys(claimsByScope)],
    claims: claimsByScope,
    // Logto puts the user's name, email and phone into the id token, where the standard would not.
    conformIdTokenClaims: false,
    enabledJWA: { idTokenSigningAlgValues: ['ES384'] },
    clientDefaults: { id_token_signed_response_alg: 'ES384' },
    clientBasedCORS: (_context, origin, client) =>
      (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin) ||
      tenant.applications.some(
        ({ id, corsAllowedOrigins }) => id === client.clientId && corsAllowedOrigins?.includes(origin),
      ),
    clockTolerance: 0,
    interactions: { url: (_context, { prompt }) => (prompt.name === 'consent' ? '/consent' : '/sign-in') },
    ttl: {
      AccessToken: () => settings.accessTokenLifetime,
      AuthorizationCode: 60,
      Grant: twoWeeks,
      IdToken: hour,
      Interaction: hour,
      RefreshToken: twoWeeks,
      Session: twoWeeks,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => void (context.body = signingOutPage(form)),
        postLogoutSuccessSource: (context) => void (context.body = messagePage('You are signed out.')),
      },
    },
    renderError: (context, { error, error_description: description }) => {
      // Logto responds like this to everyone, including browsers.
      context.body = { error, error_description: description };
    },
  };
}

/** The SDK understands errors by Logto's `code` and `message`, which stand beside those of the standard. */
async function asLogtoErrors(context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  const body = context.body as { error?: unknown; error_description?: string } | undefined;
  if (typeof body?.error !== 'string') return;
  context.body = { code: `oidc.${body.error}`, message: body.error_description ?? body.error, ...body };
}

const scopesOfOthers = ['openid', 'offline_access', ...Object.keys(claimsByScope)].filter(
  (scope) => scope !== 'identities',
);

/** The applications of the tenant, read each time, so that a redirect URI added later is known. */
function findClient(logto: FakeLogto, clientId: string): AdapterPayload | undefined {
  const application = logto.tenant.applications.find(({ id }) => id === clientId);
  return (
    application && {
      client_id: application.id,
      client_name: application.name,
      redirect_uris: application.redirectUris,
      post_logout_redirect_uris: application.postLogoutRedirectUris,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      // Third-party applications may request the scopes that the tenant allows; identities are never among them here.
      ...(application.isThirdParty && { scope: scopesOfOthers.join(' ') }),
    }
  );
}

function signingKey(): JWK {
  // Encoded and read again: Node 20 can lock up for ever when it collects what has made a key while that key is exported.
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-384',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return {
    ...createPrivateKey({ key: privateKey, type: 'pkcs8', format: 'der' }).export({ format: 'jwk' }),
    use: 'sig',
    alg: 'ES384',
    kid: randomBytes(8).toString('hex'),
  };
}
