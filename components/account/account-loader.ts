import { ActionController } from '../../src/controllers/action-controller.js';
import type { LocalizeController } from '../../src/controllers/localize-controller.js';
import { prepareDates } from '../../src/localize/prepare-dates.js';
import type { AccountState } from '../../src/state/account-state.js';
import { sectionLoaders } from '../element-loaders.js';
import type { AccountPlan } from './account-plan.js';
import { signInElement } from './account-sections.js';
import type { ComposedElements } from './composed-elements.js';
import type { SecuritySummary, SummaryHost, SummaryMessageKey } from './security-summary.js';

export interface AccountLoaderOptions {
  localize: LocalizeController<SummaryMessageKey>;
  tags: ComposedElements;
  plan: AccountPlan;
}

/** Loads what the user is looking at: the elements of a section, and the summary above them. */
export class AccountLoader {
  /** It comes with the elements of its section. */
  summary: SecuritySummary | undefined;
  readonly #load: ActionController;

  constructor(
    private readonly host: SummaryHost,
    private readonly options: AccountLoaderOptions,
  ) {
    const { plan, tags } = options;
    this.#load = new ActionController(host, async () => {
      if (plan.isShown('security')) await this.#loadSummary();
      await tags.add(plan.wanted);
      return undefined;
    });
  }

  /** Why something could not be loaded, and whether it is tried again. */
  get failure() {
    const { error, pending } = this.#load;
    return error && { error, isRetrying: pending };
  }

  /** Loads what is missing. What could not be loaded waits for the user, who may try again. */
  loadMissing() {
    const { plan, tags } = this.options;
    if (!this.#load.error && plan.wanted.some(tags.isMissing)) void this.#load.run();
  }

  readonly retry = () => this.#load.run();

  /** What could not be loaded is asked for again. */
  clear() {
    this.#load.clear();
  }

  /** While the account is on its way, not after it: on a slow connection that is half the waiting. */
  prefetch(state: AccountState, section: string | undefined) {
    if (state.status !== 'loading') return;
    const { plan, tags } = this.options;
    if (state.isSignedIn) prepareDates(this.host);
    tags.prefetch([...signInElement, ...(state.isSignedIn ? plan.expect(section) : [])]);
  }

  /** Before the elements that it stands above. When their code cannot be had, they say so. */
  async #loadSummary() {
    const { plan, tags, localize } = this.options;
    if (this.summary || plan.elementsIn('security').length === 0) return;
    const security = await sectionLoaders.security().catch(() => undefined);
    this.summary = security && new security.SecuritySummary(this.host, localize, tags, plan);
  }
}
