import { AccountError } from './account-error.js';

/** A 200 of another shape (a proxy's answer, an empty body) is a failure, and never looks like an empty list. */
export function expectShape<Body>(body: unknown, isRight: (body: never) => boolean): Body {
  if (typeof body !== 'object' || body === null || !isRight(body as never))
    throw new AccountError('unexpected', 'malformed_response');
  return body as Body;
}

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
