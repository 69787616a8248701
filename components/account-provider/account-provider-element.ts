import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';

import { AccountError, isAccountError } from '../../src/api/account-error.js';
import type { SignInOptions } from '../../src/context/account-context.js';
import { accountContext } from '../../src/context/context-protocol.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import type { LogtoErrorEvent } from '../../src/events.js';
import type { AccountSettingsSnapshot } from '../../src/settings/account-settings.js';
import type { AccountStatus } from '../../src/state/account-state.js';
import { loadModule } from '../../src/load-module.js';
import { removeLeftovers } from '../../src/forms/leftovers.js';
import type { VerificationAttempt } from '../../src/verification/verification-attempt.js';
import { applyBrand } from './brand-styles.js';
import { SettingsInPage } from './inline-settings.js';
import { layerAt, ownAddress } from './layer-address.js';
import { configureSession } from '../../src/session/configure-session.js';
import type { LogtoClientLike } from '../../src/session/client-session.js';
import { ProviderContext } from './provider-context.js';
import { loadSettings } from './provider-settings.js';
import { ProviderView } from './provider-view.js';
import type { PublicAccount } from './public-account.js';
import type { GetAccessToken } from '../../src/session/token-function-session.js';
import { LogtoVerificationRequiredEvent } from './verification-required-event.js';

/** With another of these the account may be another one. */
const sessionProperties = [
  'endpoint',
  'accountApi',
  'appId',
  'redirectUri',
  'postSignOutRedirectUri',
  'client',
] as const;

/** How long a page may take to set the properties of a provider before the console says that some are missing. */
const configurationTimeout = 3000;

/**
 * Gives every element inside it the signed-in user's account: one session, one account, one set of settings, however many
 * elements there are. It shows nothing itself.
 *
 * The session comes from `client`, else from `getAccessToken`, else from `endpoint` and `app-id`. The settings come from
 * `settings`, else from a `<script type="application/json">` child, else from `settings-src`, else from Logto; without
 * any, the elements go by what the account shows.
 *
 * @summary Shares one session and one account with the elements inside it.
 *
 * @slot - The page content that contains the elements; optionally one `<script type="application/json">` with the settings.
 *
 * @event {LogtoStatusChangedEvent} logto-status-changed - `status` is now `loading`, `signed-out`, `failed` or `ready`.
 * @event {LogtoAccountChangedEvent} logto-account-changed - What `account` gives is another one now.
 * @event {LogtoVerificationRequiredEvent} logto-verification-required - An action needs the user to prove who they are. Cancelable.
 * @event {LogtoErrorEvent} logto-error - The account could not be loaded, or signing in did not finish.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - No one is signed in.
 * @cssstate failed - The account could not be loaded.
 * @cssstate ready - The account is there.
 */
export class LogtoAccountProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** The Logto endpoint, e.g. `https://my-tenant.logto.app`. */
  @property() endpoint: string | undefined;

  /** Id of a first-party application in Logto. With it the provider signs in by itself. */
  @property({ attribute: 'app-id' }) appId: string | undefined;

  /** Where Logto sends the user after signing in; registered in Logto. The current page, without query, by default. */
  @property({ attribute: 'redirect-uri' }) redirectUri: string | undefined;

  /** Where Logto sends the user after signing out; registered in Logto. The current page, without query, by default. */
  @property({ attribute: 'post-sign-out-redirect-uri' }) postSignOutRedirectUri: string | undefined;

  /** Scopes to ask for besides those that the elements inside need, separated by spaces. */
  @property() scopes = '';

  /** URL of a JSON file with the settings (`AccountSettingsSnapshot`), usually at the page's own origin. */
  @property({ attribute: 'settings-src' }) settingsSrc: string | undefined;

  /**
   * URL of the page's own Account API layer (`accountHandler` of `logto-account-elements/server`), e.g. `/account-api`. It
   * gets the user's access token, so the attribute takes an address of the page's own origin only; a script may set the
   * property to another one. Without it, elements that need it are absent.
   */
  @property({ attribute: 'account-api', converter: ownAddress }) accountApi: string | undefined;

  /** The settings themselves. */
  @property({ attribute: false }) settings: AccountSettingsSnapshot | undefined;

  /** The `LogtoClient` that the page has already, from `@logto/browser` or a framework's SDK. */
  @property({ attribute: false }) client: LogtoClientLike | undefined;

  /** Any other way to a token. Needs `endpoint`. */
  @property({ attribute: false }) getAccessToken: GetAccessToken | undefined;

  readonly #view = new ProviderView(this);
  readonly #inPage = new SettingsInPage(this);
  #provided: ProviderContext | undefined;
  #stopFollowing: (() => void) | undefined;
  /** Whether it has been out of the page, e.g. in a router's cache. */
  #wasAway = false;
  readonly #localize = new LocalizeController(this);
  readonly #context = new ContextProvider(this, { context: accountContext });

  /** `loading`, `signed-out`, `failed` or `ready`. */
  get status(): AccountStatus {
    return this.#view.status;
  }

  /** The person who is signed in, for reading; `undefined` unless the status is `ready`. The same object until it changes. */
  get account(): PublicAccount | undefined {
    return this.#view.account;
  }

  /**
   * Sends the user to Logto's sign-in page, or with options to another screen of it (`firstScreen`), or straight to a
   * provider (`directSignIn`), as Logto's SDK does. Rejects with an `AccountError`.
   */
  async signIn(options?: SignInOptions): Promise<void> {
    await this.#provided?.signIn?.(options);
  }

  /** Ends the session here and at Logto. Rejects with an `AccountError`. */
  async signOut(): Promise<void> {
    await this.#provided?.signOut?.();
  }

  /** Reads the account again, after the page has changed it by other means. Rejects with an `AccountError`. */
  async refresh(): Promise<void> {
    await this.#provided?.store.refreshAll();
  }

  /**
   * Has the user prove who they are, unless they did so in the last minutes. Rejects with an `AccountError`, of kind
   * `aborted` when they decline.
   */
  async verify(): Promise<void> {
    if (!this.#provided) throw new AccountError('signed-out');
    if (this.status === 'loading') await this.#provided.store.refresh();
    await this.#provided.person.verify();
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#view.connect();
    removeLeftovers(this);
    this.addEventListener('logto-error', this.#explain);
    addEventListener('pageshow', this.#onPageShow);
    if (!this.#provided) return;
    this.#follow(this.#provided);
    if (this.#wasAway) void this.#provided.store.reset();
    this.#wasAway = false;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('logto-error', this.#explain);
    removeEventListener('pageshow', this.#onPageShow);
    this.#stopFollowing?.();
    this.#provided?.stepUp.giveUp();
    // Moved within the page it is connected again at once. While it is away, nobody watches the session.
    queueMicrotask(() => (this.#wasAway = !this.isConnected));
  }

  protected override firstUpdated() {
    setTimeout(() => {
      if (!this.#provided && this.isConnected)
        console.warn(
          '[logto-account-elements] <logto-account-provider> needs endpoint and app-id, or client, or endpoint and getAccessToken.',
        );
    }, configurationTimeout);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const isOtherSession = sessionProperties.some((name) => changed.has(name));
    // Frameworks pass a new function with every render; it means the same, and is looked up at each call.
    const isOtherKind = changed.has('getAccessToken') && !(changed.get('getAccessToken') && this.getAccessToken);
    if (isOtherSession || isOtherKind) this.#connect();
    else if (changed.has('settings') || changed.has('settingsSrc')) void this.#provided?.store.reloadSettings();
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  #connect() {
    this.#stopFollowing?.();
    this.#provided?.store.close();
    const context = this.#createContext();
    this.#provided = context;
    this.#context.setValue(context);
    if (!context) this.#forget();
    else if (this.isConnected) this.#follow(context);
    void context?.store.refresh();
  }

  #createContext(): ProviderContext | undefined {
    const configured = configureSession(this);
    if (!configured) return undefined;
    const accountApi = layerAt(this.accountApi);
    return new ProviderContext({
      ...configured,
      accountApi,
      language: () => this.#localize.lang,
      scopes: () => this.scopes.split(/\s+/).filter(Boolean),
      scopesOfMarkup: async () => (await loadModule(() => import('./markup-scopes.js'))).scopesOfMarkup(this),
      // Not loaded on demand: that would be one more request before the account can be shown.
      loadSettings: (report) => {
        const arrived = () => void this.#provided?.store.reloadSettings();
        const { settings, settingsSrc } = this;
        const hasLayer = accountApi !== undefined;
        return loadSettings(this, { ...configured, settings, settingsSrc, hasLayer, report, arrived });
      },
      settingsInPage: () => this.#inPage.found,
      present: (attempt) => this.#present(attempt),
    });
  }

  #follow(context: ProviderContext) {
    const { store } = context;
    const stops = [store.subscribe(() => this.#showState(context)), context.followSession()];
    this.#stopFollowing = () => stops.forEach((stop) => stop());
    this.#showState(context);
  }

  /** The back/forward cache gives the page back as it was left, whoever has signed in or out since. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) void this.#provided?.store.reset();
  };

  #showState({ store: { state, settings } }: ProviderContext) {
    applyBrand(this.renderRoot as ShadowRoot, settings?.brandColor);
    this.#view.show(state);
  }

  #forget() {
    applyBrand(this.renderRoot as ShadowRoot, undefined);
    this.#view.show({ status: 'loading' });
  }

  async #present(attempt: VerificationAttempt) {
    if (!this.dispatchEvent(new LogtoVerificationRequiredEvent(attempt))) return;
    const state = this.#provided?.store.state;
    if (state?.status !== 'ready') return attempt.cancel();
    const { showVerificationDialog } = await loadModule(
      () => import('../../src/verification-dialog/verification-dialog.js'),
    );
    if (!state.person.signal.aborted) await showVerificationDialog(this, attempt, state.account);
  }

  /** Of its own elements only: what goes wrong in a provider inside this one is that one's business. */
  readonly #explain = (event: LogtoErrorEvent) => {
    const nearest = event.composedPath().find((node) => node instanceof Element && node.localName === this.localName);
    if (nearest === this && isAccountError(event.error)) this.#provided?.explain(event.error);
  };
}
