import { parseArgs } from 'node:util';

import type { HostedPage } from './load/hosted-page.js';

export const questions = ['sizes', 'load', 'waterfall', 'many', 'edit', 'server'] as const;
export type Question = (typeof questions)[number];

/** What the bench was asked to do. */
export interface BenchArguments {
  /** How often each page is loaded. */
  runs: number;
  only: Question | undefined;
  /** Measured beside the others when it is given. It has to show what `user` signs in with. */
  hosted: HostedPage | undefined;
}

const usage = `Usage: npm run bench -- [--runs NUMBER] [--only ${questions.join('|')}] [--hosted URL --user NAME --password PASSWORD]`;

/**
 * Reads the command line.
 *
 * @throws One sentence that says what is wrong with it.
 */
export function readArguments(args: string[]): BenchArguments {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { runs: { ...text, default: '5' }, only: text, hosted: text, user: text, password: text },
  });
  const only = questions.find((question) => question === values.only);
  if (values.only && !only) throw new Error(`--only ${values.only} is not one of the questions. ${usage}`);
  if (!/^[1-9]\d*$/.test(values.runs)) throw new Error(`--runs ${values.runs} is not a number of runs. ${usage}`);
  return { runs: Number(values.runs), only, hosted: hostedOf(values) };
}

function hostedOf({ hosted, user, password }: Partial<Record<'hosted' | 'user' | 'password', string>>) {
  if (!hosted && !user && !password) return undefined;
  if (!hosted || !user || !password) throw new Error(`--hosted, --user and --password go together. ${usage}`);
  if (!/^https?:$/.test(URL.parse(hosted)?.protocol ?? ''))
    throw new Error(`--hosted ${hosted} is not a URL. ${usage}`);
  return { url: new URL(hosted).href, user, password };
}
