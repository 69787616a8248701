import type { ReactiveController } from 'lit';

import type { ShowElementEvent } from '../../src/controllers/lead-to-form.js';
import type { ElementName } from '../element-loaders.js';
import { AccountLead } from './account-lead.js';
import type { AccountPlan } from './account-plan.js';
import type { ComposedElements } from './composed-elements.js';
import { placeIn, type SectionAddress } from './section-address.js';
import { isPlainClick, SectionRouter } from './section-router.js';
import type { WayBackHost } from './way-back.js';

export interface AccountNavigationOptions {
  tags: ComposedElements;
  plan: AccountPlan;
  /** The user has gone to another address within the page. */
  moved: () => void;
}

/** Leads the user through an account page: to a section, and to what is to be done there. */
export class AccountNavigation implements ReactiveController {
  readonly #plan: AccountPlan;
  readonly #lead: AccountLead;
  readonly #router: SectionRouter;

  constructor(
    private readonly host: WayBackHost & SectionAddress,
    { tags, plan, moved }: AccountNavigationOptions,
  ) {
    this.#plan = plan;
    this.#lead = new AccountLead(host, tags);
    this.#router = new SectionRouter(host, {
      knows: (section) => plan.knows(section),
      moved: () => {
        plan.follow();
        this.#takeTask();
        moved();
        host.requestUpdate();
      },
    });
    host.addController(this);
  }

  hostConnected() {
    this.host.addEventListener('logto-show-element', this.#show as EventListener);
  }

  hostDisconnected() {
    this.host.removeEventListener('logto-show-element', this.#show as EventListener);
  }

  hostUpdate() {
    if (!this.host.hasUpdated) this.#takeTask();
  }

  /** The section that the address names, whether there is such a section or not. */
  get section(): string | undefined {
    return this.#router.section;
  }

  /** Back to where the user has come from, once they are done. */
  get wayBack() {
    return this.#lead.wayBack;
  }

  /** For the link to a section. */
  readonly hrefOf = (section: string): string => this.#router.hrefOf(section);

  /** Opens what the user is led to, as soon as it is there. */
  look() {
    this.#lead.look((tag) => this.#plan.allElements.includes(tag));
  }

  /** Goes to a section, and opens there what is to be done. Gives whether it is open then. */
  async open(place: string): Promise<boolean> {
    const { section, task } = placeIn(place);
    if (!this.#plan.knows(section)) return false;
    this.#enter(section);
    return task ? this.#lead.toTask(section, task) : this.#lead.toNowhere();
  }

  /** The user has pressed the link to a section. */
  readonly go = async (section: string, event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    this.#lead.toNowhere();
    this.#enter(section);
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('[part="section"]:not([hidden])')?.focus();
  };

  /** A link may lead to what is to be done in a section. Where that cannot be done, there is the section. */
  #takeTask() {
    const { section, task } = this.#router;
    if (section && task) void this.#lead.toTask(section, task);
    else this.#lead.toNowhere();
  }

  #enter(section: string) {
    if (this.host.routing !== 'off') this.#router.go(section);
    this.#plan.enter(section); // also where the address cannot say so
    this.host.requestUpdate();
  }

  /** Goes to the section of an element, and opens its form as soon as it is there. */
  readonly #show = (event: ShowElementEvent) => {
    const section = this.#plan.sectionWith(event.element as ElementName);
    if (!section) return;
    event.preventDefault();
    this.#enter(section);
    void this.#lead.toForm(event.element, event.task); // and not what the new address says
  };
}
