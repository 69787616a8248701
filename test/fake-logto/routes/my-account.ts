import { ApiError } from '../errors.js';
import {
  hasSecurityVerificationMethod,
  requireEditable,
  requireFirstParty,
  requireIdentifier,
  requireScope,
  requireStepUp,
  accessTo,
} from '../guards.js';
import type { Call, Route } from '../router.js';
import { nullable, object, optional, string } from '../schema.js';
import type { Field } from '../tenant-types.js';
import type { User } from '../users.js';

type Changes = Partial<Pick<User, 'name' | 'avatar' | 'username' | 'customData'>>;

const fields = ['name', 'avatar', 'username', 'customData'] as const;

const changesSchema = object({
  name: optional(nullable(string())),
  avatar: optional(nullable(string({ url: true }))),
  username: optional(nullable(string({ pattern: /^[A-Z_a-z]\w*$/ }))),
  customData: optional(object()),
});

export const myAccountRoutes: Route[] = [
  { method: 'GET', path: '/api/my-account', handle: (call) => answer(call) },
  {
    method: 'PATCH',
    path: '/api/my-account',
    async handle(call) {
      const body = await call.body<Changes>(changesSchema);
      const changed = fields.filter((field) => body[field] !== undefined);
      for (const field of changed) requireEditable(call, field);
      requireScope(call, 'profile', 400);
      if (body.customData) requireScope(call, 'custom_data', 400);
      requireFirstParty(call);
      if (body.username !== undefined) checkUsername(call, body.username);
      if (changed.length === 0) throw new ApiError('entity.invalid_input');
      limitLength(body.name, 128);
      limitLength(body.avatar, 2048);
      const changes: Changes = Object.fromEntries(changed.map((field) => [field, body[field]]));
      if (changes.name === '') changes.name = null;
      Object.assign(call.user, changes, { updatedAt: call.now });
      return answer(call);
    },
  },
];

function checkUsername(call: Call, username: string | null): void {
  requireStepUp(call);
  const { user, tenant } = call;
  if (username === null) return requireIdentifier({ ...user, username });
  const { minLength, maxLength } = tenant.signInExperience.usernamePolicy;
  if (username.length < minLength && username !== user.username) throw new ApiError('user.username_too_short');
  if (username.length > maxLength) throw new ApiError('user.username_too_long');
  if (tenant.users.some((other) => other.username === username && other.id !== user.id)) {
    throw new ApiError('user.username_already_in_use');
  }
}

/** The columns of Logto's database have a length in code points, and it is PostgreSQL that says so. */
function limitLength(value: string | null | undefined, limit: number): void {
  if ([...(value ?? '')].length <= limit) return;
  throw new ApiError('entity.value_too_long', {
    data: { message: `value too long for type character varying(${limit})` },
  });
}

/**
 * Logto checks its own answers, and counts in UTF-16 units then: a name that its database took may be one that it can never
 * tell again.
 */
function answer(call: Call): Response {
  const { name, avatar } = call.user;
  const isUntellable = (name ?? '').length > 128 || (avatar ?? '').length > 2048;
  return isUntellable
    ? Response.json({ message: 'Internal server error.' }, { status: 500 })
    : Response.json(visibleAccount(call));
}

/** The user as the token and the account center let the caller see it: other properties are missing. */
function visibleAccount(call: Call): object {
  const { user, token } = call;
  const { address, ...profile } = user.profile;
  const visible = (field: Field, scope: string, values: object) =>
    token.scopes.includes(scope) && accessTo(call, field) !== 'Off' ? values : {};
  return {
    id: user.id,
    ...visible('username', 'profile', { username: user.username }),
    ...visible('email', 'email', { primaryEmail: user.primaryEmail }),
    ...visible('phone', 'phone', { primaryPhone: user.primaryPhone }),
    ...visible('name', 'profile', { name: user.name }),
    ...visible('avatar', 'profile', { avatar: user.avatar }),
    ...visible('customData', 'custom_data', { customData: user.customData }),
    ...visible('social', 'identities', { identities: user.identities }),
    ...visible('profile', 'profile', { profile: token.scopes.includes('address') ? user.profile : profile }),
    ...visible('password', 'profile', { hasPassword: user.password !== null }),
    ...(token.scopes.includes('profile') && {
      lastSignInAt: user.lastSignInAt,
      createdAt: user.createdAt,
      updatedAt: user.updatedAt,
      applicationId: user.applicationId,
      cimdClientId: null,
      isSuspended: user.isSuspended,
    }),
    hasSecurityVerificationMethod: hasSecurityVerificationMethod(call),
  };
}
