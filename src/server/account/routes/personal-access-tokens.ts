import { listOf, getOwn, nonBlank } from '../../../untrusted.js';
import { anyName, invalid, newName, type FieldReader } from '../body.js';
import { has, isGone, isList, isNothing, successOf } from '../outcome.js';
import { answer, Problem, type ProblemCode } from '../problem.js';
import { newestFirst, publicToken } from '../public-shapes.js';
import { bodyOf, ofVisitor, type Route, type Visit } from '../visit.js';

const path = '/personal-access-tokens';
const capability = 'personalAccessTokens';

export const personalAccessTokenRoutes: Route[] = [
  {
    method: 'GET',
    path,
    capability,
    async handle(visit) {
      return answer({ personalAccessTokens: await readTokens(visit) });
    },
  },
  {
    method: 'POST',
    path,
    capability,
    async handle(visit) {
      const token = await bodyOf(visit, { name: newName, expiresAt: endOf(visit) });
      await visit.prove();
      const answered = await ofVisitor(visit, 'POST', ['personal-access-tokens'], { json: token });
      const created = successOf(answered, has({ name: token.name }), {
        'entity.relation_foreign_key_not_found': 'auth.unauthorized',
        'request.invalid_input': 'request.invalid_input',
        'user.personal_access_token_name_exists': 'user.personal_access_token_name_exists',
      });
      const value = nonBlank(getOwn(created, 'value'));
      if (!value) throw new Problem('logto.outcome_unknown');
      await visit.audit({ type: 'personal-access-token.created', ...token });
      return answer({ ...publicToken(created), value }, { status: 201 });
    },
  },
  {
    method: 'PATCH',
    path,
    capability,
    async handle(visit) {
      const names = await bodyOf(visit, { currentName: anyName, name: newName });
      const answered = await ofVisitor(visit, 'PATCH', ['personal-access-tokens'], { json: names });
      const renamed = successOf(answered, has({ name: names.name }), {
        ...notThere,
        'user.personal_access_token_name_exists': 'user.personal_access_token_name_exists',
      });
      await visit.audit({ type: 'personal-access-token.renamed', ...names });
      return answer(publicToken(renamed));
    },
  },
  {
    method: 'POST',
    path: `${path}/delete`,
    capability,
    async handle(visit) {
      const { name } = await bodyOf(visit, { name: anyName });
      await visit.prove();
      // With the name in the body: in the path it could become another path, up to the one that deletes the user.
      const answered = await ofVisitor(visit, 'POST', ['personal-access-tokens', 'delete'], { json: { name } });
      successOf(answered, isNothing, notThere);
      await visit.audit({ type: 'personal-access-token.deleted', name });
      return answer(undefined, { status: 204 });
    },
  },
];

/** Without the secrets, which Logto's list has. */
export async function readTokens(visit: Visit) {
  const tokens = successOf(await ofVisitor(visit, 'GET', ['personal-access-tokens']), isList, isGone);
  return listOf(tokens).map(publicToken).sort(newestFirst);
}

const notThere: Record<string, ProblemCode> = {
  'entity.not_exists': 'entity.not_found',
  'entity.not_found': 'entity.not_found',
};

const [day, latest] = [24 * 3600 * 1000, 8.64e15];

/** Minutes that the clock of the browser may be ahead, when somebody picks the longest time. */
const tolerance = 5 * 60 * 1000;

/** Logto makes tokens that have ended already, and of one beyond all dates its list cannot be read any more. */
function endOf({ now, capabilities }: Visit): FieldReader<number | null> {
  const maxDays = capabilities.personalAccessTokens?.maxDays ?? null;
  const last = maxDays === null ? latest : now + maxDays * day + tolerance;
  return (value, field) => {
    if (value === null && maxDays === null) return null;
    if (typeof value !== 'number' || !Number.isInteger(value) || value <= now || value > last) throw invalid(field);
    return value;
  };
}
