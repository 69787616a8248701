import { ApiError } from '../errors.js';
import type { Route } from '../router.js';
import { array, boolean, nullable, object, oneOf, optional, string } from '../schema.js';
import type { AccountCenter, Field } from '../tenant-types.js';

const fields: Field[] = [
  'name',
  'avatar',
  'profile',
  'email',
  'phone',
  'password',
  'username',
  'social',
  'customData',
  'mfa',
  'passkey',
  'session',
];

const access = optional(oneOf('Off', 'ReadOnly', 'Edit'));

const body = object({
  enabled: optional(boolean),
  fields: optional(object(Object.fromEntries(fields.map((field) => [field, access])))),
  webauthnRelatedOrigins: optional(array(string())),
  deleteAccountUrl: optional(nullable(string())),
  customCss: optional(nullable(string())),
  profileFields: optional(nullable(array(object({ name: string() })))),
});

const keys = ['enabled', 'fields', 'webauthnRelatedOrigins', 'deleteAccountUrl', 'customCss', 'profileFields'] as const;

export const accountCenterRoutes: Route[] = [
  { method: 'GET', path: '/api/account-center', handle: ({ tenant }) => Response.json(tenant.accountCenter) },
  {
    method: 'PATCH',
    path: '/api/account-center',
    handle: async (call) => {
      const { tenant } = call;
      const sent = await call.body<Partial<AccountCenter>>(body);
      if (!keys.some((key) => sent[key] !== undefined)) throw new ApiError('entity.invalid_input');
      for (const key of keys) if (sent[key] !== undefined) Object.assign(tenant.accountCenter, { [key]: sent[key] });
      // Each key is replaced as a whole, and what is not known is dropped without a word.
      const known = tenant.devFeatures ? [...fields, 'trustedDevice'] : fields;
      if (sent.fields)
        tenant.accountCenter.fields = Object.fromEntries(
          Object.entries(sent.fields).filter(([field]) => known.includes(field)),
        );
      if (sent.webauthnRelatedOrigins)
        tenant.accountCenter.webauthnRelatedOrigins = [...new Set(sent.webauthnRelatedOrigins)];
      return Response.json(tenant.accountCenter);
    },
  },
];
