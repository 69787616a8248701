import { httpUrl } from '../text/http-url.js';
import type { AccountSettings } from './account-settings.js';

/** Where the people who run the service are to be found. What is no address to go to is left out. */
export interface ServiceLinks {
  terms: string | undefined;
  privacy: string | undefined;
  support: string | undefined;
}

export function serviceLinks(settings: AccountSettings | undefined): ServiceLinks {
  const { termsOfUseUrl, privacyPolicyUrl, supportWebsiteUrl, supportEmail } = settings?.service ?? {};
  return {
    terms: httpUrl(termsOfUseUrl),
    privacy: httpUrl(privacyPolicyUrl),
    support: httpUrl(supportWebsiteUrl) ?? mailLink(supportEmail),
  };
}

/** An address alone: whatever could begin the parameters of the link, or another recipient, makes it none. */
const mailLink = (address: unknown) =>
  typeof address === 'string' && /^[^\s@?#%&,;:<>"\\]+@[^\s@?#%&,;:<>"\\]+$/.test(address)
    ? `mailto:${address}`
    : undefined;
