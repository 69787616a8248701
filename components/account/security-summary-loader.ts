import type { LitElement } from 'lit';

import type { LocalizeController } from '../../src/controllers/localize-controller.js';
import type { AccountStore } from '../../src/state/account-store.js';
import { sectionLoaders, type ElementName } from '../element-loaders.js';
import type { AccountPlan } from './account-plan.js';
import type { ComposedElements } from './composed-elements.js';
import type { SecuritySummary, SummaryMessageKey } from './security-summary.js';

type SummaryHost = LitElement & { readonly readonly: boolean };

/** What stands above the section “Security”. Its code comes with the elements of that section. */
export class SecuritySummaryLoader {
  #summary: SecuritySummary | undefined;

  constructor(
    private readonly host: SummaryHost,
    private readonly localize: LocalizeController<SummaryMessageKey>,
    private readonly tags: ComposedElements,
    private readonly plan: AccountPlan,
  ) {}

  /** To be awaited before the elements of the section are added. When the code cannot be had, they say so. */
  async load() {
    if (this.plan.elementsIn('security').length === 0) return;
    const security = await sectionLoaders.security().catch(() => undefined);
    if (security) this.#summary ??= new security.SecuritySummary(this.host, this.localize);
  }

  /** `undefined` until it is loaded. */
  render(store: AccountStore) {
    return this.#summary?.render(store, { has: this.#has, canLeadTo: this.#canLeadTo });
  }

  /** An element of the page's own counts when it is one of ours. */
  readonly #has = (tag: ElementName) => {
    const isOurs = !this.tags.isReplaced(tag) || this.#at(tag).length > 0;
    return isOurs && this.plan.allElements.includes(tag);
  };

  readonly #canLeadTo = (tag: ElementName) =>
    !this.host.readonly && this.#has(tag) && this.#at(tag).every((child) => !('readonly' in child && child.readonly));

  #at = (tag: ElementName) => this.tags.at(tag).filter(({ localName }) => localName === tag);
}
