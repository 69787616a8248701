import { html, LitElement, nothing } from 'lit';

import type { Account } from '../../src/api/account.js';
import { AccountContextConsumer, statusIn } from '../../src/context/account-context-consumer.js';
import { customStates } from '../../src/controllers/custom-states.js';
import { RetryFocusController } from '../../src/status/retry-focus-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { SessionActions } from '../../src/controllers/session-actions.js';
import { signInMessages } from '../../src/localize/messages/en/sign-in.js';
import { statusOf } from '../../src/state/account-state.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { loadFailure } from '../../src/status/load-failure.js';
import { actionError, loadingPlaceholder } from '../../src/status/status-templates.js';
import { signInStyles } from './sign-in.styles.js';

/**
 * A button to sign in; once signed in, who that is and a button to sign out.
 *
 * Without a button when the page gave its provider a session that it signs in to and out of by itself.
 *
 * @summary Signs the user in and out.
 *
 * @slot heading - A heading of yours above it, in place of its own where it has one. Use an `<h1>` to `<h6>`.
 *
 * @event {LogtoErrorEvent} logto-error - Signing in or out failed. The element already shows why.
 *
 * @csspart sign-in - The button that signs in.
 * @csspart sign-out - The button that signs out.
 * @csspart primary - The button that signs in, as the main action.
 * @csspart value - Who is signed in.
 * @csspart loading - The placeholder while the session is looked up.
 * @csspart notice - What to do when the page handles signing in itself.
 * @csspart error - Why signing in or out, or loading the account, failed.
 * @csspart icon - The picture beside why the account could not be loaded.
 * @csspart retry - The button that loads the account again.
 *
 * @cssstate loading - The session is being looked up.
 * @cssstate signed-out - No one is signed in.
 * @cssstate failed - The account could not be loaded.
 * @cssstate ready - Somebody is signed in.
 */
export class LogtoSignIn extends LitElement {
  static override styles = [baseStyles, signInStyles];

  readonly #localize = new LocalizeController(this, signInMessages);
  readonly #provider = new AccountContextConsumer(this, ['profile'], ({ state, account }) => [
    ...statusIn(state),
    account?.name,
    account?.username,
    account?.primaryEmail,
  ]);
  readonly #session = new SessionActions(this, this.#provider, this.#localize);
  readonly #signIn = this.#session.signIn;
  readonly #signOut = this.#session.signOut;
  readonly #showState = customStates(this, ['loading', 'signed-out', 'failed', 'ready']);

  readonly #focus = new RetryFocusController(this);

  protected override willUpdate() {
    const status = statusOf(this.#session.state);
    this.#showState(status);
    this.#provider.show(status);
  }

  protected override render() {
    return html`<slot name="heading"></slot>${this.#renderSession()}`;
  }

  #renderSession() {
    const state = this.#session.state;
    switch (state.status) {
      case 'loading':
        return loadingPlaceholder(this.#localize);
      case 'signed-out':
        if (this.#signOut.pending) return this.#renderSignOut();
        return html`${this.#renderEndOfSession(state.error?.code)}
        ${this.#signOut.error ? this.#renderSignOut() : nothing} ${this.#renderSignIn()}`;
      case 'failed':
        return html`${loadFailure(this.#localize, state, this.#retry)} ${this.#renderSignOut()}`;
      case 'ready':
        if (state.hasEnded) return html`${this.#renderEndOfSession('session_ended')} ${this.#renderSignIn()}`;
        return html`<p part="value" tabindex="-1">${this.#nameOf(state.account)}</p>
          ${this.#renderSignOut()}`;
    }
  }

  readonly #retry = () => {
    this.#focus.hold();
    return this.#provider.required.store.refresh();
  };

  #renderEndOfSession(code: string | undefined) {
    if (!code) return nothing;
    const isUnfinished = code === 'sign_in_unfinished';
    const key = isUnfinished ? 'signIn.unfinished' : 'error.signed-out';
    return html`<p part="error" role="status">${this.#localize.codeText(code) || this.#localize.text(key)}</p>`;
  }

  #renderSignIn() {
    if (!this.#provider.current?.signIn) return html`<p part="notice">${this.#localize.text('common.signedOut')}</p>`;
    return html`
      ${actionError(this.#localize, this.#signIn.error)}
      <button
        part="sign-in primary"
        type="button"
        aria-disabled=${this.#signIn.pending}
        @click=${() => this.#signIn.run()}
      >
        ${this.#localize.text(this.#signIn.pending ? 'signIn.working' : 'signIn.signIn')}
      </button>
    `;
  }

  #renderSignOut() {
    if (!this.#provider.current?.signOut) return nothing;
    return html`
      ${actionError(this.#localize, this.#signOut.error)}
      <button part="sign-out" type="button" aria-disabled=${this.#signOut.pending} @click=${() => this.#signOut.run()}>
        ${this.#localize.text(this.#signOut.pending ? 'signIn.working' : 'signIn.signOut')}
      </button>
    `;
  }

  #nameOf({ name, username, primaryEmail }: Account) {
    // Checked at run time: the server's word for a name is not always text.
    const known = [name, username, primaryEmail].find((value) => typeof value === 'string' && value !== '');
    return known ? this.#localize.text('signIn.signedInAs', { name: known }) : this.#localize.text('signIn.signedIn');
  }
}
