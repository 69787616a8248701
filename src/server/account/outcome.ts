import { isRecord, getOwn } from '../../untrusted.js';
import type { LogtoAnswer } from './logto.js';
import { Problem, type ProblemCode } from './problem.js';

/** What Logto gives to this request when all is well. */
export type Shape = (answer: LogtoAnswer) => boolean;

export const isNothing: Shape = ({ status }) => status === 204;

export const isList: Shape = ({ body }) => isRecords(body);

export const hasList =
  (key: string): Shape =>
  ({ body }) =>
    isRecords(getOwn(body, key));

export const has =
  (values: Record<string, unknown>): Shape =>
  ({ body }) =>
    Object.entries(values).every(([key, value]) => getOwn(body, key) === value);

const isRecords = (value: unknown) => Array.isArray(value) && value.every(isRecord);

/**
 * The body of a success, or a `Problem`. What stands before Logto may answer 200 to anything: that must look neither like
 * an empty list nor like something done.
 *
 * @param known Ours for Logto's codes; whatever is not named here is not what was to be expected.
 */
export function successOf(answer: LogtoAnswer, isRight: Shape, known: Record<string, ProblemCode> = {}): unknown {
  const { status, body, isWrite } = answer;
  const isSuccess = status >= 200 && status < 300;
  if (isSuccess && isRight(answer)) return body;
  const code = String(getOwn(body, 'code'));
  if (!isSuccess && Object.hasOwn(known, code) && known[code]) throw new Problem(known[code]);
  const what = isSuccess ? 'something else than Logto does' : String(status);
  const cause = new Error(`The Management API answered ${what}`);
  throw new Problem(isSuccess && isWrite ? 'logto.outcome_unknown' : 'logto.unavailable', {}, { cause });
}

/** Whether Logto says so, and not what stands before it. */
export const isMissing: Shape = ({ status, body }) => status === 404 && getOwn(body, 'code') === 'entity.not_found';

/** What Logto says of a user who has been deleted since. */
export const isGone: Record<string, ProblemCode> = { 'entity.not_found': 'auth.unauthorized' };
