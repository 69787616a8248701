import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';

import { ActionController } from '../../src/controllers/action-controller.js';
import { ConnectionController } from '../../src/controllers/connection-controller.js';
import { customStates } from '../../src/controllers/custom-states.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { accountMessages } from '../../src/localize/messages/en/account.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { loadFailure, loadingPlaceholder } from '../../src/ui/status-templates.js';
import type { TagName } from '../tag-loaders.js';
import { AccountPlan } from './account-plan.js';
import { signInTag } from './account-sections.js';
import { navigation, sectionList, tagSlots, type AccountView } from './account-view.js';
import { accountStyles } from './account.styles.js';
import { LightTags } from './light-tags.js';
import { isPlainClick, SectionRouter, type AccountRouting } from './section-router.js';

/**
 * The whole account page: profile, security, and devices and apps, each made of the tags that the tenant has switched
 * on, with a navigation between them, and a button to sign in or out. The tags are children of this one, loaded when
 * their section is shown.
 *
 * An element of yours with the name of a tag as `slot` takes the place of that tag
 * (`<logto-passkeys slot="logto-passkeys" mode="hosted">`), one with the name of a section stands below its tags, and one
 * with any other name is a section of its own, called like its `aria-label`.
 *
 * @summary The whole account page in one tag.
 *
 * @slot heading - Above everything, e.g. the `<h1>` of the page.
 * @slot logto-sign-in - In place of that tag.
 * @slot logto-profile - In place of that tag.
 * @slot logto-username - In place of that tag.
 * @slot logto-email - In place of that tag.
 * @slot logto-phone - In place of that tag.
 * @slot logto-password - In place of that tag.
 * @slot logto-mfa - In place of that tag.
 * @slot logto-passkeys - In place of that tag.
 * @slot logto-social-links - In place of that tag.
 * @slot logto-delete-account - In place of that tag.
 * @slot logto-sessions - In place of that tag.
 * @slot logto-connected-apps - In place of that tag.
 * @slot logto-trusted-devices - In place of that tag.
 * @slot profile - Below the tags of this section. Any other name makes a section of its own.
 * @slot security - Below the tags of this section.
 * @slot sessions - Below the tags of this section.
 *
 * @event {LogtoErrorEvent} logto-error - A section could not be loaded. The tag already shows why.
 *
 * @csspart navigation - The navigation between the sections.
 * @csspart link - Each link in it.
 * @csspart current - The one that leads to the section that is shown.
 * @csspart section - Each section.
 * @csspart notice - What is said when there is nothing to see or change.
 * @csspart loading - The placeholder while the account or a section is on its way.
 * @csspart error - Why the account or a section could not be loaded.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate failed - The account could not be loaded.
 * @cssstate empty - The tenant has switched everything off.
 */
export class LogtoAccount extends LitElement {
  static override styles = [baseStyles, accountStyles];

  /**
   * How sections are addressed: `hash` (`#security`), `history` (`/account/security`, which your server has to answer
   * with the same page), or `off`: all sections one below the other, without navigation.
   */
  @property() routing: AccountRouting = 'hash';

  /** What comes before the name of a section in the path, for `history`. */
  @property({ attribute: 'base-path' }) basePath = '/account';

  /** Which sections there are and in which order, by name, separated by spaces. All by default, your own last. */
  @property() sections = '';

  /** Hides the buttons that change something, even where the tenant allows it. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController(this, accountMessages);
  readonly #provider = new ConnectionController(this, []);
  readonly #showState = customStates(this, ['loading', 'signed-out', 'failed', 'empty']);
  readonly #tags = new LightTags(this);
  readonly #plan = new AccountPlan(this, this.#tags, () => this.#provider.current);
  readonly #children = new MutationObserver(() => {
    this.#observeChildren();
    this.requestUpdate();
  });

  readonly #router = new SectionRouter(this, () => {
    this.#plan.follow();
    this.#load.clear(); // what could not be loaded is asked for again
    this.requestUpdate();
  });

  readonly #load = new ActionController(this, async () => {
    await this.#tags.add(this.#wanted);
    return undefined;
  });

  /** What the tags showed when this was rendered last: whether they are there, loading, or off. */
  #shown = '';

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener('logto-access-changed', this.#look);
    this.#observeChildren();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('logto-access-changed', this.#look);
    this.#children.disconnect();
  }

  #observeChildren() {
    this.#children.observe(this, { childList: true });
    for (const child of this.children) this.#children.observe(child, { attributeFilter: ['slot', 'aria-label'] });
  }

  protected override willUpdate() {
    const { state } = this.#provider;
    this.#plan.update(this.#router.section);
    this.#shown = this.#stateOfTags();
    const isEmpty = state.status === 'ready' && this.#plan.sections.length === 0;
    this.#showState(isEmpty ? 'empty' : state.status === 'ready' ? undefined : state.status);
  }

  protected override updated() {
    this.#provider.current?.require(this.#plan.scopes);
    this.#tags.keep([...signInTag, ...this.#plan.tagsInAll]);
    this.#tags.readonly = this.readonly;
    this.#prefetch();
    void this.#tags.settled().then(this.#look);
  }

  protected override render() {
    return html`<slot name="heading"></slot>${this.#renderAccount()}`;
  }

  #renderAccount() {
    const { state } = this.#provider;
    switch (state.status) {
      case 'loading':
        return loadingPlaceholder(this.#localize);
      case 'failed':
        return loadFailure(this.#localize, state, () => this.#provider.required.store.refresh());
      case 'signed-out':
        return html`${tagSlots(this.#view, signInTag)} ${this.#renderLoadError()}`;
      case 'ready':
        return html`${tagSlots(this.#view, signInTag)}
          <div class="page">${this.#renderNavigation()} ${this.#renderSections()}</div>`;
    }
  }

  #renderNavigation() {
    const { sections, current } = this.#plan;
    if (this.routing === 'off' || sections.length < 2) return nothing;
    return navigation(this.#view, { current, hrefOf: (section) => this.#router.hrefOf(section), go: this.#go });
  }

  #renderSections() {
    if (this.#plan.sections.length === 0) return html`<p part="notice">${this.#localize.text('account.empty')}</p>`;
    return html`<div class="sections">${sectionList(this.#view)} ${this.#renderLoadError()}</div>`;
  }

  get #view(): AccountView {
    return {
      localize: this.#localize,
      tags: this.#tags,
      sections: this.#plan.sections,
      tagsIn: (section) => this.#plan.tagsIn(section),
      isShown: (section) => this.#isShown(section),
      hasFailed: this.#load.error !== undefined,
    };
  }

  #renderLoadError() {
    const { error, pending } = this.#load;
    if (!error) return nothing;
    return html`<div>
      ${loadFailure(this.#localize, { error, isRetrying: pending }, async () => void (await this.#load.run()))}
    </div>`;
  }

  readonly #go = async (section: string, event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    this.#router.go(section);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[part="section"]:not([hidden])')?.focus();
  };

  readonly #look = () => {
    if (!this.isConnected) return;
    if (!this.#load.error && this.#wanted.some(this.#tags.isMissing)) void this.#load.run();
    if (this.#stateOfTags() !== this.#shown) this.requestUpdate();
  };

  /** While the account is on its way, not after it: on a slow connection that is half the waiting. */
  #prefetch() {
    const { state } = this.#provider;
    if (state.status !== 'loading') return;
    this.#tags.prefetch([...signInTag, ...(state.isSignedIn ? this.#plan.expect(this.#router.section) : [])]);
  }

  #stateOfTags(): string {
    const { isMissing, isLoading, isOff } = this.#tags;
    const all = [...signInTag, ...this.#plan.tagsInAll];
    return all.map((tag) => [isMissing(tag), isLoading(tag), isOff(tag)].join()).join(' ');
  }

  /** What has to be there to show what the user is looking at. */
  get #wanted(): TagName[] {
    const { status } = this.#provider.state;
    if (status === 'loading' || status === 'failed') return [];
    const sections = this.#plan.sections.filter((section) => this.#isShown(section));
    return [...signInTag, ...sections.flatMap((section) => this.#plan.tagsIn(section))];
  }

  #isShown(section: string): boolean {
    return this.routing === 'off' || section === this.#plan.current;
  }
}
