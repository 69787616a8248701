import { AccountClient } from '../../src/api/account-client.js';
import { AccountError } from '../../src/api/account-error.js';
import type { AccountConnection } from '../../src/context/account-connection.js';
import type { AccountSettings } from '../../src/settings/account-settings.js';
import { AccountStore, statusOf } from '../../src/state/account-store.js';
import { developerHint } from '../../src/state/developer-hints.js';
import { StepUpBroker, type PresentAttempt } from '../../src/verification/step-up-broker.js';
import type { Session } from './session.js';

export interface ProviderConnectionOptions {
  endpoint: string;
  session: Session;
  /** BCP 47 tag of the user's language. */
  language: () => string;
  /** Scopes that the page asks for besides those of the tags. */
  scopes: () => string[];
  loadSettings: (report: (message: string) => void) => Promise<AccountSettings | undefined>;
  present: PresentAttempt;
}

/** All that belongs to one session: it is made anew when the page gives the provider another one. */
export class ProviderConnection implements AccountConnection {
  readonly endpoint: string;
  readonly store: AccountStore;
  readonly stepUp: StepUpBroker;
  readonly signIn: (() => Promise<void>) | undefined;
  readonly signOut: (() => Promise<void>) | undefined;
  readonly observe: Session['observe'];
  readonly #options: ProviderConnectionOptions;
  readonly #tagScopes = new Set<string>();
  #userId: string | undefined;
  readonly #reported = new Set<string>();

  constructor(options: ProviderConnectionOptions) {
    const { endpoint, session, language, loadSettings, present } = options;
    this.#options = options;
    this.endpoint = endpoint;
    const client = new AccountClient({ endpoint, tokens: session, language });
    this.store = new AccountStore(client, () => loadSettings(this.report));
    this.stepUp = new StepUpBroker(endpoint, this.store, present);
    this.store.subscribe(() => {
      const { state } = this.store;
      if (statusOf(state) === 'signed-out') this.stepUp.forget(new AccountError('signed-out'));
      if (state.status === 'ready') this.#meet(state.account.id);
    });
    this.signIn = session.signIn && (async () => session.signIn?.({ scopes: this.#scopes, language: language() }));
    this.signOut = session.signOut && (async () => session.signOut?.());
    this.observe = session.observe;
  }

  require(scopes: readonly string[]) {
    scopes.forEach((scope) => this.#tagScopes.add(scope));
  }

  readonly report = (message: string) => {
    if (this.#reported.has(message)) return;
    this.#reported.add(message);
    console.warn(`[logto-account-elements] ${message}`);
  };

  /** Nobody answers for another user. */
  #meet(userId: string) {
    if (this.#userId && this.#userId !== userId) this.stepUp.forget(new AccountError('aborted'));
    this.#userId = userId;
  }

  /** An error of a tag or of the account: what only the developer can mend is said in the console. */
  explain(error: AccountError) {
    if (error.kind === 'signed-out') this.store.end();
    const hint = developerHint(error, this.#scopes);
    if (hint) this.report(hint);
  }

  get #scopes() {
    return [...new Set([...this.#tagScopes, ...this.#options.scopes()])];
  }
}
