import { finding, type Finding } from '../../findings/finding.js';
import type { AccountSettings } from '../../settings/account-settings.js';
import { listOf, getOwn } from '../../untrusted.js';
import type { ManagementApi } from '../management/management-api.js';
import type { Page } from './page.js';

/** What is hidden from the page, and decides what works there. */
export async function lookAtManagement(
  api: ManagementApi,
  page: Page,
  settings: AccountSettings | undefined,
): Promise<Finding[]> {
  const [application, connectors, storage] = await Promise.all([
    api.find(`/applications/${encodeURIComponent(page.appId)}`),
    api.read('/connectors'),
    api.find('/user-assets/service-status'),
  ]);
  return [
    ...(application === undefined ? [] : lookAtApplicationItself(application, page)),
    ...lookAtConnectors(listOf(connectors), settings),
    ...lookAtStorage(storage, settings),
  ];
}

function lookAtApplicationItself(application: unknown, { appId }: Page): Finding[] {
  const type = String(getOwn(application, 'type'));
  const isThirdParty = getOwn(application, 'isThirdParty') === true;
  const oidc = getOwn(application, 'oidcClientMetadata');
  const redirects = textsOf(getOwn(oidc, 'redirectUris'));
  const uris = redirects.filter((uri) => uri.includes('#') || /^(javascript|data|vbscript):/i.test(uri));
  const origins = textsOf(getOwn(getOwn(application, 'customClientMetadata'), 'corsAllowedOrigins')).filter(
    (origin) => !URL.canParse(origin) || new URL(origin).origin !== origin,
  );
  return [
    ...(isThirdParty ? [finding('third_party_app', { appId })] : []),
    ...(type === 'SPA' ? [] : [finding('app_not_spa', { appId, type })]),
    ...(type === 'SPA' && !isThirdParty ? [finding('app_first_party', { appId })] : []),
    ...(getOwn(application, 'appLevelAccessControlEnabled') === true ? [finding('app_access_limited', { appId })] : []),
    ...(uris.length > 0 ? [finding('redirect_uri_dangerous', { uris })] : []),
    ...(origins.length > 0 ? [finding('cors_origin_unusable', { origins })] : []),
  ];
}

/** What elements have codes sent for. Logto takes the template of type Generic where one is missing. */
const usages = ['UserPermissionValidation', 'BindNewIdentifier'];

function lookAtConnectors(connectors: unknown[], settings: AccountSettings | undefined): Finding[] {
  const ofType = (type: string) => connectors.find((connector) => getOwn(connector, 'type') === type);
  return [
    ...lookAtSender(ofType('Email'), 'email', settings?.fields.email === 'Edit'),
    ...lookAtSender(ofType('Sms'), 'SMS', settings?.fields.phone === 'Edit'),
  ];
}

function lookAtSender(connector: unknown, kind: 'email' | 'SMS', isNeeded: boolean): Finding[] {
  const [there, missing] =
    kind === 'email'
      ? (['mail_connector', 'mail_connector_missing'] as const)
      : (['sms_connector', 'sms_connector_missing'] as const);
  if (connector === undefined && isNeeded) return [finding(missing, {})];
  if (connector === undefined) return kind === 'email' ? [finding('no_email_codes', {})] : [];
  const templates = getOwn(getOwn(connector, 'config'), 'templates');
  // Some services keep their templates themselves.
  const known = Array.isArray(templates) ? templates.map((template) => getOwn(template, 'usageType')) : ['Generic'];
  const lacking = known.includes('Generic') ? [] : usages.filter((usage) => !known.includes(usage));
  return [lacking.length > 0 ? finding('template_missing', { kind, usages: lacking }) : finding(there, {})];
}

function lookAtStorage(storage: unknown, settings: AccountSettings | undefined): Finding[] {
  if (storage === undefined || settings?.fields.avatar !== 'Edit') return [];
  return [finding(getOwn(storage, 'status') === 'ready' ? 'storage' : 'storage_missing', {})];
}

const textsOf = (value: unknown) => listOf(value).filter((item): item is string => typeof item === 'string');
