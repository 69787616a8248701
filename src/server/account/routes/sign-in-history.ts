import { listOf, getOwn } from '../../../untrusted.js';
import { invalid } from '../body.js';
import { isId } from '../ids.js';
import { isList, successOf } from '../outcome.js';
import { answer } from '../problem.js';
import { publicSignIn } from '../public-shapes.js';
import type { Route, Visit } from '../visit.js';

/** As many as somebody looks at. */
const pageSize = 20;

export const signInHistoryRoutes: Route[] = [
  {
    method: 'GET',
    path: '/sign-in-history',
    capability: 'signInHistory',
    async handle(visit) {
      const page = pageOf(visit);
      await visit.prove();
      return answer(await readSignIns(visit, page, pageSize));
    },
  },
];

/** Of the log only what the person knows or ought to know: it has codes and tokens in clear, too. */
export async function readSignIns(visit: Visit, page: number, pageSize: number) {
  const { management, visitor, signal } = visit;
  const query = {
    userId: visitor.id,
    logKey: 'Interaction.SignIn.Submit',
    enableCap: 'true',
    page: String(page),
    page_size: String(pageSize),
  };
  const answered = await management.send('GET', ['logs'], { query, signal });
  // The filter is Logto's, and it is asked with the key to everybody's log.
  const logs = listOf(successOf(answered, isList)).filter(
    (log) => getOwn(getOwn(log, 'payload'), 'userId') === visitor.id,
  );
  const applicationIds = logs.map((log) => getOwn(getOwn(log, 'payload'), 'applicationId'));
  const asked = [...new Set(applicationIds.filter(isId))].map(
    async (id) => [id, { id, name: await visit.nameOf('applications', id) }] as const,
  );
  const applications = new Map<unknown, { id: string; name: string | null }>(await Promise.all(asked));
  const signIns = logs.map((log, index) => publicSignIn(log, applications.get(applicationIds[index]) ?? null));
  const isLast = page * pageSize >= (Number(answered.headers.get('total-number')) || 0);
  return { signIns, nextPage: isLast || page === lastPage ? null : page + 1 };
}

const lastPage = 1000;

/** The page that is asked for, the first one when none is. */
export function pageOf({ url }: Visit): number {
  const page = url.searchParams.get('page') ?? '1';
  if (!/^[1-9]\d{0,3}$/.test(page) || Number(page) > lastPage) throw invalid('page');
  return Number(page);
}
