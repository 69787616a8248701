import { ContextRoot, createContext } from '@lit/context';

import type { AccountContext } from './account-context.js';

/**
 * `undefined` until the provider knows its session: @lit/context calls consumers with that too.
 * `Symbol.for`, so that two copies of the library on one page find each other's provider.
 */
export const accountContext = createContext<AccountContext | undefined>(Symbol.for('logto-account-elements'));

let root: ContextRoot | undefined;

/** Lets elements that were upgraded before their provider find it when it comes, in whatever order a page defines them. */
export function remembersRequests() {
  if (root || typeof document === 'undefined') return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}
