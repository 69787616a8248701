import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { Account } from '../../src/api/account.js';
import { AccountController, type ReadyAccount } from '../../src/controllers/account-controller.js';
import { DarkPageController } from '../../src/controllers/dark-page-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { OpenRowController } from '../../src/controllers/open-row-controller.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { socialLinkMessages } from '../../src/localize/messages/en/social-links.js';
import type { AccountSettings } from '../../src/settings/account-settings.js';
import { socialLinksNeeds } from '../../src/settings/tag-needs.js';
import { connectorsOf, type SocialConnector } from '../../src/social/connectors.js';
import { isLastIdentity } from '../../src/state/identifiers.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { rowList } from '../../src/ui/row-list.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import { SocialActions } from './social-actions.js';
import { socialLinksStyles } from './social-links.styles.js';
import type { SocialLinkMode } from './social-panel.js';
import { SocialReturnController } from './social-return-controller.js';
import { providerName, socialRows } from './social-rows.js';

/**
 * The social accounts that the user can sign in with, linked ones first, with buttons to link, replace and unlink.
 *
 * Linking leaves the page and comes back to it. Which providers there are is in the tenant's settings; where the page
 * cannot read those, it can name them in `connectors`, and without both only what is linked already is shown.
 *
 * Absent when the tenant's `social` toggle is `Off` or it has no providers, without buttons when it is `ReadOnly`.
 *
 * @summary Links and unlinks social accounts.
 *
 * @slot heading - Replaces the heading. Use an `<h1>` to `<h6>`.
 *
 * @event {LogtoSocialLinksUpdatedEvent} logto-social-links-updated - An account was linked, replaced or unlinked; `provider` says of which provider.
 * @event {LogtoAccessChangedEvent} logto-access-changed - What the tenant lets the user do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - Linking or unlinking failed. The tag already shows why.
 *
 * @csspart heading - The heading.
 * @csspart list - The list of rows.
 * @csspart row - Each row.
 * @csspart label - The name of a provider, with its logo.
 * @csspart logo - The logo of a provider.
 * @csspart value - The name and address of the linked account.
 * @csspart hint - Why an account cannot be unlinked.
 * @csspart actions - The place of the buttons of a row.
 * @csspart edit - Each button that links or replaces an account.
 * @csspart remove - Each button that asks whether to unlink an account.
 * @csspart form - The place of what is open in a row.
 * @csspart confirm - The button that unlinks, or finishes linking.
 * @csspart danger - The same button, as one to think about.
 * @csspart primary - The same button, as the main one.
 * @csspart cancel - The button that leaves everything as it is.
 * @csspart status - What was done last.
 * @csspart notice - Why there is nothing to see: signed out, or not available here.
 * @csspart loading - The placeholder while the account is on its way.
 * @csspart error - Why loading failed, or an action.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate failed - The account could not be loaded, or is not available here.
 * @cssstate off - The tenant has switched it off, or has no providers: the tag takes no space.
 * @cssstate read-only - It cannot be changed here.
 */
export class LogtoSocialLinks extends LitElement {
  static override styles = [baseStyles, rowStyles, actionRowStyles, socialLinksStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /**
   * Where accounts are linked. `embedded`: the provider sends the user straight back to this page, whose address has to
   * be registered there. `hosted`: at Logto's own page, from where the user comes back. `auto`: here when `redirect-uri`
   * is set, else there.
   */
  @property() mode: SocialLinkMode = 'auto';

  /**
   * The address that is registered at the providers. A page there must contain this tag, too. The current page, without
   * query, by default.
   */
  @property({ attribute: 'redirect-uri' }) redirectUri: string | undefined;

  /** The providers, where the page cannot read the tenant's settings. */
  @property({ attribute: false }) connectors: readonly SocialConnector[] | undefined;

  readonly #localize = new LocalizeController(this, {
    ...credentialMessages,
    ...credentialFormMessages,
    ...socialLinkMessages,
  });
  readonly #account = new AccountController(this, {
    ...socialLinksNeeds,
    localize: this.#localize,
    isEmpty: ({ account, settings }) => this.#hasNothing(account, settings) && !this.#rows.isInUse,
  });
  readonly #rows = new OpenRowController(this);
  readonly #page = new DarkPageController(this);
  readonly #actions = new SocialActions({
    host: this,
    localize: this.#localize,
    rows: this.#rows,
    connection: () => this.#account.connection,
    redirectUri: (connector) => this.#redirectUriFor(connector),
    nameOf: (target) => providerName(this.#connectors, target, this.#localize.lang),
  });

  constructor() {
    super();
    new SocialReturnController(this, { account: this.#account, back: this.#actions.back });
  }

  protected override render() {
    return this.#account.render((ready) => this.#renderList(ready));
  }

  #renderList({ account }: ReadyAccount) {
    this.#rows.belongsTo(account.id);
    const rows = socialRows({
      localize: this.#localize,
      identities: account.identities ?? {},
      connectors: this.#connectors,
      canEdit: this.#account.accessTo('social') === 'Edit',
      isLast: isLastIdentity(account),
      isDark: this.#page.isDark,
      keyOf: (target) => this.#rows.keyOf(target),
      on: this.#actions,
    });
    return rowList(this.#localize, this.#localize.text('socialLinks.heading'), rows, this.#rows);
  }

  /** Nothing is linked, and it is known that nothing can be. */
  #hasNothing({ identities = {} }: Account, settings: AccountSettings | undefined): boolean {
    const areKnown = this.connectors !== undefined || settings?.socialConnectors !== undefined;
    return areKnown && this.#connectors.length === 0 && Object.keys(identities).length === 0;
  }

  #redirectUriFor({ target }: SocialConnector): string | undefined {
    const own = this.redirectUri ? new URL(this.redirectUri, location.href).href : undefined;
    if (this.mode === 'embedded') return own ?? location.origin + location.pathname;
    return this.mode === 'auto' && !postsItsAnswer(target) ? own : undefined;
  }

  get #connectors(): SocialConnector[] {
    return connectorsOf(this.connectors ?? this.#account.ready?.settings?.socialConnectors);
  }
}

/** Apple posts its answer to a server, where it names the user; a page cannot receive that. */
const postsItsAnswer = (target: string) => target === 'apple';
