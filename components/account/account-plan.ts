import type { AccountConnection } from '../../src/context/account-connection.js';
import { hasRedirect } from '../../src/redirect/pending-redirect.js';
import type { TagName } from '../tag-loaders.js';
import { accountSections, isReserved, tagsIn, type SectionTag } from './account-sections.js';
import type { LightTags } from './light-tags.js';

interface PlanHost extends HTMLElement {
  readonly sections: string;
}

/** Which sections and tags there are for this user, and which section is to be seen. */
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
    private readonly tags: LightTags,
    private readonly connection: () => AccountConnection | undefined,
  ) {}

  /** Looks at the account again. `asked` is the section that the address names. */
  update(asked: string | undefined) {
    this.sections = this.#isReady ? this.#named.filter((section) => this.#hasContent(section)) : [];
    if (this.#isReady && this.#returned === undefined) this.#returned = this.#findReturn() ?? null;
    const [first] = this.sections;
    // An address without a section is that of the first; one that means something else in the page changes nothing.
    const choices = [this.#returned, asked === '' && this.#hasMoved ? first : asked, this.current, first];
    this.#hasMoved = false;
    this.current = choices.find((choice) => choice && this.sections.includes(choice)) ?? undefined;
  }

  /** What is likely to be seen first, as far as the address tells: the account is not there yet. */
  expect(asked: string | undefined): TagName[] {
    const section = asked && this.#named.includes(asked) ? asked : this.#named[0];
    const tags = section ? tagsIn(section).map(({ tag }) => tag) : [];
    return tags.filter((tag) => !this.tags.isReplaced(tag));
  }

  /** The user has gone to where the address says. */
  follow() {
    this.#returned = null;
    this.#hasMoved = true;
  }

  /** What stands in a section, in order. */
  tagsIn(section: string): TagName[] {
    if (!this.#isReady) return [];
    return tagsIn(section)
      .filter((each) => this.#isOffered(each))
      .map(({ tag }) => tag);
  }

  /** All tags that this user may have, in whichever section. */
  get tagsInAll(): TagName[] {
    return this.#named.flatMap((section) => this.tagsIn(section));
  }

  /** What all tags of the page may need, whoever the user is. */
  get scopes(): string[] {
    return this.#named.flatMap((section) => tagsIn(section).flatMap(({ needs }) => needs.scopes));
  }

  /** By name: as the page says, else all, those of the page last. */
  get #named(): string[] {
    const named = this.host.sections.split(/\s+/).filter(Boolean);
    const all = named.length > 0 ? named : [...Object.keys(accountSections), ...this.#ownSections];
    return [...new Set(all)].filter((section) => !isReserved(section));
  }

  get #ownSections(): string[] {
    return [...this.host.children].map(({ slot }) => slot).filter((slot) => !isReserved(slot));
  }

  #hasContent(section: string): boolean {
    const isThere = (tag: TagName) => this.tags.isMissing(tag) || !this.tags.isOff(tag);
    return this.tags.at(section).length > 0 || this.tagsIn(section).some(isThere);
  }

  /** As far as the settings tell: some tags know better, and take no space. */
  #isOffered({ tag, needs, isOffered }: SectionTag): boolean {
    if (this.tags.isReplaced(tag)) return true;
    const { store } = this.connection()!;
    if (isOffered) return store.state.status === 'ready' && isOffered(store.state.settings);
    return needs.fields.some((field) => store.access(field) !== 'Off');
  }

  #findReturn(): string | undefined {
    const { endpoint, store } = this.connection()!;
    const userId = store.state.status === 'ready' ? store.state.account.id : '';
    const isReturn = ({ task }: SectionTag) => task !== undefined && hasRedirect({ task, endpoint, userId });
    return this.#named.find((section) => tagsIn(section).some(isReturn));
  }

  get #isReady() {
    return this.connection()?.store.state.status === 'ready';
  }
}
