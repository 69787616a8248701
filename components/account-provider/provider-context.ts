import { AccountClient } from '../../src/api/account-client.js';
import { AccountError, type AccountErrorKind } from '../../src/api/account-error.js';
import type { Deletion } from '../../src/api/account-deletion.js';
import { ElementStates } from '../../src/context/element-states.js';
import type { AccountContext, HintOf, MissingScopes, SignInOptions } from '../../src/context/account-context.js';
import type { AccountSettings } from '../../src/settings/account-settings.js';
import { AccountStore } from '../../src/state/account-store.js';
import { loadModule } from '../../src/load-module.js';
import type { Person } from '../../src/state/person.js';
import type { PresentAttempt } from '../../src/verification/step-up-broker.js';
import { StepUpOnDemand } from '../../src/verification/step-up.js';
import { observeReturns } from '../../src/session/returns.js';
import type { Session } from '../../src/session/session.js';

export interface ProviderContextOptions {
  endpoint: string;
  /** The page's own Account API layer, if there is one. */
  accountApi: string | undefined;
  session: Session;
  /** BCP 47 tag of the user's language. */
  language: () => string;
  /** Scopes that the page asks for besides those of the elements. */
  scopes: () => string[];
  /** What elements in the page need that are not loaded yet. */
  scopesOfMarkup: () => Promise<string[]>;
  loadSettings: (report: AccountContext['report']) => Promise<AccountSettings | undefined>;
  /** Those that the page has brought along. */
  settingsInPage: () => AccountSettings | undefined;
  present: PresentAttempt;
}

/** With another scope, or none, Logto does not tell a layer whether what the user has proven is good. */
const proofScope = 'identities';

/** Those that the developer may be able to mend. */
const kindsToExplain: readonly AccountErrorKind[] = [
  'signed-out',
  'disabled',
  'third-party-app',
  'missing-scope',
  'unexpected',
];

const loadFreshSignIn = () => loadModule(() => import('../../src/session/fresh-sign-in.js'));

/** All that belongs to one session: it is made anew when the page gives the provider another one. */
export class ProviderContext implements AccountContext {
  readonly endpoint: string;
  readonly accountApi: string | undefined;
  readonly store: AccountStore;
  readonly elements = new ElementStates();
  readonly stepUp: StepUpOnDemand;
  readonly signIn: ((options?: SignInOptions) => Promise<void>) | undefined;
  readonly signInAfresh: (() => Promise<void>) | undefined;
  readonly signOut: (() => Promise<void>) | undefined;
  readonly #options: ProviderContextOptions;
  readonly #requiredScopes = new Set<string>();
  readonly #scopesToReport = new Set<string>();
  readonly #reported = new Set<string>();

  constructor(options: ProviderContextOptions) {
    const { endpoint, accountApi, session, language, loadSettings, settingsInPage, present } = options;
    this.#options = options;
    this.endpoint = endpoint;
    this.accountApi = accountApi;
    const client = new AccountClient({ endpoint, accountApi, tokens: session, language });
    this.stepUp = new StepUpOnDemand(
      present,
      session.signIn && session.getIdToken && (async ({ id }) => (await loadFreshSignIn()).freshSignIn(session, id)),
    );
    this.store = new AccountStore(client, () => loadSettings(this.report), this.stepUp, settingsInPage);
    this.signIn = session.signIn && ((choices) => this.#signIn(choices));
    this.signInAfresh = session.signIn && session.getIdToken && (() => this.#signIn({}, true));
    this.signOut = session.signOut && (() => this.#signOut());
  }

  get person(): Person {
    const { person } = this.store;
    if (!person) throw new AccountError('signed-out');
    return person;
  }

  /** Keeps up with who is signed in. Gives the function that stops it. */
  followSession(): () => void {
    const { session } = this.#options;
    const stops = [
      session.observe?.(() => void this.store.reset()),
      observeReturns(session, {
        back: () => void this.store.recheck({ mayBeOther: false }),
        renewed: () => void this.store.recheck({ mayBeOther: true }),
      }),
    ];
    return () => stops.forEach((stop) => stop?.());
  }

  require(scopes: readonly string[]) {
    scopes.forEach((scope) => this.#requiredScopes.add(scope));
  }

  missingScopes(scopes: readonly string[]): MissingScopes {
    const known = this.#options.session.scopes?.();
    const missing = known ? scopes.filter((scope) => !known.granted.includes(scope)) : [];
    const canAsk = this.signIn !== undefined && missing.some((scope) => !known?.refused.includes(scope));
    return { scopes: missing, canAsk };
  }

  reportMissingScopes(scopes: readonly string[]) {
    const isFirst = this.#scopesToReport.size === 0;
    scopes.forEach((scope) => this.#scopesToReport.add(scope));
    // Elements come one after the other.
    if (isFirst && scopes.length > 0)
      setTimeout(() => this.report((hints) => hints.missingScopesHint([...this.#scopesToReport])), 1000);
  }

  readonly report = (message: string | HintOf) => {
    if (typeof message === 'string') return this.#say(message);
    // What cannot be loaded is not said: the page has other worries then.
    void loadModule(() => import('../../src/developer-hints/developer-hints.js')).then(
      (hints) => this.#say(message(hints)),
      () => undefined,
    );
  };

  readonly #say = (message: string | undefined) => {
    if (message === undefined || this.#reported.has(message)) return;
    this.#reported.add(message);
    console.warn(`[logto-account-elements] ${message}`);
  };

  /** What only the developer can mend is said in the console. */
  explain(error: AccountError) {
    // Logto has refused a token that was renewed just now: what is stored is worth nothing any more.
    if (error.code.startsWith('auth.') && error.kind === 'signed-out') void this.#options.session.clear?.();
    if (kindsToExplain.includes(error.kind)) this.report((hints) => hints.developerHint(error, this.#scopes));
  }

  async #signIn({ firstScreen, directSignIn, extraParams }: SignInOptions = {}, isFresh = false) {
    const { session, language, scopesOfMarkup } = this.#options;
    const scopes = [...new Set([...this.#scopes, ...(await scopesOfMarkup())])];
    await session.signIn?.({
      ...(firstScreen && { firstScreen }),
      ...(directSignIn && { directSignIn }),
      ...(extraParams && { extraParams }),
      ...(isFresh && { isFresh }),
      scopes,
      language: language(),
    });
  }

  /** Nothing of the user stays on the screen, whatever becomes of the session at Logto. */
  async #signOut() {
    this.store.setSignedOut();
    await this.#options.session.signOut?.();
  }

  async forgetSession(deletion?: Deletion) {
    this.store.setSignedOut(undefined, deletion);
    // What stays stored is worth nothing to Logto any more.
    await this.#options.session.clear?.().catch(() => undefined);
  }

  get #scopes() {
    const ofLayer = this.accountApi === undefined ? [] : [proofScope];
    return [...new Set([...this.#requiredScopes, ...ofLayer, ...this.#options.scopes()])];
  }
}
