import { isoFormat } from './date-format.js';
import type { FieldOption, ProfileField, ProfileFieldType } from './profile-field.js';
import { listOf, own, wordsIn } from '../../../src/untrusted.js';

/** The words around a field, and whether it must be filled. */
export function described(entry: unknown): Pick<ProfileField, 'label' | 'description' | 'placeholder' | 'required'> {
  return {
    required: own(entry, 'required') === true,
    ...defined({
      label: wordsIn(own(entry, 'label')),
      description: wordsIn(own(entry, 'description')),
      placeholder: wordsIn(own(own(entry, 'config'), 'placeholder')),
    }),
  };
}

/**
 * What a catalogue entry's `config` says about a plain type, without the details that make no sense.
 * Source: `customProfileFieldUnionGuard` in Logto's schemas says which type has which key.
 */
export function configOf(type: ProfileFieldType, config: unknown): Partial<ProfileField> {
  switch (type) {
    case 'Text': {
      const [minLength, maxLength] = limits(own(config, 'minLength'), own(config, 'maxLength'), isLength);
      return defined({ minLength, maxLength });
    }
    case 'Number': {
      const [minValue, maxValue] = limits(own(config, 'minValue'), own(config, 'maxValue'), isNumber);
      return defined({ minValue, maxValue });
    }
    case 'Date':
      return { dateFormat: dateFormatIn(config) };
    case 'Checkbox':
      return { defaultChecked: own(config, 'defaultValue') === 'true' };
    case 'Select':
      return { options: optionsIn(own(config, 'options')) };
    case 'Regex':
      return defined({ pattern: wordsIn(own(config, 'format')) });
    default:
      return {};
  }
}

/** The format, or `customFormat` where the format says `custom`; ISO where neither says anything. */
function dateFormatIn(config: unknown): string {
  const format = wordsIn(own(config, 'format'));
  return (format === 'custom' ? wordsIn(own(config, 'customFormat')) : format) ?? isoFormat;
}

function optionsIn(list: unknown): FieldOption[] {
  const options = new Map<string, FieldOption>();
  for (const entry of listOf(list)) {
    const value = wordsIn(own(entry, 'value'));
    if (value === undefined || options.has(value)) continue;
    options.set(value, { value, ...defined({ label: wordsIn(own(entry, 'label')) }) });
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
