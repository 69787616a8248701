import { isRecord, getOwn } from '../../untrusted.js';
import { ManagementError, type ManagementApi } from '../management/management-api.js';

/** What is set up at the tenant, as the Management API gives it. */
export interface TenantState {
  accountCenter: Record<string, unknown>;
  application: Record<string, unknown>;
  signInExperience: Record<string, unknown>;
}

/** Throws a `ManagementError` when it is not what can be changed here. */
export async function readState(api: ManagementApi, appId: string): Promise<TenantState> {
  const [accountCenter, application, signInExperience] = await Promise.all([
    api.read('/account-center'),
    api.find(applicationPath(appId)),
    api.read('/sign-in-exp'),
  ]);
  if (application === undefined) throw new ManagementError(`This tenant has no application with the id ${appId}.`);
  if (!isRecord(accountCenter) || !isRecord(application) || !isRecord(signInExperience))
    throw new ManagementError('The Management API answered with something else than settings.');
  if (getOwn(application, 'type') !== 'SPA' || getOwn(application, 'isThirdParty') === true)
    throw new ManagementError(
      `${appId} is no first-party single page application, and the kind of an application cannot be changed: use another one.`,
    );
  return { accountCenter, application, signInExperience };
}

export const applicationPath = (appId: string) => `/applications/${encodeURIComponent(appId)}`;
