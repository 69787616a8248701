import { answer, Problem } from '../problem.js';
import type { Route } from '../visit.js';

export const deleteAccountRoutes: Route[] = [
  {
    method: 'DELETE',
    path: '/account',
    capability: 'deleteAccount',
    async handle(visit) {
      const { visitor, deletion, signal } = visit;
      const proof = await visit.prove();
      const reason = await visit.refusalOfDeletion();
      if (reason !== undefined) {
        await visit.audit({ type: 'account.deletion-refused' });
        throw new Problem('account.deletion_refused', { reason });
      }
      await visit.useProof(proof);
      if (deletion.isDelayed) {
        const deleteAt = await deletion.schedule(visitor.id, signal);
        await visit.audit({ type: 'account.deletion-scheduled', deleteAt });
        return answer({ status: 'scheduled', deleteAt }, { status: 202 });
      }
      await deletion.delete(visitor.id, signal);
      await visit.audit({ type: 'account.deleted' });
      await visit.afterDelete();
      return answer({ status: 'deleted', deleteAt: null });
    },
  },
];
