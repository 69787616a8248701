import { finding, type Finding } from '../../findings/finding.js';
import { lookAtAddresses } from '../../findings/look-at-addresses.js';
import { fetchJson } from '../../server/fetch-json.js';
import { isIssuerAt, issuerAt } from '../../settings/issuer.js';
import { isOwnMachine } from '../../settings/own-machine.js';
import { getOwn } from '../../untrusted.js';
import type { Page } from './page.js';

/** Whether browsers let the page use what needs https. */
export function isSecure(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || isOwnMachine(hostname);
}

/** Whether Logto is there, and calls itself what it is called here. Throws a `SettingsError` when it is not there. */
export async function lookAtConnection({ endpoint, origin }: Page): Promise<Finding[]> {
  const discovery = await fetchJson(`${endpoint}/oidc/.well-known/openid-configuration`, AbortSignal.timeout(10_000));
  const issuer = String(getOwn(discovery, 'issuer'));
  return [
    isIssuerAt(endpoint, issuer)
      ? finding('reachable', { issuer })
      : finding('issuer_mismatch', { issuer, expected: issuerAt(endpoint) }),
    ...lookAtAddresses({ endpoint, origin, isSecure: isSecure(origin) }),
  ];
}
