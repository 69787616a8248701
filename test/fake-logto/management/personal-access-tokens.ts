import { ApiError } from '../errors.js';
import { newId } from '../ids.js';
import { noContent, type Call, type Route } from '../router.js';
import { nullable, number, object, optional, string } from '../schema.js';
import type { PersonalAccessToken } from './data.js';
import { userOf } from './users.js';

const path = '/api/users/:id/personal-access-tokens';
const lastDate = 8.64e15;

export const personalAccessTokenRoutes: Route[] = [
  {
    method: 'GET',
    path,
    handle(call) {
      const { id } = userOf(call);
      const tokens = call.tenant.management.personalAccessTokens.filter(({ userId }) => userId === id);
      // Logto cannot read what it took.
      if (tokens.some(({ expiresAt }) => (expiresAt ?? 0) > lastDate)) return broken();
      return Response.json(tokens.map(told));
    },
  },
  {
    method: 'POST',
    path,
    async handle(call) {
      const { name, expiresAt = null } = await call.body<{ name: string; expiresAt?: number | null }>(
        object({ name: nameSchema, expiresAt: optional(nullable(number)) }),
      );
      if (expiresAt && expiresAt <= call.now) {
        const details = 'The value of `expiresAt` must be in the future.';
        throw new ApiError('request.invalid_input', { values: { details } });
      }
      const userId = call.param('id');
      if (!call.tenant.users.some(({ id }) => id === userId)) {
        throw new ApiError('entity.relation_foreign_key_not_found', { status: 404 });
      }
      const tokens = call.tenant.management.personalAccessTokens;
      if (find(call, name)) throw new ApiError('user.personal_access_token_name_exists');
      if (name.includes('\0')) return broken();
      const end = expiresAt === null ? null : Math.trunc(expiresAt);
      const token = { userId, name, value: `pat_${newId(32)}`, createdAt: call.now, expiresAt: end };
      tokens.push(token);
      return (end ?? 0) > lastDate ? broken() : Response.json(told(token), { status: 201 });
    },
  },
  { method: 'PATCH', path, handle: (call) => rename(call, undefined) },
  { method: 'PATCH', path: `${path}/:name`, handle: (call) => rename(call, call.param('name')) },
  {
    method: 'POST',
    path: `${path}/delete`,
    async handle(call) {
      const { name } = await call.body<{ name: string }>(object({ name: string() }));
      return remove(call, name);
    },
  },
  { method: 'DELETE', path: `${path}/:name`, handle: (call) => remove(call, call.param('name')) },
];

const nameSchema = string({ min: 1, max: 256 });

async function rename(call: Call, nameInPath: string | undefined): Promise<Response> {
  const { currentName, name } = await call.body<{ currentName?: string; name: string }>(
    object({ currentName: optional(string()), name: nameSchema }),
  );
  const old = nameInPath ?? currentName ?? name;
  const token = find(call, old);
  if (!token) throw new ApiError('entity.not_exists', { values: { entity: 'personal_access_token' } });
  if (name !== old && find(call, name)) throw new ApiError('user.personal_access_token_name_exists');
  token.name = name;
  return Response.json(told(token));
}

function remove(call: Call, name: string): Response {
  const token = find(call, name);
  if (!token) throw new ApiError('entity.not_found');
  const { management } = call.tenant;
  management.personalAccessTokens = management.personalAccessTokens.filter((other) => other !== token);
  return noContent();
}

const find = ({ tenant, params }: Call, name: string) =>
  tenant.management.personalAccessTokens.find((token) => token.userId === params.id && token.name === name);

const told = ({ userId, name, value, createdAt, expiresAt }: PersonalAccessToken) => ({
  tenantId: 'default',
  userId,
  name,
  value,
  createdAt,
  expiresAt,
});

const broken = () => Response.json({ message: 'Internal server error.' }, { status: 500 });
