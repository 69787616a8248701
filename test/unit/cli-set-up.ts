import { run } from '../../src/cli/run.js';
import { managementApplication } from '../fake-logto/management/data.js';
import type { CommandResult } from './settings-cli-set-up.js';

/** Of the application that may manage the stand-in tenant. */
export const credentials = {
  LOGTO_MANAGEMENT_APP_ID: managementApplication.id,
  LOGTO_MANAGEMENT_APP_SECRET: managementApplication.secret,
};

export interface RunningHere {
  environment?: Record<string, string>;
  /** The user's answer to the prompt, if any. */
  answer?: string | (() => string);
}

/** Runs a command in this process, which is faster, and the same but for the process itself. */
export async function runHere(args: string[], { environment = {}, answer = '' }: RunningHere = {}) {
  const result: CommandResult & { asked: string[] } = { code: null, out: '', err: '', asked: [] };
  result.code = await run(args, {
    out: (text) => void (result.out += text),
    err: (text) => void (result.err += text),
    environment,
    ask: (question) => {
      result.asked.push(question);
      return Promise.resolve(typeof answer === 'string' ? answer : answer());
    },
  });
  return result;
}
