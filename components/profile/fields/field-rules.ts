import type { FieldProblem } from './field-problem.js';
import { isFound } from './field-pattern.js';
import { inputOf, partInput } from './field-value.js';
import type { FieldInput, ProfileAccount, ProfileField, ProfileToggle } from './profile-field.js';
import { tickIn } from './stored-value.js';
import { typeProblem } from './type-rules.js';
import { typedValue } from './typed-value.js';
import { isBlank } from '../../../src/text/invisible.js';

export type { FieldProblem };

export interface ProblemOptions {
  /** The account as it is. A value that is stored already is only refused for being empty, whatever the rules say now. */
  account?: ProfileAccount;
  /** The language in which the input was typed; numbers are written in it. English when left out. */
  lang?: string;
  /** Called when a field's pattern cannot be run, and so refuses nothing: a mistake its developer should hear of. */
  onIgnoredPattern?: (field: ProfileField, cause: unknown) => void;
}

/**
 * What the database columns hold. Source: Logto answers 422 `entity.value_too_long` beyond; and where a text has more UTF-16
 * units than that, though fewer characters, every later answer about this user is a 500.
 */
const columnLength: Partial<Record<ProfileToggle, number>> = { name: 128, avatar: 2048 };

/** The first reason why an input cannot be saved; `undefined` when it can. Nothing is wrong with an optional empty one. */
export async function problemOf(
  field: ProfileField,
  input: FieldInput,
  options: ProblemOptions = {},
): Promise<FieldProblem | undefined> {
  const stored = options.account && inputOf(field, options.account, options.lang);
  if (field.parts) return compositeProblem(field, field.parts, input, stored, options);
  if (field.type === 'Checkbox') return field.required && tickIn(input) !== true ? { code: 'required' } : undefined;
  return plainProblem(field, typeof input === 'string' ? input : '', stored, options);
}

/** The most UTF-16 units a field takes: the tenant's limit, or the place it is stored in; `undefined` for no limit. */
export function maxLengthOf(field: ProfileField): number | undefined {
  const limits = [field.maxLength, columnLength[field.toggle]].filter((limit) => limit !== undefined);
  return limits.length > 0 ? Math.min(...limits) : undefined;
}

/** A composite nobody filled in is empty, whatever its parts require; in one that has something, they count. */
async function compositeProblem(
  field: ProfileField,
  parts: ProfileField[],
  input: FieldInput,
  stored: FieldInput | undefined,
  options: ProblemOptions,
): Promise<FieldProblem | undefined> {
  const before = (part: ProfileField) => (stored === undefined ? undefined : partInput(part, stored));
  const texts = parts.map((part) => partInput(part, input) ?? before(part) ?? '');
  const isEmpty = texts.every(isBlank);
  if (isEmpty && !field.required) return undefined;
  for (const [index, part] of parts.entries()) {
    const problem = await plainProblem(part, texts[index] ?? '', before(part), options);
    if (problem) return { ...problem, part: part.name };
  }
  return isEmpty ? { code: 'required' } : undefined;
}

async function plainProblem(
  field: ProfileField,
  text: string,
  stored: FieldInput | undefined,
  { onIgnoredPattern, lang }: ProblemOptions,
): Promise<FieldProblem | undefined> {
  if (isBlank(text)) return field.required ? { code: 'required' } : undefined;
  if (text === stored) return undefined;
  const value = typedValue(field, text, lang);
  const problem = lengthProblem(field, value) ?? typeProblem(field, value, { typed: text, lang });
  if (problem || field.pattern === undefined) return problem;
  const found = await isFound(field.pattern, value, (cause) => onIgnoredPattern?.(field, cause));
  return found === false ? { code: 'pattern' } : undefined;
}

/** In UTF-16 units, as Logto and its pages count. Where a reader counts fewer, the words have to say why. */
function lengthProblem(field: ProfileField, text: string): FieldProblem | undefined {
  const { length } = text;
  const { minLength = 0 } = field;
  const maxLength = maxLengthOf(field) ?? Infinity;
  if (length < minLength) return { code: 'tooShort', values: { minLength } };
  if (length <= maxLength) return undefined;
  return { code: [...text].length > maxLength ? 'tooLong' : 'tooLongSymbols', values: { maxLength } };
}
