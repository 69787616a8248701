import { canCreatePasskeys } from '../settings/passkey-place.js';
import { accountFields, type AccountField, type AccountSettings } from '../settings/account-settings.js';
import { requirementsByElement } from '../settings/requirements-by-element.js';
import { connectorName, connectorsOf } from '../settings/social-connectors.js';
import { finding, type Finding } from './finding.js';

/** Where the elements stand. */
export interface Place {
  /** The Logto endpoint. */
  endpoint: string;
  /** Of the page, e.g. `https://app.example.com`. */
  origin: string;
  /** Whether browsers let the page use what needs https. */
  isSecure: boolean;
  /** Whether the page has an Account API layer, as far as is known. */
  hasLayer?: boolean;
}

/** What follows for a page from what anyone may read about the tenant. */
export function lookAtSettings(settings: AccountSettings, place: Place): Finding[] {
  return [
    ...lookAtFields(settings),
    ...lookAtFactors(settings),
    ...lookAtPasskeys(settings, place),
    ...lookAtProviders(settings, place),
    ...lookAtLeaving(settings, place),
  ];
}

function lookAtFields({ fields }: AccountSettings): Finding[] {
  const isOn = (field: AccountField) => fields[field] !== 'Off';
  if (!accountFields.some(isOn)) return [finding('nothing_on', {})];
  return accountFields.map((field) =>
    finding(isOn(field) ? 'field_on' : 'field_off', { field, access: fields[field], elements: elementsFor(field) }),
  );
}

const elementsFor = (field: AccountField) =>
  Object.entries(requirementsByElement)
    .filter(([, { fields }]) => (fields as readonly AccountField[]).includes(field))
    .map(([element]) => element);

function lookAtFactors({ fields, secondFactors: { factors } }: AccountSettings): Finding[] {
  if (fields.mfa === 'Off' || factors === undefined) return [];
  return factors.some((factor) => factor === 'Totp' || factor === 'BackupCode')
    ? []
    : [finding('no_second_factors', {})];
}

function lookAtPasskeys(settings: AccountSettings, { endpoint, origin, isSecure }: Place): Finding[] {
  const { fields, secondFactors, passkeySignIn, webauthnRelatedOrigins: relatedOrigins } = settings;
  if (fields.passkey === 'Off' || !URL.canParse(origin)) return [];
  const isOffered = passkeySignIn !== false || secondFactors.factors?.includes('WebAuthn') !== false;
  if (!isOffered) return [finding('passkeys_not_offered', {})];
  const rpId = new URL(endpoint).hostname;
  const place = { origin, rpId, isSecure, followsRelatedOrigins: undefined };
  const details = { origin, rpId };
  if (canCreatePasskeys({ ...place, relatedOrigins: [] })) return [finding('passkeys_in_page', details)];
  const isRelated = canCreatePasskeys({ ...place, relatedOrigins });
  return isRelated === undefined ? [] : [finding(isRelated ? 'passkeys_related' : 'passkeys_hosted', details)];
}

function lookAtProviders({ fields, socialConnectors }: AccountSettings, { endpoint }: Place): Finding[] {
  if (fields.social === 'Off' || socialConnectors === undefined) return [];
  const connectors = connectorsOf(socialConnectors);
  if (connectors.length === 0) return [finding('no_social_providers', {})];
  const base = endpoint.replace(/\/+$/, '');
  const callbacks = connectors.flatMap(({ id }) => [
    `${base}/callback/${id}`,
    // Where releases up to 1.42 come back to when an account is linked.
    `${base}/account/callback/social/${id}`,
  ]);
  return [finding('social_providers', { providers: connectors.map((each) => connectorName(each, 'en')), callbacks })];
}

function lookAtLeaving({ deleteAccountUrl: url }: AccountSettings, { hasLayer }: Place): Finding[] {
  if (typeof url === 'string' && url !== '') return [finding('delete_account_url', { url })];
  return hasLayer ? [] : [finding('no_delete_account_url', {})];
}
