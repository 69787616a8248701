import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { Account } from '../../src/api/account.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { ColorSchemeController } from './color-scheme-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { socialLinkMessages } from '../../src/localize/messages/en/social-links.js';
import type { AccountSettings } from '../../src/settings/account-settings.js';
import type { TaskMode } from '../../src/redirect/tasks.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { socialLinksRequirements } from '../../src/settings/element-requirements.js';
import { connectorsOf, type SocialConnector } from '../../src/settings/social-connectors.js';
import { isLastIdentity } from '../../src/identifiers/identifiers.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import { SocialActions } from './social-actions.js';
import { socialLinksStyles } from './social-links.styles.js';
import type { SocialMessageKey } from './social-panel.js';
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
 * @event {LogtoSocialLinksUpdatedEvent} logto-social-links-updated - An account was linked, replaced or unlinked; `item` says of which provider.
 *
 * @csspart heading - The heading.
 * @csspart logo - The logo of a provider.
 * @csspart picture - The picture of a linked account.
 * @csspart value - The name and address of the linked account.
 * @csspart hint - Why an account cannot be unlinked.
 * @csspart edit - Each button that links or replaces an account.
 * @csspart remove - Each button that asks whether to unlink an account.
 * @csspart primary - The same button, as the main one.
 *
 * @cssstate off - The tenant has switched it off, or has no providers: the element takes no space.
 */
export class LogtoSocialLinks extends LitElement {
  static override styles = [baseStyles, rowStyles, socialLinksStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /**
   * Where accounts are linked. `embedded`: in this page, or not at all. `hosted`: at Logto's own page, from where the
   * user comes back. `auto`: here where that works, else there. It works where the provider can send the user straight
   * back to a page that is registered with it, which is what `callback-uri` says.
   */
  @property() mode: TaskMode = 'auto';

  /**
   * The address that is registered as callback at the providers. A page there must contain this element, too. For
   * `embedded` it is the current page, without query, by default.
   */
  @property({ attribute: 'callback-uri' }) callbackUri: string | undefined;

  /** The providers, where the page cannot read the tenant's settings. */
  @property({ attribute: false }) connectors: readonly SocialConnector[] | undefined;

  readonly #localize = new LocalizeController(this, {
    ...credentialMessages,
    ...credentialFormMessages,
    ...socialLinkMessages,
  });
  readonly #account: AccountController = new AccountController(this, {
    ...socialLinksRequirements,
    localize: this.#localize,
    expects: (settings) => (settings ? connectorsOf(settings.socialConnectors).length || 1 : 1),
    isEmpty: ({ account, settings }) => this.#hasNothing(account, settings) && !this.#rows.isInUse,
  });
  readonly #page = new ColorSchemeController(this);
  readonly #rows: RowsController<SocialMessageKey> = new RowsController(this, {
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('socialLinks.heading'),
    rows: ({ account }) =>
      socialRows({
        localize: this.#localize,
        identities: account.identities ?? {},
        connectors: this.#connectors,
        canLink: ({ target }) => this.mode !== 'embedded' || !postsItsAnswer(target),
        canEdit: this.#account.accessTo('social') === 'Edit',
        isLast: isLastIdentity(account),
        isDark: this.#page.isDark,
        actions: this.#actions,
      }),
  });
  readonly #actions = new SocialActions({
    rows: this.#rows,
    callbackUri: (connector) => this.#callbackUriFor(connector),
    nameOf: (target) => providerName(this.#connectors, target, this.#localize.lang),
  });

  constructor() {
    super();
    const { back, stray } = this.#actions;
    const registered = () => (this.#isRegistered ? this.#registered : undefined);
    new SocialReturnController(this, { account: this.#account, registered, back, stray });
  }

  /**
   * Puts the focus on the button that links an account of this provider, by its target, such as `github`; without a target, of
   * the first that is not linked. The user decides whether to go to the provider. Gives whether there is such a button.
   */
  open(target?: string): Promise<boolean> {
    return this.#rows.openTask(target);
  }

  protected override render() {
    return this.#rows.render();
  }

  /** Nothing is linked, and it is known that nothing can be. */
  #hasNothing({ identities = {} }: Account, settings: AccountSettings | undefined): boolean {
    const areKnown = this.connectors !== undefined || settings?.socialConnectors !== undefined;
    return areKnown && this.#connectors.length === 0 && Object.keys(identities).length === 0;
  }

  #callbackUriFor({ target }: SocialConnector): string | undefined {
    if (postsItsAnswer(target)) return undefined;
    return this.#registered ?? (this.mode === 'embedded' ? location.origin + location.pathname : undefined);
  }

  /** The address that the page names, where accounts are linked from the page. */
  get #registered(): string | undefined {
    const isUsed = this.mode !== 'hosted' && this.callbackUri;
    return isUsed ? new URL(isUsed, location.href).href : undefined;
  }

  /** What the page names may be no address at all, which is reported when it is used. */
  get #isRegistered(): boolean {
    return URL.canParse(this.callbackUri ?? '', location.href);
  }

  get #connectors(): SocialConnector[] {
    return connectorsOf(this.connectors ?? this.#account.ready?.settings?.socialConnectors);
  }
}

/** Apple posts its answer to a server, where it names the user; a page cannot receive that. */
const postsItsAnswer = (target: string) => target === 'apple';
