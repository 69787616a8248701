import type { Account } from '../api/account.js';
import { readablePhone } from '../phone/plain-phone.js';
import { nonBlank } from '../untrusted.js';

/** What stands beside a picture: who that is, and an address that tells them from others of the same name. */
interface KnownAs {
  name: string | undefined;
  /** The email address, or else the phone number or the username; `undefined` when that is the name already. */
  address: string | undefined;
}

/** Both for reading, and both as text: nobody vouches for what a server calls a name. */
export function knownAs(account: Partial<Account>): KnownAs {
  const username = nonBlank(account.username);
  const phone = nonBlank(account.primaryPhone);
  const address = nonBlank(account.primaryEmail) ?? (phone && readablePhone(phone)) ?? username;
  const name = nonBlank(account.name) ?? username ?? address;
  return { name, address: address === name ? undefined : address };
}
