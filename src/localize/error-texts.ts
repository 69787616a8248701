import type { Message } from './messages/messages.js';

let texts: Partial<Record<string, Message>> | undefined;
let loading: Promise<void> | undefined;

/** The English words for an error code; `undefined` where there are none, and until they are loaded. */
export const englishErrorText = (key: string): Message | undefined =>
  texts && Object.hasOwn(texts, key) ? texts[key] : undefined;

/** Loads them with the first error; `undefined` when they are there. Without a network the next error tries again. */
export function loadErrorTexts(): Promise<void> | undefined {
  if (texts) return undefined;
  return (loading ??= import('./messages/en/error-codes.js').then(
    ({ errorCodeMessages }) => void (texts = errorCodeMessages),
    () => void (loading = undefined),
  ));
}
