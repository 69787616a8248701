import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';

import { AccountError } from '../../src/api/account-error.js';
import { accountContext } from '../../src/context/account-context.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { LogtoErrorEvent } from '../../src/events.js';
import type { AccountSettingsSnapshot } from '../../src/settings/account-settings.js';
import { statusOf, type AccountStatus } from '../../src/state/account-store.js';
import { loadModule } from '../../src/state/load-module.js';
import type { VerificationAttempt } from '../../src/verification/verification-attempt.js';
import { applyBrand } from './brand-styles.js';
import { configureSession } from './configure-session.js';
import type { LogtoClientLike } from './client-session.js';
import { ProviderConnection } from './provider-connection.js';
import { loadSettings } from './provider-settings.js';
import type { GetAccessToken } from './token-function-session.js';
import { LogtoVerificationRequiredEvent } from './verification-required-event.js';

/** With another of these the account may be another one. */
const sessionProperties = ['endpoint', 'appId', 'redirectUri', 'postSignOutRedirectUri', 'client'] as const;

/** How long a page may take to set the properties of a provider before it is told that some are missing. */
const configurationTimeout = 3000;

/** The account of a provider began to load, is there, could not be loaded, or the user is signed out. */
export class LogtoStatusChangedEvent extends Event {
  constructor(readonly status: AccountStatus) {
    super('logto-status-changed', { bubbles: true, composed: true });
  }
}

/**
 * Gives every tag inside it the signed-in user's account: one session, one account, one set of settings, however many
 * tags there are. It shows nothing itself.
 *
 * The session comes from `client`, else from `getAccessToken`, else from `endpoint` and `app-id`. The settings come from
 * `settings`, else from a `<script type="application/json">` child, else from `settings-src`, else from Logto; without
 * any, the tags go by what the account shows.
 *
 * @summary Shares one session and one account with the tags inside it.
 *
 * @slot - The page content that contains the tags; optionally one `<script type="application/json">` with the settings.
 *
 * @event {LogtoStatusChangedEvent} logto-status-changed - `status` is now `loading`, `signed-out`, `failed` or `ready`.
 * @event {LogtoVerificationRequiredEvent} logto-verification-required - An action needs the user to prove who they are. Cancelable.
 * @event {LogtoErrorEvent} logto-error - The account could not be loaded, or signing in did not finish.
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

  /** Scopes to ask for besides those that the tags inside need, separated by spaces. */
  @property() scopes = '';

  /** URL of a JSON file with the settings (`AccountSettingsSnapshot`), usually at the page's own origin. */
  @property({ attribute: 'settings-src' }) settingsSrc: string | undefined;

  /** The settings themselves. */
  @property({ attribute: false }) settings: AccountSettingsSnapshot | undefined;

  /** The `LogtoClient` that the page has already, from `@logto/browser` or a framework's SDK. */
  @property({ attribute: false }) client: LogtoClientLike | undefined;

  /** Any other way to a token. Needs `endpoint`. */
  @property({ attribute: false }) getAccessToken: GetAccessToken | undefined;

  #connection: ProviderConnection | undefined;
  #status: AccountStatus = 'loading';
  #stopFollowing: (() => void) | undefined;
  readonly #localize = new LocalizeController(this);
  readonly #context = new ContextProvider(this, { context: accountContext });

  /** `loading`, `signed-out`, `failed` or `ready`. */
  get status(): AccountStatus {
    return this.#status;
  }

  /** Sends the user to Logto's sign-in page. Rejects with an `AccountError`. */
  async signIn(): Promise<void> {
    await this.#connection?.signIn?.();
  }

  /** Ends the session here and at Logto. Rejects with an `AccountError`. */
  async signOut(): Promise<void> {
    await this.#connection?.signOut?.();
  }

  /** Reads the account again, after the page has changed it by other means. Rejects with an `AccountError`. */
  async refresh(): Promise<void> {
    await this.#connection?.store.refreshAll();
  }

  /**
   * Has the user prove who they are, unless they did so in the last minutes. Rejects with an `AccountError`, of kind
   * `aborted` when they decline.
   */
  async verify(): Promise<void> {
    if (!this.#connection) throw new AccountError('signed-out');
    if (this.#status === 'loading') await this.#connection.store.refresh();
    await this.#connection.stepUp.verify();
  }

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener('logto-error', this.#explain);
    if (this.#connection) this.#follow(this.#connection);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('logto-error', this.#explain);
    this.#stopFollowing?.();
    this.#connection?.stepUp.giveUp(new AccountError('aborted'));
  }

  protected override firstUpdated() {
    setTimeout(() => {
      if (!this.#connection && this.isConnected)
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
    else if (changed.has('settings') || changed.has('settingsSrc')) void this.#connection?.store.reloadSettings();
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  #connect() {
    this.#stopFollowing?.();
    const configured = configureSession(this);
    const connection =
      configured &&
      new ProviderConnection({
        ...configured,
        language: () => this.#localize.lang,
        scopes: () => this.scopes.split(/\s+/).filter(Boolean),
        loadSettings: (report) => loadSettings(this, { ...this.#settingsOptions, ...configured, report }),
        present: (attempt) => this.#present(attempt),
      });
    this.#connection = connection;
    this.#context.setValue(connection);
    if (!connection) this.#forget();
    else if (this.isConnected) this.#follow(connection);
    void connection?.store.refresh();
  }

  get #settingsOptions() {
    return { settings: this.settings, settingsSrc: this.settingsSrc };
  }

  #follow(connection: ProviderConnection) {
    const { store } = connection;
    const stops = [
      store.subscribe(() => this.#showState(connection)),
      connection.observe?.(() => void store.refresh().catch(() => undefined)),
    ];
    this.#stopFollowing = () => stops.forEach((stop) => stop?.());
    this.#showState(connection);
  }

  #showState({ store: { state } }: ProviderConnection) {
    applyBrand(this.renderRoot as ShadowRoot, state.status === 'ready' ? state.settings?.brandColor : undefined);
    const isNew = this.#show(statusOf(state));
    if (isNew && 'error' in state && state.error) this.dispatchEvent(new LogtoErrorEvent(state.error));
  }

  #show(status: AccountStatus): boolean {
    if (status === this.#status) return false;
    this.#status = status;
    this.dispatchEvent(new LogtoStatusChangedEvent(status));
    return true;
  }

  #forget() {
    applyBrand(this.renderRoot as ShadowRoot, undefined);
    this.#show('loading');
  }

  async #present(attempt: VerificationAttempt) {
    if (!this.dispatchEvent(new LogtoVerificationRequiredEvent(attempt))) return;
    const state = this.#connection?.store.state;
    if (state?.status !== 'ready') return attempt.cancel();
    const { showVerificationDialog } = await loadModule(() => import('./verification-dialog.js'));
    await showVerificationDialog(this, attempt, state.account);
  }

  readonly #explain = ({ error }: LogtoErrorEvent) => this.#connection?.explain(error);
}

declare global {
  interface HTMLElementEventMap {
    'logto-status-changed': LogtoStatusChangedEvent;
  }
}
