import { SettingsError } from '../../server/settings-error.js';
import { UsageError, type Command, type ExitCode, type Surroundings } from '../command.js';
import { credentialsIn, type Credentials } from '../management/credentials.js';
import { ManagementApi, ManagementError } from '../management/management-api.js';
import { pageOf, pageOptions } from '../page-options.js';
import { planFor, type Change, type Wishes } from './plan.js';
import { readState } from './tenant-state.js';
import { setupUsage } from './usage.js';
import { factorWishes, fieldWishes } from './wishes.js';

const options = {
  ...pageOptions,
  fields: { type: 'string' },
  factors: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
} as const;

/** Makes the changes in Logto that a page needs. */
export const setupCommand: Command<typeof options> = {
  usage: setupUsage,
  options,
  async run(values, surroundings) {
    const page = pageOf(values);
    const credentials = credentialsIn(surroundings.environment, page.endpoint);
    if (!credentials) throw new UsageError('Who may change the tenant? ' + whereCredentialsAre);
    const wishes: Wishes = {
      page,
      fields: values.fields === undefined ? undefined : fieldWishes(values.fields),
      factors: values.factors === undefined ? [] : factorWishes(values.factors),
    };
    try {
      return await setUp(wishes, credentials, values.yes === true, surroundings);
    } catch (error) {
      if (!(error instanceof ManagementError || error instanceof SettingsError)) throw error;
      surroundings.err(`${error.message}\n`);
      return 1;
    }
  },
};

const whereCredentialsAre =
  'Set LOGTO_MANAGEMENT_APP_ID and LOGTO_MANAGEMENT_APP_SECRET in the environment, to those of a machine-to-machine ' +
  'application with the role "Logto Management API access".';

async function setUp(
  wishes: Wishes,
  credentials: Credentials,
  isAgreed: boolean,
  { out, err, ask }: Surroundings,
): Promise<ExitCode> {
  const { endpoint, appId } = wishes.page;
  const api = await ManagementApi.open(endpoint, credentials);
  const plan = planFor(await readState(api, appId), wishes);
  if (plan.length === 0) {
    out('Nothing to change: all of it is set up.\n');
    return 0;
  }
  out(`${asText(plan)}\n`);
  if (!isAgreed && !isYes(await ask(`Change this at ${endpoint}? [y/N] `))) {
    err('Nothing was changed.\n');
    return 1;
  }

  // Somebody may have changed something while this one was thinking, and keys are replaced as a whole.
  if (JSON.stringify(planFor(await readState(api, appId), wishes)) !== JSON.stringify(plan))
    throw new ManagementError('The tenant was changed meanwhile, so nothing was changed here. Run this again.');
  for (const { title, path, body } of plan) {
    await api.patch(path, body);
    out(`Changed: ${title}.\n`);
  }
  return verified(planFor(await readState(api, appId), wishes), { out, err });
}

function verified(left: Change[], { out, err }: Pick<Surroundings, 'out' | 'err'>): ExitCode {
  if (left.length === 0) {
    out('Read again: all of it is set up.\n');
    return 0;
  }
  err(
    `Logto took the changes, and these are not there when it is read again:\n${asText(left)}\nA newer Logto may be needed.\n`,
  );
  return 1;
}

const asText = (plan: Change[]) =>
  plan.map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n');

const isYes = (answer: string) => /^y(es)?$/i.test(answer.trim());
