import type { TestContext } from 'node:test';

import { settingsHandler, type SettingsHandlerOptions } from '../../src/server/index.js';
import { startTenant } from './settings-cli-set-up.js';

export const route = 'https://app.example/logto-settings';

/** A handler in front of a tenant, with a clock that only the test moves. */
export async function startHandler(t: TestContext, options: Partial<SettingsHandlerOptions> = {}) {
  const { origin, logto } = await startTenant(t);
  const [time, errors]: [{ now: number }, unknown[]] = [{ now: 0 }, []];
  const handle = settingsHandler({
    endpoint: origin,
    now: () => time.now,
    onError: (error) => errors.push(error),
    ...options,
  });
  return {
    logto,
    errors,
    handle,
    get: (headers: Record<string, string> = {}) => handle(new Request(route, { headers })),
    passSeconds: (seconds: number) => (time.now += seconds * 1000),
    /** How often the tenant was asked; each time is two requests. */
    reads: () => logto.requests.filter(({ path }) => path.endsWith('/account-center')).length,
  };
}
