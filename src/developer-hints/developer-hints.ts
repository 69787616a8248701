import type { AccountError } from '../api/account-error.js';
import { isMisconfiguration, type Misconfiguration } from '../api/misconfiguration.js';

/**
 * What the developer has to know about an error that the user can do nothing about; `undefined` for the others.
 * Never says anything about the user.
 */
export function developerHint(error: AccountError, scopes: readonly string[]): string | undefined {
  switch (error.kind) {
    case 'signed-out':
      return signedOutHint(error);
    case 'disabled':
      return (
        'The tenant has not enabled its account center (account_center.not_enabled). ' +
        'Enable it in Logto Console under "Sign-in & account > Account center", or with PATCH /api/account-center.'
      );
    case 'third-party-app':
      return (
        'The access token was issued to a third-party application (auth.third_party_application_forbidden). ' +
        'This Logto lets only first-party applications change account data (versions up to 1.42.0 let any): use the id of one.'
      );
    case 'missing-scope':
      return (
        `Logto answered ${error.code}: the access token lacks a scope. ` +
        `These are needed here: ${['openid', ...scopes].join(' ')}. ` +
        'Scopes are granted at sign-in, so sign in again after adding one.'
      );
    default:
      return isMisconfiguration(error) ? [hintByCode[error.code], reasonOf(error)].join(' ').trim() : undefined;
  }
}

const hintByCode: Record<Misconfiguration, string> = {
  invalid_endpoint: 'The endpoint is not an http or https URL.',
  endpoint_mismatch:
    'The endpoint of the provider and that of its client are at different origins. Nothing was sent, as the token is ' +
    'good for the endpoint of the client only. Leave out "endpoint", or make them the same.',
  app_id_in_use:
    'Another provider on this page uses the same app-id with another endpoint. One stored session cannot belong to both: ' +
    'this provider does nothing.',
  issuer_mismatch:
    'What answers at the endpoint speaks in the name of another issuer, so nobody is signed in there. Set endpoint to the ' +
    'address that Logto knows itself by (its ENDPOINT, or the custom domain).',
  token_is_a_jwt:
    'getAccessToken gave a JWT: a token for an API resource, or an ID token. Logto’s Account API takes the opaque access ' +
    'token of the Logto endpoint: ask for it without "resource".',
};

const reasonOf = ({ cause }: AccountError) => (cause instanceof Error ? cause.message : '');

/** Why nobody is signed in, where it is neither the user's nor Logto's doing. */
function signedOutHint(error: AccountError): string | undefined {
  switch (error.code) {
    case 'clock_wrong':
      return `Signing in did not finish, as an ID token counts within 300 seconds of its issue. ${reasonOf(error)}`;
    case 'storage_unavailable':
      return (
        'The browser keeps its storage from this page, or has no room left in it, so nobody can sign in. ' +
        'It does so with site data blocked, in sandboxed frames without allow-same-origin, and in some frames of other sites.'
      );
    case 'sign_in_unfinished':
      return error.cause === undefined ? undefined : `Signing in did not finish. ${reasonOf(error)}`;
    default:
      return undefined;
  }
}

/** Said once when the settings name a field that the account lacks. */
export const unreadableHint = (scopes: readonly string[]) =>
  'GET /my-account lacks a field that the settings switch on: the access token lacks a scope, or the settings are out of ' +
  `date. These scopes are needed: ${['openid', ...scopes].join(' ')}. Scopes are granted at sign-in, so sign in again after adding one.`;

/** Said once, of all elements together. */
export const missingScopesHint = (scopes: readonly string[]) =>
  `The user signed in without these scopes, which elements in this page need: ${scopes.join(' ')}. What they are for is ` +
  'hidden. The elements ask for them at the next sign-in, where the provider signs in by itself; else the page has to.';

/** Said of each element that no provider has taken in. */
export const outsideHint = (tag: string) => `<${tag}> is not inside a <logto-account-provider>, so it stays empty.`;

/** Said when markup names a layer that is not the page's own. */
export const foreignLayerHint = (url: string) =>
  `The attribute account-api takes an address of the page’s own origin only, since it gets the user’s token: ${url} is ` +
  'not asked. Set the property accountApi in a script where the layer is elsewhere.';

/** Said once when the user goes to a section and the fragment of the address is something else. */
export const foreignFragmentHint = (tag: string) =>
  `The fragment of the page is no section of <${tag}>, which leaves it as it is. ` +
  'Set routing="history" or "off" where the page goes by fragments itself.';

/** Said once when settings take long. */
export const slowHint =
  'The settings take more than 2 seconds to arrive, so the elements go by what GET /my-account shows until they are there.';

/** Said once when no settings could be read. */
export const inferenceHint =
  'The settings of the Logto tenant could not be read, so the elements go by what GET /my-account shows. ' +
  'Missing: which fields are read-only, order and types of the profile fields, connectors, policies, factors, brand colour. ' +
  'Logto in production shows its settings to no other origin. Supply them with the "settings" property, a ' +
  '<script type="application/json"> child of the provider, or "settings-src". ' +
  '"npx logto-account-elements settings --endpoint <URL>" writes them to a file, and "logto-account-elements/server" serves them.';
