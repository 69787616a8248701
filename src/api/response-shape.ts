import { AccountError } from './account-error.js';

/** A 200 of another shape (a proxy's answer, an empty body) is a failure, and never looks like an empty list. */
export function expectShape<Body extends object>(body: unknown, isRight: (body: Unchecked<Body>) => boolean): Body {
  if (!hasShape(body, isRight)) throw new AccountError('unexpected', 'malformed_response');
  return body;
}

/** Under the names of what should be there, anything may be. */
type Unchecked<Body> = { readonly [Key in keyof Body]?: unknown };

/** Whether it has that shape. */
export const hasShape = <Body extends object>(
  body: unknown,
  isRight: (body: Unchecked<Body>) => boolean,
): body is Body => typeof body === 'object' && body !== null && isRight(body);

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
