import { parseArgs } from 'node:util';

import { version } from '../../package.json';
import { UsageError, type Command, type ExitCode, type Options, type Surroundings } from './command.js';
import { doctorCommand } from './doctor/doctor-command.js';
import { settingsCommand } from './settings-command.js';
import { setupCommand } from './setup/setup-command.js';
import { usage } from './usage.js';

const commands: Record<string, Command<Options>> = {
  settings: settingsCommand,
  doctor: doctorCommand,
  setup: setupCommand,
};

/** What every command understands. */
const general = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Runs the command that the arguments name. */
export async function run(args: string[], surroundings: Surroundings): Promise<ExitCode> {
  const name = args.find((argument) => Object.hasOwn(commands, argument));
  const command = name === undefined ? undefined : commands[name];
  try {
    const { values, positionals } = parsed(args, command?.options ?? {});
    if (values.help) return said(command?.usage ?? usage, surroundings);
    if (values.version) return said(`${version}\n`, surroundings);
    if (!command) throw new UsageError(unnamed(positionals));
    const tooMany = positionals.find((word) => word !== name);
    if (tooMany !== undefined) throw new UsageError(`"${tooMany}" is one word too many: everything has an option.`);
    return await command.run(values, surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    surroundings.err(`${error.message}\n\n${command?.usage ?? usage}`);
    return 2;
  }
}

function said(text: string, { out }: Surroundings): ExitCode {
  out(text);
  return 0;
}

const unnamed = ([first]: string[]) =>
  first === undefined ? 'No command was given.' : `There is no command "${first}".`;

/** What the arguments say. Throws a `UsageError` when they say nothing. */
function parsed(args: string[], options: Options) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...options, ...general } });
  } catch (error) {
    // The first sentence says what is wrong; the rest is about arguments that begin with a dash.
    const [sentence = ''] = error instanceof Error ? error.message.split(/\.\s|\n/) : ['Unknown arguments'];
    throw new UsageError(sentence.replace(/\.?$/, '.'));
  }
}
