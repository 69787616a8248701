/** What a provider adds to the address to which it sends the user back. */
export type CallbackParameters = Record<string, string>;

/** What providers call what they give, in OAuth and beside it. */
const gifts = ['code', 'auth_code', 'error'];

/** The answer of a provider in an address; `undefined` when there is none. */
export function callbackIn(url: URL): CallbackParameters | undefined {
  const parameters = Object.fromEntries(url.searchParams);
  return isOurs(parameters['state']) || gifts.some((name) => name in parameters) ? parameters : undefined;
}

/** Begins every state, so that an answer to it is known wherever and whenever it comes. Some providers take letters only. */
const mark = 'logtolink';

/** Whether it is the state of somebody who was sent to a provider from here, in this tab or another. */
export const isOurs = (state: string | null | undefined): boolean => /^logtolink[\da-f]{32}$/.test(state ?? '');

/** What keeps one user's answer apart from another's: 128 bits that nobody can guess. */
export function newState(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return mark + bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
