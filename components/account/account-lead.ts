import type { ElementName } from '../element-loaders.js';
import { elementsIn } from './account-sections.js';
import type { AccountTask } from './account-task.js';
import type { ComposedElements } from './composed-elements.js';
import type { WayBack, WayBackHost } from './way-back.js';

/** Leads the user to what they have come to do. Most visits have no such aim, so its code is loaded when there is one. */
export class AccountLead {
  #task: AccountTask | undefined;
  /** Whatever the user was led to before is over when there is another one. */
  #lead = {};

  constructor(
    private readonly host: WayBackHost,
    private readonly tags: ComposedElements,
  ) {}

  /** Back to where the user has come from, once they are done. */
  get wayBack(): WayBack | undefined {
    return this.#task?.wayBack;
  }

  toNowhere(): false {
    this.#lead = {};
    void this.#task?.want(undefined);
    return false;
  }

  /** What a link or the page leads to. Gives whether it is open in the end. */
  toTask(section: string, task: string): Promise<boolean> {
    return this.#to((aim) => aim.comeFor(section, task));
  }

  /** What a button of another element leads to. */
  toForm(tag: string, name: string | undefined): Promise<boolean> {
    return this.#to((aim) => aim.want({ tag, name, isPressed: true }));
  }

  /** Tries again. `isOffered` tells whether the user has such an element. */
  look(isOffered: (tag: ElementName) => boolean) {
    this.#task?.look(isOffered);
  }

  async #to(start: (aim: AccountTask) => Promise<boolean>): Promise<boolean> {
    this.toNowhere();
    const lead = this.#lead;
    const module = await import('./account-task.js').catch(() => undefined);
    if (!module || lead !== this.#lead) return false;
    this.#task ??= new module.AccountTask(this.host, this.tags, elementsIn);
    this.host.requestUpdate(); // after which it is looked for
    return start(this.#task);
  }
}
