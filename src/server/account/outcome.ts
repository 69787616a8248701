import { own } from '../../untrusted.js';
import type { LogtoAnswer } from './logto.js';
import { unexpected } from './management.js';
import { Problem, type ProblemCode } from './problem.js';

/**
 * The body of a success, or a `Problem`.
 *
 * @param known Ours for Logto's codes; whatever is not named here is not what was to be expected.
 */
export function successOf({ status, body }: LogtoAnswer, known: Record<string, ProblemCode> = {}): unknown {
  if (status >= 200 && status < 300) return body;
  const code = String(own(body, 'code'));
  if (Object.hasOwn(known, code) && known[code]) throw new Problem(known[code]);
  throw unexpected(status);
}

/** What Logto says of a user who has been deleted since. */
export const isGone: Record<string, ProblemCode> = { 'entity.not_found': 'auth.unauthorized' };
