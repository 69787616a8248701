import type { AccountError } from '../api/account-error.js';
import { isMisconfiguration, type Misconfiguration } from '../api/misconfiguration.js';

/**
 * What the developer has to know about an error that the user cannot fix; `undefined` for the others.
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
        'This version of Logto lets only first-party applications change account data: use the App ID of one.'
      );
    case 'missing-scope':
      return (
        `Logto answered ${error.code}: the access token lacks a scope. ` +
        `This page needs these scopes: ${['openid', ...scopes].join(' ')}. ` +
        'Scopes are granted at sign-in, so sign in again after adding one.'
      );
    default:
      return isMisconfiguration(error) ? [hintByCode[error.code], reasonOf(error)].join(' ').trim() : undefined;
  }
}

const hintByCode: Record<Misconfiguration, string> = {
  invalid_endpoint: 'The endpoint is not an http or https URL.',
  endpoint_mismatch:
    'The endpoints of the provider and its client have different origins. Nothing was sent, because the token is valid ' +
    'only for the endpoint of the client. Leave out "endpoint", or make them the same.',
  app_id_in_use:
    'Another provider on this page uses the same app-id with another endpoint. One stored session cannot belong to both, ' +
    'so this provider does nothing.',
  issuer_mismatch:
    'The server at the endpoint uses another issuer, so no one can sign in there. Set endpoint to the address that Logto ' +
    'uses for itself (its ENDPOINT, or the custom domain).',
  token_is_a_jwt:
    'getAccessToken returned a JWT: a token for an API resource, or an ID token. Logto’s Account API accepts only the opaque ' +
    'access token for the Logto endpoint: request it without "resource".',
};

const reasonOf = ({ cause }: AccountError) => (cause instanceof Error ? cause.message : '');

/** Why no one is signed in, if neither the user nor Logto is the reason. */
function signedOutHint(error: AccountError): string | undefined {
  switch (error.code) {
    case 'clock_wrong':
      return `Sign-in did not finish, because an ID token is accepted only within 300 seconds of being issued. ${reasonOf(error)}`;
    case 'storage_unavailable':
      return (
        'The browser does not let this page use storage, or storage is full, so no one can sign in. ' +
        'Common causes: blocked site data, a sandboxed frame without allow-same-origin, or a frame on another site.'
      );
    case 'sign_in_unfinished':
      return error.cause === undefined ? undefined : `Sign-in did not finish. ${reasonOf(error)}`;
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
  'hidden. If the provider signs users in itself, it requests them at the next sign-in. Otherwise, the page has to.';

/** Said of each element that no provider has taken in. */
export const outsideHint = (tag: string) => `<${tag}> is not inside a <logto-account-provider>, so it stays empty.`;

/** Said when markup names a layer that is not the page's own. */
export const foreignLayerHint = (url: string) =>
  `The attribute account-api accepts only an address on the page’s own origin, because it gets the user’s token: ${url} is ` +
  'not used. If the layer is elsewhere, set the property accountApi in a script.';

/** Said once when the user goes to a section and the fragment of the address is something else. */
export const foreignFragmentHint = (tag: string) =>
  `The fragment in the page’s URL is not a section of <${tag}>, so the element leaves it alone. ` +
  'If the page uses fragments itself, set routing="history" or "off".';

/** Said once when settings take long. */
export const slowHint =
  'The settings take more than 2 seconds to arrive, so the elements go by what GET /my-account shows until they are there.';

/** Said once when no settings could be read. */
export const inferenceHint =
  'The settings of the Logto tenant could not be read, so the elements go by what GET /my-account shows. ' +
  'Missing: which fields are read-only, order and types of the profile fields, connectors, policies, factors, brand color. ' +
  'In production, Logto does not let other origins read its settings. Supply them with the "settings" property, a ' +
  '<script type="application/json"> child of the provider, or "settings-src". ' +
  '"npx logto-account-elements settings --endpoint <URL>" writes them to a file, and "logto-account-elements/server" serves them.';
