import type { ProfileAccount, ProfileField } from './profile-field.js';
import { own } from '../../../src/untrusted.js';
import { isBlank } from '../../../src/text/invisible.js';

/** What the account has for a field that is no composite, whatever it may be; `undefined` for nothing. */
export function storedValue(field: ProfileField, account: ProfileAccount): unknown {
  return own(field.toggle === 'name' || field.toggle === 'avatar' ? account : own(account, field.toggle), field.name);
}

/** What the account has for a part of a composite. Logto keeps a full name's parts beside the other claims. */
export function storedPart(field: ProfileField, part: ProfileField, account: ProfileAccount): unknown {
  const profile = own(account, 'profile');
  return own(field.type === 'Address' ? own(profile, 'address') : profile, part.name);
}

/** A stored value as text. What cannot be text (an object, a list) is `''`, like nothing at all. */
export function textIn(stored: unknown): string {
  if (typeof stored === 'string') return isBlank(stored) ? '' : stored;
  return typeof stored === 'boolean' || Number.isFinite(stored) ? String(stored) : '';
}

/** A stored tick: Logto keeps a boolean in the custom data, claims can only be text. */
export function tickIn(stored: unknown): boolean | undefined {
  if (stored === true || stored === 'true') return true;
  return stored === false || stored === 'false' ? false : undefined;
}
