import type { AccountError } from '../api/account-error.js';

/**
 * What the developer has to know about an error that the user can do nothing about; `undefined` for the others.
 * Never says anything about the user.
 */
export function developerHint(error: AccountError, scopes: readonly string[]): string | undefined {
  switch (error.kind) {
    case 'disabled':
      return (
        'The tenant has not enabled its account center (account_center.not_enabled). ' +
        'Enable it in Logto Console under "Sign-in & account > Account center", or with PATCH /api/account-center.'
      );
    case 'third-party-app':
      return (
        'The access token was issued to a third-party application (auth.third_party_application_forbidden). ' +
        'Logto lets only first-party applications change account data: use the id of one.'
      );
    case 'missing-scope':
      return (
        `Logto answered ${error.code}: the access token lacks a scope. ` +
        `These are needed here: ${['openid', ...scopes].join(' ')}. ` +
        'Scopes are granted at sign-in, so sign in again after adding one.'
      );
    default:
      return error.code === 'invalid_endpoint' ? 'The endpoint is not an http or https URL.' : undefined;
  }
}

/** Said once when the settings name a field that the account lacks. */
export const unreadableHint = (scopes: readonly string[]) =>
  'GET /my-account lacks a field that the settings switch on: the access token lacks a scope, or the settings are out of ' +
  `date. These scopes are needed: ${['openid', ...scopes].join(' ')}. Scopes are granted at sign-in, so sign in again after adding one.`;

/** Said once when no settings could be read. */
export const inferenceHint =
  'The settings of the Logto tenant could not be read, so the tags go by what GET /my-account shows. ' +
  'Missing: which fields are read-only, order and types of the profile fields, connectors, policies, factors, brand colour. ' +
  'Logto in production shows its settings to no other origin. Supply them with the "settings" property, a ' +
  '<script type="application/json"> child of the provider, or "settings-src". ' +
  '"npx logto-account-elements settings --endpoint <URL>" writes them to a file, and "logto-account-elements/server" serves them.';
