import { asksForFormatted, isOnlyFormatted, joined, saysMore, formattedOf } from './address.js';
import type { ProfileAccount, ProfileField } from './profile-field.js';
import { standardPart } from './standard-fields.js';
import { textIn } from './stored-value.js';
import { isRecord, getOwn } from '../../../src/untrusted.js';

/**
 * The complete address to send, because Logto replaces it whole: what is stored, with the edited parts in place and
 * the empty ones gone; nothing at all once every part that the form shows is empty. `formatted` is the parts joined, as
 * `addressText` says, unless the user wrote it.
 */
export function mergedAddress(
  field: ProfileField,
  stored: unknown,
  edited: Record<string, unknown>,
): Record<string, unknown> {
  const address: Record<string, unknown> = { ...(isRecord(stored) ? stored : {}), ...edited };
  const shown = field.parts ?? [];
  if (shown.every(({ name }) => textIn(address[name]) === '')) return {};
  if (!isKept(field, stored, edited)) address.formatted = joined(field, address);
  return Object.fromEntries(
    Object.entries(address).filter(([, part]) => part !== undefined && part !== null && part !== ''),
  );
}

/**
 * The address field for this user, whose form asks for the whole as well where that says something that no part says:
 * nobody could empty it otherwise.
 */
export function withStoredFormatted(field: ProfileField, account: ProfileAccount): ProfileField {
  if (field.type !== 'Address' || asksForFormatted(field)) return field;
  const address = getOwn(account.profile, 'address');
  const isAsked = isOnlyFormatted(address) || (field.hasUsualParts && saysMore(address));
  return isAsked ? { ...field, parts: [standardPart('formatted'), ...(field.parts ?? [])] } : field;
}

/** Whether `formatted` stays, or becomes, what the user sees it is: not when it only follows the parts. */
function isKept(field: ProfileField, stored: unknown, edited: Record<string, unknown>): boolean {
  if (edited.formatted) return true;
  const isSeen =
    !('formatted' in edited) && asksForFormatted(field) && (formattedOf(stored) === '' || saysMore(stored));
  return isSeen && !(isOnlyFormatted(stored) && Object.keys(edited).length > 0);
}
