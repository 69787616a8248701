import { getOwn } from '../../untrusted.js';
import { problemWith } from './person.js';
import type { AskLogto, LogtoAnswer } from './logto.js';
import { Problem } from './problem.js';

/**
 * Reads that Logto guards with a permission record, and that have no side effect. It looks at the record before the
 * toggle of the account center, and at that before the scope of the token. Only what Logto itself would answer is good:
 * what stands before it may answer 200 to anything.
 */
const probes = [
  {
    path: '/api/my-account/grants?appType=thirdParty',
    isGood: ({ status, body }: LogtoAnswer) =>
      status === 200
        ? Array.isArray(getOwn(body, 'grants'))
        : status === 400 && getOwn(body, 'code') === 'account_center.field_not_enabled',
  },
  // For tokens without the scope of the first one. No toggle reaches it. The codes themselves are dropped.
  {
    path: '/api/my-account/mfa-verifications/backup-codes',
    isGood: ({ status, body }: LogtoAnswer) =>
      status === 200
        ? Array.isArray(getOwn(body, 'codes'))
        : status === 404 && getOwn(body, 'code') === 'verification_record.not_found',
  },
];

const record = /^[\w-]{8,128}$/;

/**
 * Whether the id is that of a permission record which is this person's and good now. Logto has no route that says so: it
 * is tried, together with one that nobody has. Only where Logto refuses that one does its answer to the other mean
 * anything, whatever it will look at first in later versions.
 */
export async function isPermissionRecord(
  ask: AskLogto,
  token: string,
  id: string | null,
  signal: AbortSignal,
): Promise<boolean> {
  if (!id || !record.test(id)) return false;
  for (const { path, isGood } of probes) {
    const tryOne = (verification: string) =>
      ask(path, { headers: { authorization: `Bearer ${token}`, 'logto-verification-id': verification }, signal });
    const [real, decoy] = await Promise.all([tryOne(id), tryOne(aDecoy())]);
    if (!isDenied(decoy)) throw undecided(decoy);
    if (isGood(real)) return true;
    if (isDenied(real)) return false;
    if (real.status !== 401 || getOwn(real.body, 'code') !== 'auth.unauthorized') throw undecided(real);
  }
  throw new Problem(
    'auth.forbidden',
    {},
    {
      cause: new Error(
        'Logto judges no permission record for a token without the scope "urn:logto:scope:sessions" or "identities": have the page request one.',
      ),
    },
  );
}

const isDenied = ({ status, body }: LogtoAnswer) =>
  status === 401 && getOwn(body, 'code') === 'verification_record.permission_denied';

function undecided({ status, body }: LogtoAnswer): Problem {
  if (status >= 400) return problemWith(status, body);
  return new Problem(
    'logto.unavailable',
    {},
    { cause: new Error('Logto took a permission record that does not exist, or something else answered') },
  );
}

/** As long as Logto's own ids. */
function aDecoy(): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return [...crypto.getRandomValues(new Uint8Array(21))].map((byte) => alphabet[byte % alphabet.length]).join('');
}
