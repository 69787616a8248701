/** Adding a passkey at Logto's own page; also what that page is called there. */
export const passkeyTask = 'passkey/add';

/** Linking or replacing a social account, at Logto's own page or at the provider. */
export const socialTask = 'social';

/** Entering the code that was sent to a new address. */
export const codeTask = (type: 'email' | 'phone') => `code/${type}`;

/** Entering the code that was sent to an address of the user's, to prove who they are. */
export const proofTask = 'proof';

/** Signing in once more for what an element does, as the only proof of who the user is. */
export const signInTask = (element: string) => `sign-in/${element}`;

/**
 * Where something is done that Logto has a page of its own for. `embedded`: in the page of the element, or not at all.
 * `hosted`: at Logto's page, from where the user comes back. `auto`: here where that works, else there.
 */
export type TaskMode = 'auto' | 'embedded' | 'hosted';
