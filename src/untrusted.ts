import { isBlank } from './text/invisible.js';

/** Readers for values from the server whose shape nobody vouches for. None of them throws. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own value of a key: nothing inherited, and `undefined` of anything that is no object. */
export function getOwn(holder: unknown, key: string): unknown {
  return isRecord(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

/** The elements of an array, or none of anything else. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that says something, or `undefined`. */
export function nonBlank(value: unknown): string | undefined {
  return typeof value === 'string' && !isBlank(value) ? value : undefined;
}

/** A key that can name a value; the ones that would reach an object's prototype cannot. */
export function keyIn(value: unknown): string | undefined {
  const key = nonBlank(value);
  return key === undefined || ['__proto__', 'constructor', 'prototype'].includes(key) ? undefined : key;
}
