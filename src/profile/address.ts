import type { ProfileAccount, ProfileField } from './profile-field.js';
import { addressParts, standardPart } from './standard-fields.js';
import { textIn } from './stored-value.js';
import { isRecord, own } from '../untrusted.js';

/** The parts of an address in one line, in the order Logto lists them; `''` without any. */
export function addressText(address: unknown): string {
  return addressParts
    .filter((name) => name !== 'formatted')
    .map((name) => textIn(own(address, name)))
    .filter((text) => text !== '')
    .join(', ');
}

/**
 * The complete address to send, because Logto replaces it whole: what is stored, with the edited parts in place and
 * the empty ones gone. `formatted` follows the other parts where the user cannot edit it.
 */
export function mergedAddress(
  stored: unknown,
  edited: Record<string, unknown>,
  keepFormatted: boolean,
): Record<string, unknown> {
  const address: Record<string, unknown> = { ...(isRecord(stored) ? stored : {}), ...edited };
  if (!keepFormatted) address.formatted = addressText(address);
  return Object.fromEntries(
    Object.entries(address).filter(([, part]) => part !== undefined && part !== null && part !== ''),
  );
}

/**
 * The address field for this user. An address that was once written as a whole does not follow from its parts, so the
 * whole is asked for too, or saving another part would replace it.
 */
export function withStoredFormatted(field: ProfileField, account: ProfileAccount): ProfileField {
  if (field.type !== 'Address' || field.parts?.some(({ name }) => name === 'formatted')) return field;
  const address = own(account.profile, 'address');
  const formatted = textIn(own(address, 'formatted'));
  const isWrittenAsWhole = formatted !== '' && words(formatted) !== words(addressText(address));
  return isWrittenAsWhole ? { ...field, parts: [standardPart('formatted'), ...(field.parts ?? [])] } : field;
}

/** Lines or commas between the parts are all the same. */
const words = (address: string) => address.replace(/[\s,]+/g, ' ').trim();
