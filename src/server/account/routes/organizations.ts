import { listOf } from '../../../untrusted.js';
import { invalid } from '../body.js';
import { isId } from '../ids.js';
import { isGone, isList, isNothing, successOf } from '../outcome.js';
import { answer } from '../problem.js';
import { publicOrganization } from '../public-shapes.js';
import { ofVisitor, type Route, type Visit } from '../visit.js';

export const organizationRoutes: Route[] = [
  {
    method: 'GET',
    path: '/organizations',
    capability: 'organizations',
    async handle(visit) {
      return answer({ organizations: await readOrganizations(visit) });
    },
  },
  {
    method: 'DELETE',
    path: '/organizations/:organizationId',
    capability: 'organizations',
    isOn: ({ organizations }) => organizations?.leave === true,
    async handle(visit) {
      const { management, visitor, signal } = visit;
      const organizationId = idIn(visit, 'organizationId');
      await visit.prove();
      const left = await management.send('DELETE', ['organizations', organizationId, 'users', visitor.id], { signal });
      successOf(left, isNothing, { 'entity.not_found': 'entity.not_found' });
      await visit.audit({ type: 'organization.left', organizationId });
      return answer(undefined, { status: 204 });
    },
  },
];

export async function readOrganizations(visit: Visit) {
  return listOf(successOf(await ofVisitor(visit, 'GET', ['organizations']), isList, isGone)).map(publicOrganization);
}

export function idIn({ params }: Visit, name: string): string {
  const id = params[name];
  if (!isId(id)) throw invalid(name);
  return id;
}
