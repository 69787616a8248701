import type { AccountSettingsSnapshot } from '../settings/account-settings.js';
import { snapshotShape } from '../settings/snapshot-shape.js';
import { isRecord, getOwn } from '../untrusted.js';
import { wellKnownOf } from './endpoint.js';
import { fetchJson, notLogto } from './fetch-json.js';
import { publicSnapshot } from './public-snapshot.js';

/** How to read the settings. */
export interface ReadSettingsOptions {
  /** Milliseconds until Logto has to have answered in full. 10000 when not given. */
  timeout?: number;
}

/** What anyone may read about a tenant. */
interface TenantSettings {
  /** Whether the account center is switched on; as long as it is not, Logto refuses whatever the elements ask for. */
  isEnabled: boolean;
  snapshot: AccountSettingsSnapshot;
}

/**
 * Reads the public settings of a Logto tenant, for the property `settings` of the provider, its JSON child or the file
 * behind `settings-src`: two requests, nothing is kept. Only what the elements use is in the snapshot.
 *
 * A tenant whose account center is switched off has settings, too.
 *
 * @param endpoint The Logto endpoint, e.g. `https://my-tenant.logto.app`.
 * @throws {SettingsError} The message says what is wrong and what to do.
 */
export async function readSettings(
  endpoint: string,
  options: ReadSettingsOptions = {},
): Promise<AccountSettingsSnapshot> {
  return (await readTenant(endpoint, options)).snapshot;
}

/** The settings, and whether they have an effect. */
export async function readTenant(
  endpoint: string,
  { timeout = 10_000 }: ReadSettingsOptions = {},
): Promise<TenantSettings> {
  const wellKnown = wellKnownOf(endpoint);
  const timeLimit = AbortSignal.timeout(timeout);

  const centerUrl = `${wellKnown}/account-center`;
  const accountCenter = await fetchJson(centerUrl, timeLimit);
  if (!isAccountCenter(accountCenter)) throw notLogto(centerUrl, 'other JSON');

  const signInUrl = `${wellKnown}/sign-in-exp`;
  const signInExperience = await fetchJson(signInUrl, timeLimit);
  if (!isSignInExperience(signInExperience)) throw notLogto(signInUrl, 'other JSON');

  return {
    isEnabled: getOwn(accountCenter, 'enabled') === true,
    snapshot: publicSnapshot({ accountCenter, signInExperience }),
  };
}

const isAccountCenter = (body: unknown) =>
  typeof getOwn(body, 'enabled') === 'boolean' && isRecord(getOwn(body, 'fields'));

const isSignInExperience = (body: unknown) =>
  Object.keys(snapshotShape.signInExperience).some((key) => isRecord(getOwn(body, key)));
