import { ApiError } from './errors.js';

/** A validation error and its path, in the wording of Zod 3, which Logto uses. */
export interface Issue {
  code: string;
  path: (string | number)[];
  message: string;
  [key: string]: unknown;
}

/** Returns the validation errors of a value. */
export type Schema = (value: unknown, path?: Issue['path']) => Issue[];

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const wrongType = (expected: string, value: unknown, path: Issue['path']): Issue => {
  const received = typeOf(value);
  const message = received === 'undefined' ? 'Required' : `Expected ${expected}, received ${received}`;
  return { code: 'invalid_type', expected, received, path, message };
};

interface TextRules {
  min?: number;
  max?: number;
  pattern?: RegExp;
  url?: boolean;
  email?: boolean;
}

export function string({ min = 0, max = Infinity, pattern, url, email }: TextRules = {}): Schema {
  return (value, path = []) => {
    if (typeof value !== 'string') return [wrongType('string', value, path)];
    if (value.length < min) {
      const message = `String must contain at least ${min} character(s)`;
      return [{ code: 'too_small', minimum: min, type: 'string', inclusive: true, exact: false, message, path }];
    }
    if (value.length > max) {
      const message = `String must contain at most ${max} character(s)`;
      return [{ code: 'too_big', maximum: max, type: 'string', inclusive: true, exact: false, message, path }];
    }
    if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
      return [{ validation: 'email', code: 'invalid_string', message: 'Invalid email', path }];
    }
    if (pattern && !pattern.test(value)) {
      return [{ validation: 'regex', code: 'invalid_string', message: 'Invalid', path }];
    }
    if (url && !URL.canParse(value)) {
      return [{ validation: 'url', code: 'invalid_string', message: 'Invalid url', path }];
    }
    return [];
  };
}

export const number: Schema = (value, path = []) =>
  typeof value === 'number' ? [] : [wrongType('number', value, path)];

export const atMost =
  (maximum: number): Schema =>
  (value, path = []) => {
    if (typeof value !== 'number' || value <= maximum) return number(value, path);
    const message = `Number must be less than or equal to ${maximum}`;
    return [{ code: 'too_big', maximum, type: 'number', inclusive: true, exact: false, message, path }];
  };

/** What Logto looks at itself, once Zod has no objection. */
export const refined =
  (schema: Schema, isRight: (value: unknown) => boolean, message = 'Invalid input'): Schema =>
  (value, path = []) => {
    const issues = schema(value, path);
    return issues.length > 0 || isRight(value) ? issues : [{ code: 'custom', message, path }];
  };

export const boolean: Schema = (value, path = []) =>
  typeof value === 'boolean' ? [] : [wrongType('boolean', value, path)];

export const optional =
  (schema: Schema): Schema =>
  (value, path) =>
    value === undefined ? [] : schema(value, path);

export const nullable =
  (schema: Schema): Schema =>
  (value, path) =>
    value === null ? [] : schema(value, path);

/** An object with at least these; whatever else it has is ignored. */
export const object =
  (shape: Record<string, Schema> = {}): Schema =>
  (value, path = []) => {
    if (typeOf(value) !== 'object') return [wrongType('object', value, path)];
    return Object.entries(shape).flatMap(([key, schema]) =>
      schema((value as Record<string, unknown>)[key], [...path, key]),
    );
  };

export const array =
  (items: Schema, { min = 0 } = {}): Schema =>
  (value, path = []) => {
    if (!Array.isArray(value)) return [wrongType('array', value, path)];
    if (value.length >= min) return value.flatMap((item, index) => items(item, [...path, index]));
    const message = `Array must contain at least ${min} element(s)`;
    return [{ code: 'too_small', minimum: min, type: 'array', inclusive: true, exact: false, message, path }];
  };

export const literal =
  (expected: string): Schema =>
  (received, path = []) =>
    received === expected
      ? []
      : [
          {
            received,
            code: 'invalid_literal',
            expected,
            path,
            message: `Invalid literal value, expected "${expected}"`,
          },
        ];

/** One of several texts. */
export const oneOf =
  (...options: string[]): Schema =>
  (received, path = []) => {
    if (options.includes(received as string)) return [];
    if (typeof received !== 'string') return [wrongType(quoted(options), received, path)];
    const message = `Invalid enum value. Expected ${quoted(options)}, received '${received}'`;
    return [{ received, code: 'invalid_enum_value', options, path, message }];
  };

export const union =
  (...schemas: Schema[]): Schema =>
  (value, path = []) => {
    const unionErrors = schemas.map((schema) => ({ issues: schema(value, path), name: 'ZodError' }));
    if (unionErrors.some(({ issues }) => issues.length === 0)) return [];
    return [{ code: 'invalid_union', unionErrors, path, message: 'Invalid input' }];
  };

/** An object whose `type` says which of these it is. */
export const variants =
  (shapes: Record<string, Record<string, Schema>>): Schema =>
  (value, path = []) => {
    if (typeOf(value) !== 'object') return [wrongType('object', value, path)];
    const shape = shapes[(value as { type: string }).type];
    if (shape) return object(shape)(value, path);
    const options = Object.keys(shapes);
    const message = `Invalid discriminator value. Expected ${quoted(options)}`;
    return [{ code: 'invalid_union_discriminator', options, path: [...path, 'type'], message }];
  };

const quoted = (options: string[]) => options.map((option) => `'${option}'`).join(' | ');

/** Returns the value with the schema's type, or throws Logto's `guard.invalid_input`. */
export function check<T>(schema: Schema, value: unknown, source: 'body' | 'query' | 'files'): T {
  const issues = schema(value);
  if (issues.length === 0) return value as T;
  const details = issues.map(({ code, path, message, expected, received }) => {
    const what = code === 'invalid_type' ? `Expected ${expected} but received ${received}.` : message;
    return `Error in key path "${path.join('.')}": (${code}) ${what}`;
  });
  throw new ApiError('guard.invalid_input', {
    data: { issues, name: 'ZodError' },
    details: details.join('\n'),
    values: { source },
  });
}
