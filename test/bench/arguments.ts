import { parseArgs } from 'node:util';

export const questions = ['sizes', 'load', 'waterfall', 'many', 'edit', 'server'] as const;
export type Question = (typeof questions)[number];

/** What the bench was asked to do. */
export interface BenchArguments {
  /** How often each page is loaded. */
  runs: number;
  only: Question | undefined;
}

const usage = `Usage: npm run bench -- [--runs NUMBER] [--only ${questions.join('|')}]`;

/**
 * Reads the command line.
 *
 * @throws One sentence that says what is wrong with it.
 */
export function readArguments(args: string[]): BenchArguments {
  const { values } = parseArgs({ args, options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } } });
  const only = questions.find((question) => question === values.only);
  if (values.only && !only) throw new Error(`--only ${values.only} is not one of the questions. ${usage}`);
  if (!/^[1-9]\d*$/.test(values.runs)) throw new Error(`--runs ${values.runs} is not a number of runs. ${usage}`);
  return { runs: Number(values.runs), only };
}
