/** What a provider adds to the address to which it sends the user back. */
export type CallbackParameters = Record<string, string>;

/** The answer of a provider in an address; `undefined` when there is none. */
export function callbackIn(url: URL): CallbackParameters | undefined {
  const parameters = Object.fromEntries(url.searchParams);
  const isAnswer = 'state' in parameters && ('code' in parameters || 'error' in parameters);
  return isAnswer ? parameters : undefined;
}

/** What keeps one user's answer apart from another's: 128 bits that nobody can guess. */
export function newState(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
