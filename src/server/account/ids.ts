/** An id as Logto makes them. Anything else that reaches a path could be another path: `..` would be resolved. */
export const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,128}$/.test(value);
