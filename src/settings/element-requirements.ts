import { httpUrl } from '../text/http-url.js';
import type { AccountField, AccountSettings } from './account-settings.js';

/** What lets a token read or change a field. (That for trusted devices is no sign: servers without them do not know it.) */
export const scopeOf: Partial<Record<AccountField, string>> = {
  name: 'profile',
  avatar: 'profile',
  profile: 'profile',
  username: 'profile',
  password: 'profile',
  email: 'email',
  phone: 'phone',
  customData: 'custom_data',
  social: 'identities',
  mfa: 'identities',
  passkey: 'identities',
  session: 'urn:logto:scope:sessions',
};

/** What an element is about, and what it needs for that. */
export interface ElementRequirements {
  /** The toggles the element stands for. It is as editable as the most editable of them; without any, always. */
  readonly fields: readonly AccountField[];
  /** What Logto asks for on the routes that the element uses, besides `openid`. */
  readonly scopes: readonly string[];
  /** What says whether it is there where no toggle does; `undefined` as long as that is not known. */
  readonly isOffered?: (page: PageFacts) => boolean | undefined;
}

export interface PageFacts {
  /** The page's own Account API layer, if there is one. */
  accountApi?: string | undefined;
  settings: AccountSettings | undefined;
}

/** With a layer, that tells then whether it has this. */
export const hasLayer = ({ accountApi }: PageFacts): boolean => accountApi !== undefined;

/** The page of the tenant where users delete their account. */
export const deletionPage = (settings: AccountSettings | undefined) => httpUrl(settings?.deleteAccountUrl);

export const profileRequirements: ElementRequirements = {
  fields: ['avatar', 'name', 'profile', 'customData'],
  scopes: ['profile', 'address', 'custom_data'],
};
export const usernameRequirements: ElementRequirements = { fields: ['username'], scopes: ['profile'] };
export const emailRequirements: ElementRequirements = { fields: ['email'], scopes: ['email'] };
export const phoneRequirements: ElementRequirements = { fields: ['phone'], scopes: ['phone'] };
export const passwordRequirements: ElementRequirements = { fields: ['password'], scopes: ['profile'] };

/** The scopes are also for what else the user can sign in with. */
export const mfaRequirements: ElementRequirements = {
  fields: ['mfa'],
  scopes: ['identities', 'profile', 'email', 'phone'],
};
export const passkeysRequirements: ElementRequirements = { fields: ['passkey'], scopes: ['identities'] };

/** The scopes are also for what else the user can sign in with. */
export const socialLinksRequirements: ElementRequirements = {
  fields: ['social'],
  scopes: ['identities', 'profile', 'email', 'phone'],
};
export const sessionsRequirements: ElementRequirements = { fields: ['session'], scopes: ['urn:logto:scope:sessions'] };
export const connectedAppsRequirements: ElementRequirements = {
  fields: ['session'],
  scopes: ['urn:logto:scope:sessions'],
};
export const trustedDevicesRequirements: ElementRequirements = {
  fields: ['trustedDevice'],
  scopes: ['urn:logto:scope:trusted_devices'],
};
export const accessTokensRequirements: ElementRequirements = { fields: [], scopes: [], isOffered: hasLayer };
export const signInHistoryRequirements: ElementRequirements = { fields: [], scopes: [], isOffered: hasLayer };
/** The scopes are for what the file has where there is no layer. */
export const dataExportRequirements: ElementRequirements = {
  fields: [],
  scopes: ['profile', 'email', 'phone', 'address', 'custom_data', 'identities', 'urn:logto:scope:sessions'],
};
/** An account page asks for no scope because of it: a third-party app that may not have one could not sign in at all. */
export const organizationsRequirements: ElementRequirements = { fields: [], scopes: [] };
export const organizationScopes = ['urn:logto:scope:organizations', 'urn:logto:scope:organization_roles'] as const;
export const deleteAccountRequirements = {
  fields: [],
  scopes: [],
  isOffered: (page) => hasLayer(page) || (page.settings && deletionPage(page.settings) !== undefined),
} satisfies ElementRequirements;
