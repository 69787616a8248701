import { ApiError } from '../errors.js';
import { requireFirstParty } from '../guards.js';
import type { Route } from '../router.js';
import { object, string } from '../schema.js';
import { guardAttempt } from '../sentinel.js';
import { addRecord } from '../verification-records.js';

export const verificationsPasswordRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/verifications/password',
    async handle(call) {
      const { password } = await call.body<{ password: string }>(object({ password: string({ min: 1 }) }));
      requireFirstParty(call);
      const { user } = call;
      guardAttempt(call, `password of ${user.id}`, () => {
        if (password !== user.password) throw new ApiError('session.invalid_credentials');
      });
      const { id, expiresAt } = addRecord(call, { type: 'Password', userId: user.id, verified: true });
      const body = { verificationRecordId: id, expiresAt: new Date(expiresAt).toISOString() };
      return Response.json(body, { status: 201 });
    },
  },
];
