import { embeddableJson } from '../server/embeddable-json.js';
import { isUnprotected } from '../server/endpoint.js';
import { readTenant } from '../server/read-settings.js';
import { SettingsError } from '../server/settings-error.js';
import { UsageError, type Command, type ExitCode, type Surroundings } from './command.js';
import { summaryOf } from './summary.js';
import { FileError, writeWhole } from './write-whole.js';

const options = { endpoint: { type: 'string', short: 'e' }, out: { type: 'string', short: 'o' } } as const;

const usage = `Usage: logto-account-elements settings --endpoint URL [--out FILE]

Reads the public settings of a Logto tenant, keeps what the elements use, and writes that as JSON: for the property
"settings" of <logto-account-provider>, its JSON child, or the file behind its attribute "settings-src".

Options:
  -e, --endpoint URL  the Logto endpoint, like https://my-tenant.logto.app
  -o, --out FILE      where to write; standard output when not given
  -h, --help          show this
  -v, --version       show the version

What was found is said on standard error. Exit codes: 0 written, 1 it failed, 2 the arguments were not understood.
`;

/** Writes the tenant's snapshot, or says why there is none. */
export const settingsCommand: Command<typeof options> = {
  usage,
  options,
  async run({ endpoint, out: file }, surroundings) {
    if (!endpoint) throw new UsageError('Which tenant? Pass its URL with --endpoint.');
    if (file === '') throw new UsageError('Which file? --out is empty.');
    return writeSettings(endpoint, file, surroundings);
  },
};

/** @param file Standard output when not given. */
async function writeSettings(
  endpoint: string,
  file: string | undefined,
  { out, err }: Surroundings,
): Promise<ExitCode> {
  try {
    const { isEnabled, snapshot } = await readTenant(endpoint);
    if (!isEnabled) {
      err(`${disabled(endpoint)}\n`);
      return 1;
    }
    if (isUnprotected(endpoint)) err(`${unprotected}\n`);
    err(`${summaryOf(snapshot, endpoint)}\n`);

    const json = `${embeddableJson(snapshot, 2)}\n`;
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
  `The account center of ${endpoint} is not enabled, so the elements could not change anything. Nothing was written. ` +
  'Enable it in Logto Console under "Sign-in & account > Account center", or with PATCH /api/account-center; ' +
  'then run this again.';

const unprotected =
  'Warning: this endpoint is not encrypted (http), so anyone on the network could change what is read. ' +
  'Use https if you can.';
