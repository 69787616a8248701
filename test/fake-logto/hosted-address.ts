import type { FakeLogto } from './fake-logto.js';
import type { User } from './users.js';

type Address = NonNullable<User['profile']['address']>;

interface AddressField {
  type: string;
  config: { parts: { name: keyof Address; enabled: boolean }[] };
}

/** A user has saved parts of the address at Logto's own page, which joins those that the tenant has, in its order. */
export function saveAddressAtLogto({ tenant }: FakeLogto, user: User, parts: Address): void {
  const catalogue = tenant.signInExperience.customProfileFieldCatalog as AddressField[];
  const enabled = catalogue.find(({ type }) => type === 'Address')?.config.parts.filter((part) => part.enabled) ?? [];
  const address = { ...user.profile.address, ...parts };
  const formatted = enabled.flatMap(({ name }) => address[name] || []).join(', ');
  user.profile.address = { ...address, formatted };
}
