import { isUnprotected } from '../server/endpoint.js';
import { readTenant } from '../server/read-settings.js';
import { SettingsError } from '../server/settings-error.js';
import type { ExitCode, Output } from './run.js';
import { summaryOf } from './summary.js';
import { FileError, writeWhole } from './write-whole.js';

export interface SettingsCommand {
  endpoint: string;
  /** Standard output when not given. */
  file: string | undefined;
}

/** Writes the tenant's snapshot, or says why there is none. */
export async function writeSettings({ endpoint, file }: SettingsCommand, { out, err }: Output): Promise<ExitCode> {
  try {
    const { isEnabled, snapshot } = await readTenant(endpoint);
    if (!isEnabled) {
      err(`${disabled(endpoint)}\n`);
      return 1;
    }
    if (isUnprotected(endpoint)) err(`${unprotected}\n`);
    err(`${summaryOf(snapshot, endpoint)}\n`);

    const json = `${JSON.stringify(snapshot, undefined, 2)}\n`;
    if (file === undefined) {
      out(json);
    } else {
      await writeWhole(file, json);
      err(`Written to ${file}.\n`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof FileError)) throw error;
    err(`${error.message}\n`);
    return 1;
  }
}

const disabled = (endpoint: string) =>
  `The account center of ${endpoint} is not enabled, so that the tags could change nothing, and nothing was written. ` +
  'Enable it in Logto Console under "Sign-in & account > Account center", or with PATCH /api/account-center; ' +
  'then run this again.';

const unprotected =
  'Warning: this endpoint is not encrypted (http), so anybody on the way could change what is read. ' +
  'Use https if you can.';
