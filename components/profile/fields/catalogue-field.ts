import type { FieldOption, ProfileField, ProfileFieldType } from './profile-field.js';
import { isComposite, partNames, standardField, standardPart, standardParts, toggleOf } from './standard-fields.js';
import { keyIn, listOf, getOwn, nonBlank } from '../../../src/untrusted.js';
import { isoFormat } from './date-format.js';

const isOneOf =
  <Type extends ProfileFieldType>(...types: Type[]) =>
  (declared: unknown): declared is Type =>
    types.some((type) => type === declared);

const isPlainType = isOneOf('Text', 'Number', 'Date', 'Checkbox', 'Select', 'Url', 'Regex');
const isCompositeType = isOneOf('Address', 'Fullname');

/**
 * A field as the tenant defined it in the custom profile field catalogue, or `undefined` where the entry cannot
 * be made sense of: no usable name, a type Logto does not have, nothing to choose from. A composite may have no part left.
 *
 * Details that make no sense are left out and the rest stays. Shapes: `custom-profile-fields.ts` in Logto's schemas.
 */
export function catalogueField(entry: unknown): ProfileField | undefined {
  const name = keyIn(getOwn(entry, 'name'));
  const type = name === undefined ? undefined : typeOf(name, getOwn(entry, 'type'));
  if (name === undefined || type === undefined) return undefined;

  const field = { name, toggle: toggleOf(name, type), type, ...described(entry) };
  if (isComposite(type)) {
    const parts = enabledParts(type, getOwn(getOwn(entry, 'config'), 'parts'));
    return parts ? { ...field, parts } : { ...field, parts: standardParts(type), hasUsualParts: true };
  }
  return withOptions({ ...field, ...configOf(type, getOwn(entry, 'config')) });
}

/**
 * The tenant's type, except where the value could not live in the place Logto keeps it: an avatar is always a
 * picture, an address always an address, a single claim never a composite. A type Logto does not have leaves a
 * standard claim as it is.
 */
function typeOf(name: string, declared: unknown): ProfileFieldType | undefined {
  const standard = standardField(name)?.type;
  if (standard === 'Avatar' || standard === 'Address') return standard;
  // Logto's console has no type for these two but `Text`; what OpenID Connect wants in them is no free text.
  if (declared === 'Text' && (standard === 'TimeZone' || standard === 'Locale')) return standard;
  if (isPlainType(declared)) return declared;
  if (standard !== undefined) return standard;
  return isCompositeType(declared) ? declared : undefined;
}

/**
 * The parts the tenant enabled, in its order; `undefined` where it said nothing readable about any.
 * A part is text unless it has another plain type: no ticks and no composites in a composite.
 */
function enabledParts(type: ProfileFieldType, list: unknown): ProfileField[] | undefined {
  const names = partNames(type) ?? [];
  const entries = new Map<string, unknown>();
  for (const entry of listOf(list)) {
    const name = keyIn(getOwn(entry, 'name'));
    if (name !== undefined && names.includes(name) && !entries.has(name)) entries.set(name, entry);
  }
  if (entries.size === 0) return undefined;
  return [...entries]
    .filter(([, entry]) => getOwn(entry, 'enabled') === true)
    .map(([name, entry]) => partOf(name, entry));
}

function partOf(name: string, entry: unknown): ProfileField {
  const declared = getOwn(entry, 'type');
  const text: ProfileField = { ...standardPart(name), ...described(entry) };
  const type = isPlainType(declared) && declared !== 'Checkbox' ? declared : 'Text';
  return withOptions({ ...text, type, ...configOf(type, getOwn(entry, 'config')) }) ?? text;
}

/** A `Select` nobody can choose from gets the standard options of its claim, or is no field at all. */
function withOptions(field: ProfileField): ProfileField | undefined {
  if (field.type !== 'Select' || field.options?.length) return field;
  const { options } = standardField(field.name) ?? {};
  return options && { ...field, options };
}

/** The words around a field, and whether it must be filled. */
function described(entry: unknown): Pick<ProfileField, 'label' | 'description' | 'placeholder' | 'required'> {
  return {
    required: getOwn(entry, 'required') === true,
    ...defined({
      label: nonBlank(getOwn(entry, 'label')),
      description: nonBlank(getOwn(entry, 'description')),
      placeholder: nonBlank(getOwn(getOwn(entry, 'config'), 'placeholder')),
    }),
  };
}

/**
 * What a catalogue entry's `config` says about a plain type, without the details that make no sense.
 * Source: `customProfileFieldUnionGuard` in Logto's schemas says which type has which key.
 */
function configOf(type: ProfileFieldType, config: unknown): Partial<ProfileField> {
  switch (type) {
    case 'Text': {
      const [minLength, maxLength] = limits(getOwn(config, 'minLength'), getOwn(config, 'maxLength'), isLength);
      return defined({ minLength, maxLength });
    }
    case 'Number': {
      const [minValue, maxValue] = limits(getOwn(config, 'minValue'), getOwn(config, 'maxValue'), isNumber);
      return defined({ minValue, maxValue });
    }
    case 'Date':
      return { dateFormat: dateFormatIn(config) };
    case 'Checkbox':
      return { defaultChecked: getOwn(config, 'defaultValue') === 'true' };
    case 'Select':
      return { options: optionsIn(getOwn(config, 'options')) };
    case 'Regex':
      return defined({ pattern: nonBlank(getOwn(config, 'format')) });
    default:
      return {};
  }
}

/** The format, or `customFormat` where the format says `custom`; ISO where neither says anything. */
function dateFormatIn(config: unknown): string {
  const format = nonBlank(getOwn(config, 'format'));
  return (format === 'custom' ? nonBlank(getOwn(config, 'customFormat')) : format) ?? isoFormat;
}

function optionsIn(list: unknown): FieldOption[] {
  const options = new Map<string, FieldOption>();
  for (const entry of listOf(list)) {
    const value = nonBlank(getOwn(entry, 'value'));
    if (value === undefined || options.has(value)) continue;
    options.set(value, { value, ...defined({ label: nonBlank(getOwn(entry, 'label')) }) });
  }
  return [...options.values()];
}

/** Two limits that contradict each other are both dropped: nobody can tell which one was meant. */
function limits(min: unknown, max: unknown, makesSense: (limit: unknown) => limit is number) {
  const least = makesSense(min) ? min : undefined;
  const most = makesSense(max) ? max : undefined;
  const contradict = least !== undefined && most !== undefined && least > most;
  return contradict ? [] : [least, most];
}

const isNumber = (limit: unknown): limit is number => Number.isFinite(limit);

const isLength = (limit: unknown): limit is number => Number.isSafeInteger(limit) && Number(limit) > 0;

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without the keys that have no value. */
function defined<T extends object>(values: T): Defined<T> {
  const found: Defined<T> = {};
  for (const key in values) {
    const value = values[key];
    if (isDefined(value)) found[key] = value;
  }
  return found;
}

const isDefined = <T>(value: T): value is Exclude<T, undefined> => value !== undefined;
