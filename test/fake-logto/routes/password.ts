import { ApiError } from '../errors.js';
import { requireEditable, requireFirstParty, requireStepUpIfPossible } from '../guards.js';
import { passwordIssues } from '../password-policy.js';
import { noContent, type Route } from '../router.js';
import { object, string } from '../schema.js';

export const passwordRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/my-account/password',
    async handle(call) {
      const { password } = await call.body<{ password: string }>(object({ password: string({ min: 1 }) }));
      requireStepUpIfPossible(call);
      requireEditable(call, 'password');
      requireFirstParty(call);
      const { user, tenant } = call;
      const issues = passwordIssues(password, tenant.signInExperience.passwordPolicy, user);
      if (issues.length > 0) throw new ApiError('password.rejected', { data: issues });
      if (password === user.password) throw new ApiError('user.same_password');
      Object.assign(user, { password, updatedAt: call.now });
      return noContent();
    },
  },
];
