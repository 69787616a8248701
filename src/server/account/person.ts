import { getOwn, nonBlank } from '../../untrusted.js';
import { isId } from './ids.js';
import type { AskLogto } from './logto.js';
import type { Management } from './management.js';
import { Problem } from './problem.js';

/** The person whose access token came with a request. */
export interface AccountPerson {
  id: string;
  /** These are missing where the page's access token has no scope for them, or the account center has them off. */
  username?: string;
  primaryEmail?: string;
  primaryPhone?: string;
  name?: string;
}

/** What the handler has to know besides. */
export interface Visitor extends AccountPerson {
  /** Whether there is a password, an email address or a phone number with which to prove who is there. */
  hasMethod: boolean;
}

/** Asks the Account API itself whose token it is: nobody else can say, and it knows whom it has shut out. */
export async function readVisitor(
  { ask, management }: { ask: AskLogto; management: Management },
  token: string,
  signal: AbortSignal,
): Promise<Visitor> {
  const { status, body } = await ask('/api/my-account', { headers: { authorization: `Bearer ${token}` }, signal });
  if (status !== 200) throw problemWith(status, body);
  const [id, hasMethod] = [getOwn(body, 'id'), getOwn(body, 'hasSecurityVerificationMethod')];
  if (!isId(id)) throw new Problem('logto.unavailable');
  // It came with 1.41, and with it that only a password or a code sent to the person makes a permission record.
  if (typeof hasMethod !== 'boolean') throw new Problem('logto.too_old');
  // Who is suspended gets in all the same, with a personal access token.
  const isSuspended = getOwn(body, 'isSuspended') ?? getOwn(await management.user(id, signal), 'isSuspended');
  if (isSuspended !== false) throw new Problem('user.suspended');
  return { ...shown(body), id, hasMethod };
}

export function problemWith(status: number, body: unknown): Problem {
  const code = getOwn(body, 'code');
  if (status === 401) return new Problem('auth.unauthorized');
  if (status === 403) return new Problem('auth.forbidden');
  if (code === 'account_center.not_enabled') return new Problem('account_center.not_enabled');
  return new Problem('logto.unavailable', {}, { cause: new Error(`The Account API answered ${status}`) });
}

const fields = ['username', 'primaryEmail', 'primaryPhone', 'name'] as const;

/** What is known of the person besides the id. */
export function shown(body: unknown): Omit<AccountPerson, 'id'> {
  const known = fields.flatMap((field) => {
    const value = nonBlank(getOwn(body, field));
    return value === undefined ? [] : [[field, value] as const];
  });
  return Object.fromEntries(known);
}
