import { cleanText } from '../../text/clean-text.js';
import { trimmed } from '../../text/invisible.js';
import { isRecord, getOwn } from '../../untrusted.js';
import { readText } from '../read-text.js';
import { Problem } from './problem.js';

/** Bytes: a name of 256 characters, escaped, fits many times over. */
const limit = 16 * 1024;

/** Reads one field, or throws a `Problem`. */
export type FieldReader<Value> = (value: unknown, field: string) => Value;

/** The body: an object with these fields and no others. */
export async function readBody<Fields extends Record<string, FieldReader<unknown>>>(
  request: Request,
  fields: Fields,
  signal: AbortSignal,
): Promise<{ [Name in keyof Fields]: ReturnType<Fields[Name]> }> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Problem('request.unsupported_media_type');
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new Problem('request.too_large');
  const text = await readText(request.body, limit, signal);
  if (text === undefined) throw new Problem('request.too_large');
  const body = parse(text);
  if (!isRecord(body)) throw invalid('');
  const unknown = Object.keys(body).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) throw invalid('');
  const read = Object.entries(fields).map(([name, field]) => [name, field(getOwn(body, name), name)]);
  return Object.fromEntries(read) as { [Name in keyof Fields]: ReturnType<Fields[Name]> };
}

/** @param field Ours, and never a word of the request. */
export const invalid = (field: string) => new Problem('request.invalid_input', { field });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('request.invalid_json');
  }
}

/** A text of 1 to 256 UTF-16 units, which is what Logto counts. */
export const anyName: FieldReader<string> = (value, field) => {
  if (typeof value !== 'string' || value.length === 0 || value.length > 256 || value.includes('\0'))
    throw invalid(field);
  return value;
};

/** The name of something new: one spelling for what looks the same, and nothing in it that nobody sees. */
export const newName: FieldReader<string> = (value, field) => {
  const name = trimmed(anyName(value, field).normalize('NFC'));
  // A text may have several lines; a name has one.
  const isClean = cleanText(name) === name && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name);
  if (name === '' || name.length > 256 || !isClean) throw invalid(field);
  return name;
};
