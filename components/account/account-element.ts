import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';

import { avatarStyles } from '../../src/avatar/avatar.styles.js';
import { AccountContextConsumer, statusIn } from '../../src/context/account-context-consumer.js';
import { customStates } from '../../src/controllers/custom-states.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { accountMessages } from '../../src/localize/messages/en/account.js';
import { RetryFocusController } from '../../src/status/retry-focus-controller.js';
import { serviceLinks } from '../../src/settings/service-links.js';
import type { AccountState } from '../../src/state/account-state.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { loadFailure } from '../../src/status/load-failure.js';
import { loadingPlaceholder } from '../../src/status/status-templates.js';
import { AccountLoader } from './account-loader.js';
import { AccountNavigation } from './account-navigation.js';
import { AccountPlan } from './account-plan.js';
import { signInElement } from './account-sections.js';
import {
  elementSlots,
  firstWaitingSection,
  header,
  headerValues,
  navigation,
  sectionList,
  serviceList,
  type AccountView,
} from './account-view.js';
import { accountStyles } from './account.styles.js';
import { ComposedElements } from './composed-elements.js';
import type { AccountRouting } from './section-address.js';
import type { SummaryMessageKey } from './security-summary.js';

/**
 * The whole account page: profile, security, and devices and apps, each made of the elements that the tenant has switched
 * on, with a navigation between them, and a button to sign in or out. Security begins with a summary: what protects the
 * account, what is missing as far as the user can change it here, and the one thing to do next. Below it all ways to sign in
 * are one card: username, email address, phone number, and password. The elements are children of this one, loaded when
 * their section is shown.
 *
 * A link leads straight to what is to be done, `#security/password` or `/account/security/password`: the section, the
 * element without `logto-`, and where it has several forms, which one (`#security/social-links/github`). A field of the
 * profile and a second step need no element (`#profile/nickname`, `#security/totp`). Where nothing can be changed there, it
 * shows the section. Links and `open()` do the same.
 *
 * An element of yours whose `slot` is the name of an element takes its place
 * (`<logto-passkeys slot="logto-passkeys" mode="hosted">`). One whose slot is the name of a section stands below the elements
 * of that section, and with any other name it is a section of its own, called like its `aria-label`.
 *
 * @summary The whole account page in one element.
 *
 * @slot heading - A heading of yours above it, in place of its own where it has one. Use an `<h1>` to `<h6>`.
 * @slot logto-sign-in - In place of that element.
 * @slot logto-profile - In place of that element.
 * @slot logto-organizations - In place of that element.
 * @slot logto-username - In place of that element.
 * @slot logto-email - In place of that element.
 * @slot logto-phone - In place of that element.
 * @slot logto-password - In place of that element.
 * @slot logto-mfa - In place of that element.
 * @slot logto-passkeys - In place of that element.
 * @slot logto-social-links - In place of that element.
 * @slot logto-access-tokens - In place of that element.
 * @slot logto-data-export - In place of that element.
 * @slot logto-delete-account - In place of that element.
 * @slot logto-sessions - In place of that element.
 * @slot logto-sign-in-history - In place of that element.
 * @slot logto-connected-apps - In place of that element.
 * @slot logto-trusted-devices - In place of that element.
 * @slot profile - Below the elements of this section. Any other name makes a section of its own.
 * @slot security - Below the elements of this section.
 * @slot devices - Below the elements of this section.
 *
 * @event {LogtoErrorEvent} logto-error - A section could not be loaded. The element already shows why.
 *
 * @csspart header - Whose account it is, with the button to sign out.
 * @csspart avatar - The picture in it, or the initial in its place.
 * @csspart name - The name in it.
 * @csspart address - The email address in it, or else the phone number or username.
 * @csspart navigation - The navigation between the sections.
 * @csspart link - Each link in it.
 * @csspart icon - The picture in a link, which says what its section is about, in the summary, or beside why something could
 * not be loaded.
 * @csspart current - The one that leads to the section that is shown.
 * @csspart section - Each section.
 * @csspart heading - The heading of the ways to sign in.
 * @csspart card - The box around them, one row each.
 * @csspart summary - The card above them: what protects the account, and what is missing.
 * @csspart summary-heading - Its heading.
 * @csspart fact - Each thing that protects the account, or is missing.
 * @csspart badge - How it stands with that, in a word or two.
 * @csspart value - Which second steps there are.
 * @csspart advice - Why the next thing should be done.
 * @csspart next - The button that leads to it.
 * @csspart primary - The same, as the main button.
 * @csspart return - The link back to where the user came from, once they have done what they came for.
 * @csspart service - The list of links to the tenant's terms of use, privacy policy, and support, below all sections.
 * @csspart support - The link to the tenant's support.
 * @csspart notice - What is said when there is nothing to see or change.
 * @csspart loading - The placeholder while the account or a section is on its way.
 * @csspart error - Why the account or a section could not be loaded.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - No one is signed in.
 * @cssstate failed - The account could not be loaded.
 * @cssstate empty - The tenant has switched everything off, which is said.
 * @cssstate ready - There is something to see.
 */
export class LogtoAccount extends LitElement {
  static override styles = [baseStyles, avatarStyles, accountStyles];

  /**
   * How sections are addressed: `hash` (`#security`), `history` (`/account/security`, which your server has to answer
   * with the same page), or `off`: all sections one below the other, without navigation. With `hash` a fragment that names
   * no section is the page's, and stays.
   */
  @property() routing: AccountRouting = 'hash';

  /** What comes before the name of a section in the path, for `history`. */
  @property({ attribute: 'base-path' }) basePath = '/account';

  /** Which sections there are and in which order, by name, separated by spaces. All by default, your own last. */
  @property() sections = '';

  /** Hides the buttons that change something, even where the tenant allows it. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /**
   * Where a user came from to do one thing here, an http or https address. It is offered when they have done what a link or
   * `open()` led to. Without it `return-to` in the query of the page is, if it is an address of the page's own origin.
   */
  @property({ attribute: 'return-to' }) returnTo: string | undefined;

  readonly #localize = new LocalizeController<keyof typeof accountMessages | SummaryMessageKey>(this, accountMessages);
  readonly #provider: AccountContextConsumer = new AccountContextConsumer(
    this,
    [],
    (store) => [
      ...statusIn(store.state),
      ...headerValues(store.account),
      ...this.#plan.visibilities,
      this.#loader.summary?.valueIn(store),
    ],
    ({ store, elements }, changed) => {
      const stops = [store.subscribe(changed), elements.subscribe(changed)];
      return () => stops.forEach((stop) => stop());
    },
  );
  readonly #showState = customStates(this, ['loading', 'signed-out', 'failed', 'empty', 'ready']);
  readonly #focus = new RetryFocusController(this, '[part="section"]:not([hidden])');
  readonly #tags: ComposedElements = new ComposedElements(this, () => this.#provider.current?.elements);
  readonly #plan: AccountPlan = new AccountPlan(this, this.#tags, () => this.#provider.current);
  readonly #loader: AccountLoader = new AccountLoader(this, {
    localize: this.#localize,
    tags: this.#tags,
    plan: this.#plan,
  });
  readonly #navigation: AccountNavigation = new AccountNavigation(this, {
    tags: this.#tags,
    plan: this.#plan,
    moved: () => this.#loader.clear(),
  });

  /**
   * Goes to a section and opens there what a link to it would open: `security/password`. Gives whether it is open then: not
   * where nothing may be changed, and not when the user goes elsewhere meanwhile. Waits until somebody is signed in.
   */
  open(task: string): Promise<boolean> {
    return this.#navigation.open(task);
  }

  protected override willUpdate() {
    const { status } = this.#state;
    this.#plan.update(this.#navigation.section);
    const isEmpty = status === 'ready' && this.#plan.sections.length === 0;
    this.#showState(isEmpty ? 'empty' : status);
  }

  protected override updated() {
    this.#provider.current?.require(this.#plan.scopes);
    this.#tags.keep([...this.#plan.outside, ...this.#plan.allElements]);
    this.#tags.readonly = this.readonly;
    this.#loader.prefetch(this.#provider.state, this.#navigation.section);
    void this.#tags.settled().then(this.#proceed);
  }

  /** What there is to do once this is rendered. */
  readonly #proceed = () => {
    if (!this.isConnected) return;
    this.#provider.look();
    this.#loader.loadMissing();
    if (this.#state.status === 'ready') this.#navigation.look();
  };

  protected override render() {
    return html`<slot name="heading"></slot>${this.#renderAccount()}`;
  }

  /** Without words there is nothing to show yet. */
  get #state(): AccountState {
    return this.#localize.isReady ? this.#provider.state : { status: 'loading' };
  }

  #renderAccount() {
    const state = this.#state;
    switch (state.status) {
      case 'loading':
        return loadingPlaceholder(this.#localize);
      case 'failed':
        // That element says so itself, and lets the user sign out.
        if (this.#tags.isMissing('logto-sign-in')) return loadFailure(this.#localize, state, this.#retry);
        return elementSlots(this.#makeView(), signInElement);
      case 'signed-out':
        return html`${elementSlots(this.#makeView(), this.#plan.outside)} ${this.#renderLoadError()}`;
      case 'ready':
        return this.#renderPage(this.#makeView(), state);
    }
  }

  #renderPage(view: AccountView, { account, settings, hasEnded }: AccountState & { status: 'ready' }) {
    const waiting = firstWaitingSection(view);
    return html`${header(view, hasEnded ? undefined : account)}
      <div class="page">${this.#renderNavigation(view)} ${this.#renderSections(view, waiting)}</div>
      ${waiting === undefined ? serviceList(view, serviceLinks(settings)) : nothing}`;
  }

  #renderNavigation(view: AccountView) {
    const { sections, current } = this.#plan;
    if (this.routing === 'off' || sections.length < 2) return nothing;
    const { hrefOf, go } = this.#navigation;
    return navigation(view, { current, hrefOf, go });
  }

  #renderSections(view: AccountView, waiting: string | undefined) {
    if (this.#plan.sections.length === 0) return html`<p part="notice">${this.#localize.text('account.empty')}</p>`;
    return html`<div class="sections">${sectionList(view, waiting)} ${this.#renderLoadError()}</div>`;
  }

  /** Once per rendering: the summary looks at the whole account. */
  #makeView(): AccountView {
    return {
      localize: this.#localize,
      tags: this.#tags,
      sections: this.#plan.sections,
      elementsIn: (section) => this.#plan.elementsIn(section),
      isShown: (section) => this.#plan.isShown(section),
      summary: this.#loader.summary?.render(this.#provider.required.store),
      hasFailed: this.#loader.failure !== undefined,
      wayBack: this.#navigation.wayBack,
    };
  }

  #renderLoadError() {
    const { failure } = this.#loader;
    return failure ? html`<div>${loadFailure(this.#localize, failure, this.#loadAgain)}</div>` : nothing;
  }

  readonly #retry = () => {
    this.#focus.hold();
    this.#loader.clear();
    return this.#provider.required.store.refresh();
  };

  readonly #loadAgain = async () => {
    this.#focus.hold();
    await this.#loader.retry();
  };
}
