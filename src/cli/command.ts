import type { ParseArgsConfig, parseArgs } from 'node:util';

import type { Environment } from './management/credentials.js';

/** What a command has around it. */
export interface Surroundings {
  /** For what the command makes. */
  out: (text: string) => void;
  /** For what it has to say about that. */
  err: (text: string) => void;
  environment: Environment;
  /** Asks whoever sits there. Nothing is the answer when nobody does. */
  ask: (question: string) => Promise<string>;
}

/**
 * The exit code. All is well; it is not, or it failed; or it was asked for in a way that is not understood, or could
 * not be looked at.
 */
export type ExitCode = 0 | 1 | 2;

export type Options = NonNullable<ParseArgsConfig['options']>;

export type Values<Of extends Options> = ReturnType<
  typeof parseArgs<{ options: Of; allowPositionals: true }>
>['values'];

/** One thing that the tool can do. */
export interface Command<Of extends Options> {
  usage: string;
  options: Of;
  /** Throws a `UsageError` when the values make no sense. */
  run(values: Values<Of>, surroundings: Surroundings): Promise<ExitCode>;
}

/** The arguments make no sense. The message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
