import { html, nothing, type ReactiveElement } from 'lit';

import { AccountError } from '../api/account-error.js';
import type { AccountContextConsumer } from '../context/account-context-consumer.js';
import { LogtoErrorEvent } from '../events.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import type { AccountField } from '../settings/account-settings.js';
import { scopeOf, type ElementRequirements } from '../settings/element-requirements.js';
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
    return this.#missing.length > 0;
  }

  /** Whether signing in again can bring them. */
  get canAsk(): boolean {
    return this.provider.current?.missingScopes(this.#ofFields).canAsk ?? false;
  }

  /** Whether this is one of them. */
  has(scope: string): boolean {
    return this.#missing.includes(scope);
  }

  /** Whether that of the field is one of them. */
  hasFor(field: AccountField): boolean {
    const scope = scopeOf[field];
    return scope !== undefined && this.has(scope);
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

  get #missing(): readonly string[] {
    return this.provider.current?.missingScopes(this.#ofFields).scopes ?? [];
  }

  /** Without those that are of use for what else the user can sign in with only. */
  get #ofFields(): readonly string[] {
    const { fields, scopes } = this.options;
    const own = fields.map((field) => scopeOf[field]);
    return scopes.filter((scope) => own.includes(scope) || scope === 'address');
  }
}
