import { ApiError } from '../errors.js';
import type { Call, Route } from '../router.js';
import { array, boolean, nullable, object, oneOf, optional, refined, string } from '../schema.js';
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
  deleteAccountUrl: optional(
    nullable(
      refined(
        string({ max: 2048 }),
        (value) => value === '' || /^https?:\/\/[^/]/.test(String(value)),
        'deleteAccountUrl must be a valid http(s) URL',
      ),
    ),
  ),
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
      checkProfileFields(call, sent.profileFields?.map(({ name }) => name) ?? []);
      for (const key of keys) if (sent[key] !== undefined) Object.assign(tenant.accountCenter, { [key]: sent[key] });
      // Each key is replaced completely, and unknown keys are dropped silently.
      const known = tenant.devFeatures ? [...fields, 'trustedDevice'] : fields;
      if (sent.fields)
        tenant.accountCenter.fields = Object.fromEntries(
          Object.entries(sent.fields).filter(([field]) => known.includes(field)),
        );
      if (sent.webauthnRelatedOrigins)
        tenant.accountCenter.webauthnRelatedOrigins = [...new Set(sent.webauthnRelatedOrigins)];
      if (sent.deleteAccountUrl === '') tenant.accountCenter.deleteAccountUrl = null;
      if (sent.profileFields) tenant.accountCenter.profileFields = sent.profileFields.map(({ name }) => ({ name }));
      return Response.json(tenant.accountCenter);
    },
  },
];

function checkProfileFields({ tenant }: Call, names: string[]): void {
  const duplicateNames = names.filter((name, index) => names.indexOf(name) !== index);
  if (duplicateNames.length > 0) {
    const details = `Duplicate profile field names: ${duplicateNames.join(', ')}`;
    throw new ApiError('request.invalid_input', { data: { duplicateNames }, values: { details } });
  }
  const known = ((tenant.signInExperience['customProfileFields'] ?? []) as { name: string }[]).map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new ApiError('custom_profile_fields.entity_not_exists_with_names', { values: { names: unknown.join(', ') } });
}
