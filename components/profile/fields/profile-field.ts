/** The account-center toggle that says whether a field is `Off`, `ReadOnly` or `Edit`. */
export type ProfileToggle = 'name' | 'avatar' | 'profile' | 'customData';

/**
 * What kind of value a field holds. Nine are Logto's own (`CustomProfileFieldType` in its schemas);
 * `Avatar`, `TimeZone` and `Locale` are ours, for standard claims the tenant did not define itself.
 */
export type ProfileFieldType =
  | 'Avatar'
  | 'Text'
  | 'Number'
  | 'Date'
  | 'Checkbox'
  | 'Select'
  | 'Url'
  | 'Regex'
  | 'Address'
  | 'Fullname'
  | 'TimeZone'
  | 'Locale';

/** One thing a user can see or change about themselves. */
export interface ProfileField {
  /** The claim or custom-data key; for `Fullname` and `Address` only a name, their values are in `parts`. */
  name: string;
  /** `Address`, `Fullname`: the name of the whole, for the words of its parts in a form. */
  of?: string;
  /** Where the value lives, and so which toggle rules it. */
  toggle: ProfileToggle;
  type: ProfileFieldType;
  /** The tenant's own words. Without them a standard claim gets the translated word, any other its name. */
  label?: string;
  description?: string;
  required: boolean;
  placeholder?: string;
  /** `Text`: limits of the length in UTF-16 units. */
  minLength?: number;
  maxLength?: number;
  /** `Number`: limits of the value. */
  minValue?: number;
  maxValue?: number;
  /** `Regex`: the tenant's pattern, to be found somewhere in the value. */
  pattern?: string;
  /** `Date`: how the stored value is written, in date-fns tokens. */
  dateFormat?: string;
  /** `Checkbox`: whether it starts ticked for a user who never answered. */
  defaultChecked?: boolean;
  /** `Select`: what can be chosen. An option without a label shows its value, or a translated word. */
  options?: FieldOption[];
  /** `Address`, `Fullname`: the enabled parts, in the tenant's order. Never composite themselves. */
  parts?: ProfileField[];
  /** `Address`, `Fullname`: the tenant did not say which parts there are. */
  hasUsualParts?: boolean;
}

export interface FieldOption {
  value: string;
  label?: string;
}

/**
 * What a form holds: text (a number as the user's language writes it, a date as `yyyy-MM-dd` where a date input can show it),
 * a tick, or the text of each part of a composite by the part's name.
 */
export type FieldInput = string | boolean | Record<string, string>;

/** The parts of `GET /my-account` in which profile values live. Any key may be absent, any value unexpected. */
export interface ProfileAccount {
  name?: string | null;
  avatar?: string | null;
  profile?: object;
  customData?: object;
}

/** What to send, and nothing else. At least one key is there. */
export interface AccountChange {
  /** `null` clears it. */
  name?: string | null;
  /** `null` clears it. */
  avatar?: string | null;
  /** The claims to send. `""` clears one, because Logto refuses `null`; `address` is complete, because Logto replaces it. */
  profile?: Record<string, unknown>;
  /** The keys to merge into the current custom data, which Logto replaces whole. `undefined` means remove the key. */
  customData?: Record<string, unknown>;
}
