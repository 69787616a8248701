import type { ElementName } from '../element-loaders.js';
import type { SectionElement } from './account-sections.js';
import type { ComposedElements } from './composed-elements.js';
import { WayBack, type WayBackHost } from './way-back.js';

/** An element of a section, and what it is to open: its only form where there is no name. */
interface TaskPlace {
  tag: string;
  name?: string | undefined;
  /** Whether the user has pressed a button for it. Then what only a press may do is done, too. */
  isPressed?: boolean;
}

/** What names no element of these sections is a field of the profile, or a second step. */
const elementOfNames: Record<string, ElementName> = { profile: 'logto-profile', security: 'logto-mfa' };

/** Where `password`, `social-links/github` or `nickname` leads in a section with these elements. */
function taskPlace(section: string, elements: readonly SectionElement[], task: string): TaskPlace | undefined {
  const [, element, name] = /^([^/]*)(?:\/(.+))?$/.exec(task) ?? [];
  const named = elements.find(({ tag }) => tag === `logto-${element}`);
  if (named) return { tag: named.tag, name };
  return Object.hasOwn(elementOfNames, section) ? { tag: elementOfNames[section]!, name: task } : undefined;
}

/** `open()` leaves the focus on the button of a row that only a press may do; else it is in what is open. */
function pressFocused({ shadowRoot }: Element) {
  const focused = shadowRoot?.activeElement;
  if (focused instanceof HTMLElement && focused.closest('[part~="actions"]')) focused.click();
}

interface Wanted extends TaskPlace {
  settle: (isOpen: boolean) => void;
}

/** What the user is on the way to, from a link or the page: opened as soon as its element is there, and once. */
export class AccountTask {
  readonly wayBack: WayBack;
  #wanted: Wanted | undefined;

  constructor(
    private readonly host: WayBackHost,
    private readonly tags: ComposedElements,
    private readonly elementsIn: (section: string) => readonly SectionElement[],
  ) {
    this.wayBack = new WayBack(host);
  }

  /** Gives whether it is open in the end: not where the user goes elsewhere meanwhile. */
  want(place: TaskPlace | undefined): Promise<boolean> {
    this.#wanted?.settle(false);
    this.#wanted = undefined;
    if (!place) return Promise.resolve(false);
    return new Promise((settle) => (this.#wanted = { ...place, settle }));
  }

  /** The same for what the user has come for, and may want to go back after. */
  comeFor(section: string, task: string): Promise<boolean> {
    const place = taskPlace(section, this.elementsIn(section), task);
    if (place) this.wayBack.take(place.tag);
    return this.want(place);
  }

  /** Tries again. `isOffered` tells whether the user has such an element. */
  look(isOffered: (tag: ElementName) => boolean): void {
    const wanted = this.#wanted;
    if (!wanted) return;
    const tag = wanted.tag as ElementName;
    const visibility = this.tags.visibilityOf(tag);
    if (!isOffered(tag) || visibility === 'off') return this.#end(wanted, false);
    const element = this.host.querySelector(tag) as (HTMLElement & { open?(task?: string): Promise<boolean> }) | null;
    if (!element?.open || !element.checkVisibility() || visibility === 'failed') return;
    this.#wanted = undefined;
    void element.open(wanted.name).then((isOpen) => {
      if (isOpen && wanted.isPressed) pressFocused(element);
      wanted.settle(isOpen);
    });
  }

  #end(wanted: Wanted, isOpen: boolean) {
    this.#wanted = undefined;
    wanted.settle(isOpen);
  }
}
