import { ApiError } from '../errors.js';
import type { Route } from '../router.js';
import { array, object, oneOf, optional } from '../schema.js';
import type { SignInExperience } from '../tenant-types.js';

const body = object({
  mfa: optional(
    object({
      factors: array(oneOf('Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode', 'PhoneVerificationCode')),
      policy: oneOf(
        'UserControlled',
        'Mandatory',
        'PromptOnlyAtSignIn',
        'PromptAtSignInAndSignUp',
        'NoPrompt',
        'PromptAtSignInAndSignUpMandatory',
        'PromptOnlyAtSignInMandatory',
      ),
    }),
  ),
});

export const signInExperienceRoutes: Route[] = [
  { method: 'GET', path: '/api/sign-in-exp', handle: ({ tenant }) => Response.json(tenant.signInExperience) },
  {
    method: 'PATCH',
    path: '/api/sign-in-exp',
    handle: async (call) => {
      const { mfa } = await call.body<Partial<SignInExperience>>(body);
      if (mfa?.factors.length === 1 && mfa.factors[0] === 'BackupCode')
        throw new ApiError('sign_in_experiences.backup_code_cannot_be_enabled_alone');
      if (mfa) call.tenant.signInExperience.mfa = mfa;
      return Response.json(call.tenant.signInExperience);
    },
  },
];
