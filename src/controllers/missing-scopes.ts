import { html, nothing, type ReactiveElement } from 'lit';

import { AccountError } from '../api/account-error.js';
import type { AccountContextConsumer } from '../context/account-context-consumer.js';
import { LogtoErrorEvent } from '../events.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import { scopesOfFields } from '../context/element-access.js';
import type { MissingScopes as Missing } from '../context/account-context.js';
import type { ElementRequirements } from '../settings/element-requirements.js';
import { actionError } from '../status/status-templates.js';

export interface MissingScopesOptions extends ElementRequirements {
  localize: CommonLocalizer;
}

/**
 * What cannot be seen because the user signed in without its scope, and a button to sign in again with it. A refresh cannot
 * widen what was granted (RFC 6749, 6); signing in again does, and comes back to this page.
 */
export class MissingScopes {
  #error: AccountError | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly provider: AccountContextConsumer,
    private readonly options: MissingScopesOptions,
  ) {}

  /** Whether there are any, as far as is known. */
  get areThere(): boolean {
    return this.#missing.scopes.length > 0;
  }

  /** Whether signing in again can bring them. */
  get canAsk(): boolean {
    return this.#missing.canAsk;
  }

  /** Whether this is one of them. */
  has(scope: string): boolean {
    return this.#missing.scopes.includes(scope);
  }

  /** Tells the developer. */
  report() {
    this.provider.current?.reportMissingScopes(this.#missing.scopes);
  }

  /** The button, where it would help. */
  render() {
    if (!this.canAsk) return nothing;
    const { localize } = this.options;
    return html`${actionError(localize, this.#error)}
      <button part="retry" type="button" @click=${this.#signInAgain}>${localize.text('common.signInAgain')}</button>`;
  }

  /** The same below what can be seen. */
  renderNotice() {
    if (!this.canAsk) return nothing;
    return html`<p part="notice">${this.options.localize.text('common.hidden')}</p>
      ${this.render()}`;
  }

  readonly #signInAgain = async () => {
    try {
      await this.provider.required.signIn?.();
    } catch (cause) {
      this.#error = AccountError.from(cause);
      this.host.dispatchEvent(new LogtoErrorEvent(this.#error));
      this.host.requestUpdate();
    }
  };

  get #missing(): Missing {
    return this.provider.current?.missingScopes(scopesOfFields(this.options)) ?? { scopes: [], canAsk: false };
  }
}
