import { explain, type Finding } from '../../src/findings/finding.js';
import { lookAtAddresses } from '../../src/findings/look-at-addresses.js';
import { lookAtSettings } from '../../src/findings/look-at-settings.js';
import type { AccountSettings } from '../../src/settings/account-settings.js';

export interface PageSetUp {
  endpoint: string;
  hasLayer: boolean;
  settings: AccountSettings | undefined;
}

const said = new Set<string>();

/** Tells the developer, in one collapsed group, what is not as it could be at this page. Each thing is said once. */
export function sayFindings({ settings, ...page }: PageSetUp) {
  const place = { ...page, origin: location.origin, isSecure: isSecureContext };
  const findings = [...lookAtAddresses(place), ...(settings ? lookAtSettings(settings, place) : [])].filter(
    isWorthSaying,
  );
  findings.forEach((finding) => said.add(JSON.stringify(finding)));
  if (findings.length === 0) return;
  console.groupCollapsed(`[logto-account-elements] The set-up of this page: ${findings.length} to look at`);
  for (const finding of findings) {
    const { what, seen, todo } = explain(finding);
    console.info(`${what} (${finding.code})\nPeople see: ${seen}\nTo do: ${todo}`);
  }
  console.groupEnd();
}

/** Fields are switched off on purpose, mostly, and each of them would be a line. */
const isWorthSaying = (finding: Finding) =>
  explain(finding).level !== 'fine' && finding.code !== 'field_off' && !said.has(JSON.stringify(finding));
