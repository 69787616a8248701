import { requireEditable, requireFirstParty, requireScope } from '../guards.js';
import type { Route } from '../router.js';
import { object, optional, string } from '../schema.js';
import { profileClaims, type Profile } from '../users.js';

const optionalStrings = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, optional(string())]));

const addressParts = ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'] as const;

const profileSchema = object({
  ...optionalStrings(profileClaims),
  address: optional(object(optionalStrings(addressParts))),
});

export const profileRoutes: Route[] = [
  {
    method: 'PATCH',
    path: '/api/my-account/profile',
    async handle(call) {
      const body = await call.body<Profile>(profileSchema);
      requireEditable(call, 'profile');
      requireScope(call, 'profile', 400);
      if (body.address) requireScope(call, 'address', 400);
      requireFirstParty(call);
      // Claim by claim, and the address as a whole: Logto merges the top level only.
      const changes: Profile = pick(body, profileClaims);
      if (body.address) changes.address = pick(body.address, addressParts);
      call.user.profile = { ...call.user.profile, ...changes };
      call.user.updatedAt = call.now;
      const { address, ...profile } = call.user.profile;
      return Response.json(call.token.scopes.includes('address') ? { ...profile, address } : profile);
    },
  },
];

function pick<T extends object>(from: T, keys: readonly (keyof T)[]): T {
  return Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]]))) as T;
}
