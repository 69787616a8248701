import { parseArgs } from 'node:util';

import { version } from '../../package.json';
import { writeSettings } from './settings-command.js';
import { usage } from './usage.js';

/** Where a command writes: what it makes, and what it has to say about that. */
export interface Output {
  out: (text: string) => void;
  err: (text: string) => void;
}

/** What a shell is told: it worked, it did not, or it was asked for in a way that is not understood. */
export type ExitCode = 0 | 1 | 2;

/** Runs the command that the arguments name. */
export async function run(args: string[], output: Output): Promise<ExitCode> {
  const notUnderstood = (why: string): ExitCode => {
    output.err(`${why}\n\n${usage}`);
    return 2;
  };

  const asked = parsed(args);
  if (typeof asked === 'string') return notUnderstood(asked);
  const { values, positionals } = asked;
  if (values.help) {
    output.out(usage);
    return 0;
  }
  if (values.version) {
    output.out(`${version}\n`);
    return 0;
  }

  const [command, ...more] = positionals;
  if (command === undefined) return notUnderstood('No command was given.');
  if (command !== 'settings') return notUnderstood(`There is no command "${command}".`);
  if (more.length > 0) return notUnderstood(`"${more[0]}" is one word too many: files are named with --out.`);
  if (!values.endpoint) return notUnderstood('Which tenant? Name it with --endpoint.');
  if (values.out === '') return notUnderstood('Which file? --out is empty.');
  return writeSettings({ endpoint: values.endpoint, file: values.out }, output);
}

/** What the arguments say, or why they say nothing. */
function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        endpoint: { type: 'string', short: 'e' },
        out: { type: 'string', short: 'o' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    // The first sentence says what is wrong; the rest is about arguments that begin with a dash.
    return error instanceof Error
      ? (error.message.split(/\.\s|\n/)[0] ?? '').replace(/\.?$/, '.')
      : 'Unknown arguments.';
  }
}
