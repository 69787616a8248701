/** Of a machine-to-machine application that may use the Management API. */
export interface Credentials {
  appId: string;
  appSecret: string;
  /** The API identifier of the Management API, which tokens are asked for. */
  resource: string;
}

/** Secrets in arguments are seen by every process of the machine, and kept by shells: they come from the environment. */
export function credentialsIn(environment: Environment, endpoint: string): Credentials | undefined {
  const appId = environment['LOGTO_MANAGEMENT_APP_ID'];
  const appSecret = environment['LOGTO_MANAGEMENT_APP_SECRET'];
  if (!appId || !appSecret) return undefined;
  return { appId, appSecret, resource: environment['LOGTO_MANAGEMENT_API'] || resourceOf(endpoint) };
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** In Logto Cloud it is named after the tenant, elsewhere it is always the same. */
function resourceOf(endpoint: string): string {
  const { hostname } = new URL(endpoint);
  const isCloud = hostname.endsWith('.logto.app');
  return `https://${isCloud ? hostname : 'default.logto.app'}/api`;
}
