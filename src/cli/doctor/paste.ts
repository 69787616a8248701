import type { AccountSettings } from '../../settings/account-settings.js';
import { connectorsOf } from '../../settings/social-connectors.js';
import type { Page } from './page.js';

/** What belongs into the page and its headers. */
export interface ToPaste {
  markup: string;
  policy: string;
}

/** @param isRedirectChosen Whether people come back to another address than that of the page itself. */
export function toPaste(page: Page, settings: AccountSettings | undefined, isRedirectChosen: boolean): ToPaste {
  const attributes = Object.entries({
    endpoint: page.endpoint,
    'app-id': page.appId,
    ...(isRedirectChosen && { 'redirect-uri': page.redirectUri }),
    'settings-src': '/logto-settings.json',
  }).map(([name, value]) => `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
  return {
    markup: [
      '<script type="module" src="/logto-account-elements/cdn/logto-account-elements.js"></script>',
      `<logto-account-provider ${attributes.join(' ')}>`,
      '  <logto-sign-in></logto-sign-in>',
      '  <logto-account></logto-account>',
      '</logto-account-provider>',
    ].join('\n'),
    policy: policyFor(new URL(page.endpoint).origin, hostsOfLogos(settings)),
  };
}

/** The strictest one that everything works under. */
const policyFor = (logto: string, logos: string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${logto}`,
    ["img-src 'self' data:", logto, ...logos.filter((host) => host !== logto)].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

function hostsOfLogos(settings: AccountSettings | undefined): string[] {
  const logos = connectorsOf(settings?.socialConnectors).flatMap(({ logo, logoDark }) => [logo ?? '', logoDark ?? '']);
  const hosts = logos.filter((logo) => URL.canParse(logo)).map((logo) => new URL(logo).origin);
  return [...new Set(hosts)].filter((host) => /^https?:/.test(host));
}
