import type { AccountContext } from '../../src/context/account-context.js';
import { accessOf } from '../../src/context/element-access.js';
import { hasRedirect, isAnothers } from '../../src/redirect/pending-redirect.js';
import { socialTask } from '../../src/redirect/tasks.js';
import { isOurs } from '../../src/redirect/link-callback.js';
import type { ElementName } from '../element-loaders.js';
import { accountSections, elementsIn, isReserved, signInElement, type SectionElement } from './account-sections.js';
import type { ComposedElements } from './composed-elements.js';
import type { SectionAddress } from './section-address.js';

interface PlanHost extends HTMLElement, Pick<SectionAddress, 'routing'> {
  readonly sections: string;
}

/** Which sections and elements there are for this user, and which section is to be seen. */
export class AccountPlan {
  /** Those that hold something for this user, in order. Empty until the account is there. */
  sections: readonly string[] = [];
  /** The one that the user is in; `undefined` when there is none. */
  current: string | undefined;
  /** `undefined` until it is known whether the user comes back from another page, and to what. */
  #returned: string | null | undefined;
  /** Whether the user is on the way to another address. */
  #hasMoved = false;

  constructor(
    private readonly host: PlanHost,
    private readonly tags: ComposedElements,
    private readonly context: () => AccountContext | undefined,
  ) {}

  /** Looks at the account again. `asked` is the section that the address names. */
  update(asked: string | undefined) {
    this.sections = this.#isReady ? this.#named.filter((section) => this.#hasContent(section)) : [];
    // While it is read anew whose account it is, the user is where they were.
    if (this.context()?.store.state.status === 'loading') return;
    if (this.#isReady && this.#returned === undefined) this.#returned = this.#findReturn() ?? null;
    const [first] = this.sections;
    // An address without a section is that of the first; one that means something else in the page changes nothing.
    const choices = [this.#returned, asked === '' && this.#hasMoved ? first : asked, this.current, first];
    this.#hasMoved = false;
    this.current = choices.find((choice) => choice && this.sections.includes(choice)) ?? undefined;
  }

  /** What is likely to be seen first, as far as the address tells: the account is not there yet. */
  expect(asked: string | undefined): ElementName[] {
    const section = asked && this.#named.includes(asked) ? asked : this.#named[0];
    const elements = section ? elementsIn(section) : [];
    // What no toggle brings is loaded once it is known to be there.
    return elements
      .filter(({ tag, needs }) => needs.fields.length > 0 && !this.tags.isReplaced(tag))
      .map(({ tag }) => tag);
  }

  /** The user has gone to where the address says. */
  follow() {
    this.#returned = null;
    this.#hasMoved = true;
  }

  /** The user has gone to a section that the address does not tell. */
  enter(section: string) {
    this.#returned = null;
    this.current = section;
  }

  /** Whether there is such a section, for whomever. */
  knows(section: string): boolean {
    return this.#named.includes(section);
  }

  /** What stands in a section, in order. */
  elementsIn(section: string): ElementName[] {
    if (!this.#isReady) return [];
    return elementsIn(section)
      .filter((each) => this.#isOffered(each))
      .map(({ tag }) => tag);
  }

  /** All elements that this user may have, in whichever section. */
  get allElements(): ElementName[] {
    return this.#named.flatMap((section) => this.elementsIn(section));
  }

  sectionWith(tag: ElementName): string | undefined {
    return this.sections.find((section) => this.elementsIn(section).includes(tag));
  }

  /** Without a navigation all sections stand one below the other. */
  isShown(section: string): boolean {
    return this.host.routing === 'off' || section === this.current;
  }

  /** Those in no section. An element that has had the account deleted stays, to say so. */
  get outside(): readonly ElementName[] {
    const state = this.context()?.store.state;
    const hasDeleted = state?.status === 'signed-out' && state.deletion !== undefined;
    return hasDeleted ? ['logto-delete-account', ...signInElement] : signInElement;
  }

  /** What has to be there to show what the user is looking at. */
  get wanted(): ElementName[] {
    const { status = 'loading' } = this.context()?.store.state ?? {};
    if (status === 'loading') return [];
    const shown = this.sections.filter((section) => this.isShown(section));
    return [...this.outside, ...shown.flatMap((section) => this.elementsIn(section))];
  }

  /** What of it is to be seen. The page renders again when this is another one. */
  get visibilities(): readonly string[] {
    return [...this.outside, ...this.allElements].flatMap((tag) => [tag, this.tags.visibilityOf(tag)]);
  }

  /** What all elements of the page may need, whoever the user is. */
  get scopes(): string[] {
    return this.#named.flatMap((section) => elementsIn(section).flatMap(({ needs }) => needs.scopes));
  }

  /** By name: as the page says, else all, those of the page last. */
  get #named(): string[] {
    const named = this.host.sections.split(/\s+/).filter(Boolean);
    const all = named.length > 0 ? named : [...Object.keys(accountSections), ...this.#sectionsOfPage];
    return [...new Set(all)].filter((section) => !isReserved(section));
  }

  get #sectionsOfPage(): string[] {
    return [...this.host.children].map(({ slot }) => slot).filter((slot) => !isReserved(slot));
  }

  #hasContent(section: string): boolean {
    const isThere = (tag: ElementName) => this.tags.visibilityOf(tag) !== 'off';
    return this.tags.at(section).length > 0 || this.elementsIn(section).some(isThere);
  }

  /** As far as the settings tell: some elements know better, and take no space. */
  #isOffered({ tag, needs }: SectionElement): boolean {
    return this.tags.isReplaced(tag) || accessOf(needs, this.context()!) !== 'Off';
  }

  #findReturn(): string | undefined {
    const { endpoint, store } = this.context()!;
    const userId = store.state.status === 'ready' ? store.state.account.id : '';
    const hasAnswer = isOurs(new URLSearchParams(location.search).get('state'));
    const isReturn = ({ task, tellsAnyone }: SectionElement) => {
      if (task === undefined) return false;
      const owner = { task, endpoint, userId };
      return hasRedirect(owner) || (task === socialTask && hasAnswer) || (tellsAnyone === true && isAnothers(owner));
    };
    return this.#named.find((section) => elementsIn(section).some(isReturn));
  }

  get #isReady() {
    return this.context()?.store.state.status === 'ready';
  }
}
