import { html, LitElement, nothing } from 'lit';

import type { Account } from '../../src/api/account.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { ConnectionController } from '../../src/controllers/connection-controller.js';
import { customStates } from '../../src/controllers/custom-states.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { signInMessages } from '../../src/localize/messages/en/sign-in.js';
import { statusOf } from '../../src/state/account-store.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { actionError, loadFailure, loadingPlaceholder } from '../../src/ui/status-templates.js';
import { signInStyles } from './sign-in.styles.js';

/**
 * A button to sign in; once signed in, who that is and a button to sign out.
 *
 * Without a button when the page gave its provider a session that it signs in to and out of by itself.
 *
 * @summary Signs the user in and out.
 *
 * @event {LogtoErrorEvent} logto-error - Signing in or out failed. The tag already shows why.
 *
 * @csspart sign-in - The button that signs in.
 * @csspart sign-out - The button that signs out.
 * @csspart primary - The button that signs in, as the main action.
 * @csspart value - Who is signed in.
 * @csspart loading - The placeholder while the session is looked up.
 * @csspart notice - What to do when the page handles signing in itself.
 * @csspart error - Why signing in or out, or loading the account, failed.
 * @csspart retry - The button that loads the account again.
 *
 * @cssstate loading - The session is being looked up.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate failed - The account could not be loaded.
 * @cssstate ready - Somebody is signed in.
 */
export class LogtoSignIn extends LitElement {
  static override styles = [baseStyles, signInStyles];

  readonly #localize = new LocalizeController(this, signInMessages);
  readonly #provider = new ConnectionController(this, ['profile']);
  readonly #showState = customStates(this, ['loading', 'signed-out', 'failed', 'ready']);

  readonly #signIn = new ActionController(this, async () => {
    await this.#provider.required.signIn?.();
    return undefined;
  });

  readonly #signOut = new ActionController(this, async () => {
    await this.#provider.required.signOut?.();
    return undefined;
  });

  protected override willUpdate() {
    this.#showState(statusOf(this.#provider.state));
  }

  protected override render() {
    const { state } = this.#provider;
    switch (state.status) {
      case 'loading':
        return loadingPlaceholder(this.#localize);
      case 'signed-out':
        return html`${this.#renderEndOfSession(state.error?.code)} ${this.#renderSignIn()}`;
      case 'failed':
        return html`${loadFailure(this.#localize, state, () => this.#provider.required.store.refresh())}
        ${this.#renderSignOut()}`;
      case 'ready':
        if (state.hasEnded) return html`${this.#renderEndOfSession('session_ended')} ${this.#renderSignIn()}`;
        return html`<p part="value">${this.#nameOf(state.account)}</p>
          ${this.#renderSignOut()}`;
    }
  }

  #renderEndOfSession(code: string | undefined) {
    if (!code) return nothing;
    const isUnfinished = code === 'sign_in_unfinished';
    const words = isUnfinished ? this.#localize.text('signIn.unfinished') : this.#localize.text('error.signed-out');
    return html`<p part="error" role="status">${words}</p>`;
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
