import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';

import type { Account } from '../../src/api/account.js';
import { avatarImage } from '../../src/avatar/avatar-image.js';
import { avatarStyles } from '../../src/avatar/avatar.styles.js';
import { knownAs } from '../../src/avatar/known-as.js';
import { AccountContextConsumer, statusIn } from '../../src/context/account-context-consumer.js';
import { customStates } from '../../src/controllers/custom-states.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { SessionActions } from '../../src/controllers/session-actions.js';
import { signInMessages } from '../../src/localize/messages/en/sign-in.js';
import { userButtonMessages } from '../../src/localize/messages/en/user-button.js';
import { statusOf, type AccountState } from '../../src/state/account-state.js';
import { RetryFocusController } from '../../src/status/retry-focus-controller.js';
import { actionError, errorText, loadingPlaceholder } from '../../src/status/status-templates.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { httpUrl } from '../../src/text/http-url.js';
import { MenuController } from './menu-controller.js';
import { userButtonStyles } from './user-button.styles.js';

/**
 * The button that every site with accounts has in its header: the picture or the initial of who is signed in, with a menu
 * to manage the account and to sign out. A button to sign in while nobody is.
 *
 * Links (`<a href>`) and buttons inside it become items of the menu, between the two. They get the role of a menu item, and
 * the arrow keys reach them.
 *
 * Without buttons to sign in and out when the page gave its provider a session that it signs in to and out of by itself.
 *
 * @summary Picture, name and account menu for a page's header.
 *
 * @slot - Links and buttons of yours: items of the menu.
 *
 * @event {LogtoErrorEvent} logto-error - Signing in or out failed. The element already shows why.
 *
 * @csspart button - The button that opens the menu.
 * @csspart avatar - The picture in it, or the initial in its place.
 * @csspart name - The name beside the picture.
 * @csspart panel - The box that opens: who is signed in, and the menu.
 * @csspart person - Who is signed in: name and address.
 * @csspart address - The email address, or else the phone number or username.
 * @csspart menu - The items.
 * @csspart item - Each item of its own.
 * @csspart manage - The item that leads to the account page.
 * @csspart sign-out - The item, or the button, that signs out.
 * @csspart sign-in - The button that signs in.
 * @csspart primary - The same button.
 * @csspart loading - The placeholder while the session is looked up, as large as the picture.
 * @csspart error - Why signing in or out, or loading the account, failed.
 * @csspart retry - The button that loads the account again.
 *
 * @cssproperty --logto-user-button-size - Diameter of the picture. `2.25rem` by default.
 *
 * @cssstate loading - The session is being looked up.
 * @cssstate signed-out - No one is signed in.
 * @cssstate failed - The account could not be loaded.
 * @cssstate ready - Somebody is signed in.
 */
export class LogtoUserButton extends LitElement {
  static override styles = [baseStyles, avatarStyles, userButtonStyles];

  /** The address of the account page, http or https, to which “Manage account” leads. Without it there is no such item. */
  @property({ attribute: 'account-url' }) accountUrl: string | undefined;

  /** Shows the name beside the picture. */
  @property({ type: Boolean, attribute: 'show-name' }) showName = false;

  readonly #localize = new LocalizeController(this, { ...signInMessages, ...userButtonMessages });
  readonly #provider = new AccountContextConsumer(this, ['profile', 'email'], ({ state, account }) => {
    const { name, address } = knownAs(account ?? {});
    return [...statusIn(state), account?.avatar, name, address];
  });
  readonly #session = new SessionActions(this, this.#provider, this.#localize);
  readonly #signIn = this.#session.signIn;
  readonly #signOut = this.#session.signOut;
  readonly #showState = customStates(this, ['loading', 'signed-out', 'failed', 'ready']);
  readonly #focus = new RetryFocusController(this);
  readonly #menu = new MenuController(this, () => this.#localize.lang);

  protected override willUpdate() {
    this.#showState(statusOf(this.#session.state));
  }

  protected override render() {
    const state = this.#session.state;
    switch (statusOf(state)) {
      case 'loading':
        return loadingPlaceholder(this.#localize);
      case 'signed-out':
        return this.#renderSignedOut(state);
      case 'failed':
      case 'ready':
        return this.#renderMenu(state);
    }
  }

  #renderSignedOut(state: AccountState) {
    const text = this.#endOf(state);
    return html`
      ${text ? html`<p part="error" role="status">${text}</p>` : nothing}
      ${actionError(this.#localize, this.#signOut.error ?? this.#signIn.error)}
      ${this.#signOut.error ? this.#renderSignOut() : nothing} ${this.#renderSignIn()}
    `;
  }

  /** Why nobody is signed in, where the user would not expect it and the page may not say it. */
  #endOf(state: AccountState): string | undefined {
    const code = state.status === 'signed-out' ? state.error?.code : undefined;
    if (code === 'sign_in_unfinished') return this.#localize.text('signIn.unfinished');
    return code === 'other_user' ? this.#localize.codeText(code) : undefined;
  }

  #renderSignIn() {
    if (!this.#provider.current?.signIn) return nothing;
    const isPending = this.#signIn.pending || this.#signOut.pending;
    return html`<button
      part="sign-in primary"
      type="button"
      aria-disabled=${isPending}
      @click=${() => !this.#signOut.pending && this.#signIn.run()}
    >
      ${this.#localize.text(isPending ? 'signIn.working' : 'signIn.signIn')}
    </button>`;
  }

  /** At Logto the session goes on until this has worked. */
  #renderSignOut() {
    return html`<button part="sign-out" type="button" @click=${() => this.#signOut.run()}>
      ${this.#localize.text('signIn.signOut')}
    </button>`;
  }

  #renderMenu(state: AccountState) {
    const account: Partial<Account> = state.status === 'ready' ? state.account : {};
    const { name, address } = knownAs(account);
    return html`
      <button
        part="button"
        id="button"
        type="button"
        popovertarget="panel"
        aria-haspopup="menu"
        aria-expanded=${this.#menu.isOpen}
        @keydown=${this.#menu.openByKey}
      >
        ${avatarImage({ account: { name, avatar: account.avatar }, lang: this.#localize.lang })}
        ${this.showName && name ? html`<span part="name" dir="auto" aria-hidden="true">${name}</span>` : nothing}
        <span class="visually-hidden">
          ${name ? this.#localize.text('userButton.menuOf', { name }) : this.#localize.text('userButton.menu')}
        </span>
      </button>
      <div part="panel" id="panel" popover @beforetoggle=${this.#menu.place} @toggle=${this.#menu.toggled}>
        ${name ? renderPerson(name, address) : nothing}
        ${state.status === 'failed' ? html`<p part="error">${errorText(this.#localize, state.error)}</p>` : nothing}
        <div part="menu" role="menu" aria-labelledby="button" @keydown=${this.#menu.move} @click=${this.#menu.chosen}>
          ${state.status === 'failed' ? this.#renderItem('retry', 'common.retry', this.#retry) : nothing}
          ${this.#renderManage()}
          <slot @slotchange=${this.#menu.adopt}></slot>
          ${this.#provider.current?.signOut ? this.#renderItem('sign-out', 'signIn.signOut', this.#leave) : nothing}
        </div>
      </div>
    `;
  }

  #renderManage() {
    const url = addressOf(this.accountUrl);
    if (!url) return nothing;
    return html`<a part="item manage" role="menuitem" tabindex="-1" href=${url}
      >${this.#localize.text('userButton.manage')}</a
    >`;
  }

  #renderItem(part: 'retry' | 'sign-out', text: 'common.retry' | 'signIn.signOut', press: () => unknown) {
    return html`<button part="item ${part}" role="menuitem" tabindex="-1" type="button" @click=${press}>
      ${this.#localize.text(text)}
    </button>`;
  }

  readonly #leave = () => {
    this.#focus.hold();
    return this.#signOut.run();
  };

  readonly #retry = () => this.#provider.required.store.refresh();
}

const renderPerson = (name: string, address: string | undefined) =>
  html`<p part="person">
    <bdi>${name}</bdi>
    ${address ? html`<bdi part="address">${address}</bdi>` : nothing}
  </p>`;

const addressOf = (url: string | undefined) =>
  url && URL.canParse(url, document.baseURI) ? httpUrl(new URL(url, document.baseURI).href) : undefined;
