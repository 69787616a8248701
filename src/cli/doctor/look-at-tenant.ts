import { finding, type Finding } from '../../findings/finding.js';
import { lookAtSettings } from '../../findings/look-at-settings.js';
import { readTenant } from '../../server/read-settings.js';
import { parseSettings, type AccountField, type AccountSettings } from '../../settings/account-settings.js';
import { listOf, getOwn } from '../../untrusted.js';
import { ask } from '../http.js';
import { isSecure } from './look-at-connection.js';
import type { Page } from './page.js';

/** What anyone may read about the tenant, and what follows. */
interface TenantSeen {
  settings: AccountSettings | undefined;
  findings: Finding[];
}

/** Throws a `SettingsError` when it cannot be read. */
export async function lookAtTenant(page: Page): Promise<TenantSeen> {
  const { endpoint, origin } = page;
  const { isEnabled, snapshot } = await readTenant(endpoint);
  const settings = parseSettings(snapshot);
  return {
    settings,
    findings: [
      finding(isEnabled ? 'account_center_on' : 'account_center_off', { endpoint }),
      ...(settings ? lookAtSettings(settings, { endpoint, origin, isSecure: isSecure(origin) }) : []),
      ...(settings ? await lookAtRelatedOrigins(page, settings) : []),
      ...(settings ? await lookAtRoutes(page, settings) : []),
    ],
  };
}

/** Browsers look for the list at the root of the host, wherever Logto is below it. */
async function lookAtRelatedOrigins({ endpoint }: Page, settings: AccountSettings): Promise<Finding[]> {
  const wanted = settings.webauthnRelatedOrigins ?? [];
  if (settings.fields.passkey === 'Off' || wanted.length === 0) return [];
  const url = new URL('/.well-known/webauthn', endpoint).href;
  const served = listOf(getOwn((await ask(url)).body, 'origins'));
  return wanted.every((origin) => served.includes(origin)) ? [] : [finding('related_origins_not_served', { url })];
}

/** Routes that came with later versions, by what needs them. */
const laterRoutes: [field: AccountField, path: string][] = [
  ['mfa', '/api/my-account/mfa-verifications'],
  ['session', '/api/my-account/sessions'],
  ['session', '/api/my-account/grants'],
  ['trustedDevice', '/api/my-account/trusted-devices'],
];

/** Without a token Logto says 401 where there is a route, and 404 where there is none. */
async function lookAtRoutes({ endpoint }: Page, { fields }: AccountSettings): Promise<Finding[]> {
  const used = laterRoutes.filter(([field]) => fields[field] !== 'Off').map(([, path]) => path);
  const missing = await Promise.all(
    used.map(async (route) => ((await ask(endpoint + route)).status === 404 ? [route] : [])),
  );
  return missing.flat().map((route) => finding('newer_server_needed', { route }));
}
