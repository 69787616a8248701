import { AccountError } from '../api/account-error.js';
import { loadModule } from '../load-module.js';
import { isAnothers, useApplication } from './application-use.js';
import { isIssuerAt } from '../settings/issuer.js';
import { observeChanges } from './session-changes.js';
import type { Session, SessionScopes, SignInRequest } from './session.js';
import { isCallback, scopesAskedFor } from './sign-in-record.js';
import { remember } from './remember.js';
import { StoredSession, type IdTokenClaims } from './stored-session.js';
import { inTime } from './time-limit.js';
import { callHost } from './token-function-session.js';

interface BrowserSessionOptions {
  endpoint: string;
  appId: string;
  /** Registered in Logto; the current page without query and fragment where it is left out. */
  redirectUri: string | undefined;
  postSignOutRedirectUri: string | undefined;
}

/** A session of the library's own, in the store of `@logto/browser`. Who comes back with a good token does without the SDK. */
export class BrowserSession implements Session {
  readonly stored: StoredSession;
  /** The token that was given last: when another one is wanted, it is the one that Logto has refused. */
  #given: string | undefined;

  readonly #isOurs = remember((claims: IdTokenClaims | undefined) => isIssuerAt(this.endpoint, claims?.iss));

  constructor(readonly options: BrowserSessionOptions) {
    this.stored = new StoredSession(options.appId);
  }

  get endpoint(): string {
    return this.options.endpoint;
  }

  /** A session belongs to the issuer that gave it: nothing of it goes to another endpoint. */
  get isOurs(): boolean {
    return this.#isOurs(this.stored.claims);
  }

  getAccessToken = () => this.#give(undefined);

  renewAccessToken = () => this.#give(this.#given);

  signIn = (request: SignInRequest) =>
    callHost(async () => {
      this.#check();
      await (await loadWork()).signIn(this, request);
    });

  signOut = () => callHost(async () => (await loadWork()).signOut(this));

  clear = () => {
    if (this.isOurs) this.stored.clear();
    return Promise.resolve();
  };

  getIdToken = () => Promise.resolve((this.isOurs && this.stored.get('idToken')) || undefined);

  scopes = (): SessionScopes | undefined => {
    const granted = this.isOurs ? this.stored.scopes : undefined;
    if (!granted) return undefined;
    return { granted, refused: scopesAskedFor(this.options.appId).filter((scope) => !granted.includes(scope)) };
  };

  observe = (changed: () => void) => {
    const { appId } = this.options;
    const stops = [observeChanges(appId, changed), useApplication(appId, this.endpoint)];
    return () => stops.forEach((stop) => stop());
  };

  #give(refused: string | undefined): Promise<string> {
    return callHost(() => inTime(this.#token(refused)));
  }

  async #token(refused: string | undefined): Promise<string> {
    this.#check();
    await this.#finishSignIn();
    if (!this.isOurs) throw new AccountError('signed-out');
    const { accessToken } = this.stored;
    const isGood = accessToken !== undefined && accessToken !== refused;
    return (this.#given = isGood ? accessToken : await (await loadWork()).renew(this, refused));
  }

  #check() {
    this.stored.requireStorage();
    if (!this.isOurs && isAnothers(this.options.appId, this.endpoint))
      throw new AccountError('unexpected', 'app_id_in_use');
  }

  /** Once for each page, however many providers ask, and whichever copy of the library they are from. */
  #finishSignIn(): Promise<void> {
    const key = `${this.endpoint} ${this.options.appId}`;
    const begun = signIns.get(key);
    if (begun || !isCallback(this)) return begun ?? Promise.resolve();
    const finishing = loadWork()
      .then(({ finish }) => finish(this))
      .finally(() => signIns.delete(key));
    signIns.set(key, finishing);
    return finishing;
  }
}

const registry = Symbol.for('logto-account-elements.sign-ins');
const signIns = ((globalThis as { [registry]?: Map<string, Promise<void>> })[registry] ??= new Map<
  string,
  Promise<void>
>());

const loadWork = () => loadModule(() => import('./browser-session-work.js'));
