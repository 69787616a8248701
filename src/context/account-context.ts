import { createContext } from '@lit/context';

import type { AccountConnection } from './account-connection.js';

/**
 * `undefined` until the provider knows its session: @lit/context calls consumers with that too.
 * `Symbol.for`, so that two copies of the library on one page find each other's provider.
 */
export const accountContext = createContext<AccountConnection | undefined>(Symbol.for('logto-account-elements'));
