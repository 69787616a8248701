import { finding, type Finding } from '../../findings/finding.js';
import { SettingsError } from '../../server/settings-error.js';
import type { AccountSettings } from '../../settings/account-settings.js';
import type { Credentials } from '../management/credentials.js';
import { ManagementApi, ManagementError } from '../management/management-api.js';
import { lookAtApplication } from './look-at-application.js';
import { lookAtConnection } from './look-at-connection.js';
import { lookAtCors, lookAtReadingSettings } from './look-at-cors.js';
import { lookAtManagement } from './look-at-management.js';
import { lookAtTenant } from './look-at-tenant.js';
import type { Page } from './page.js';

interface Diagnosis {
  findings: Finding[];
  settings: AccountSettings | undefined;
}

/** Looks at everything there is to see. Changes nothing. */
export async function diagnose(page: Page, credentials: Credentials | undefined): Promise<Diagnosis> {
  const connection = await found(lookAtConnection(page));
  if (connection.some(({ code }) => code === 'unreachable')) return { findings: connection, settings: undefined };

  let settings: AccountSettings | undefined;
  const tenant = async () => {
    const seen = await lookAtTenant(page);
    settings = seen.settings;
    return seen.findings;
  };
  const findings = [
    ...connection,
    ...(await found(lookAtApplication(page))),
    ...(await found(lookAtCors(page))),
    ...(await found(tenant())),
    ...(await found(lookAtReadingSettings(page).then((one) => [one]))),
    ...(credentials ? await managementFindings(page, credentials, settings) : []),
  ];
  return { findings: withoutDoubles(findings), settings };
}

async function managementFindings(page: Page, credentials: Credentials, settings: AccountSettings | undefined) {
  try {
    return await lookAtManagement(await ManagementApi.open(page.endpoint, credentials), page, settings);
  } catch (error) {
    if (!(error instanceof ManagementError || error instanceof SettingsError)) throw error;
    return [finding('management_refused', { reason: error.message })];
  }
}

/** What was seen; that nothing came back is a finding, too. */
async function found(looking: Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof SettingsError) return [finding('unreachable', { reason: error.message })];
    throw error;
  }
}

/** Some things show in two ways. */
function withoutDoubles(findings: Finding[]): Finding[] {
  const texts = findings.map((each) => JSON.stringify(each));
  return findings.filter((_, index) => texts.indexOf(texts[index]!) === index);
}
