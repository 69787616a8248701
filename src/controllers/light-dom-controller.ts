import { nothing, render, type ReactiveController, type ReactiveElement } from 'lit';

import { adoptStyles } from '../ui/adopt-styles.js';
import { lightFormStyles } from '../ui/light-form.styles.js';

export interface LightDomOptions {
  /** The slot of the tag's shadow DOM that shows it. */
  slot?: string;
  className: 'logto-form' | 'logto-dialog';
  /** What Escape does in it. A dialog knows by itself. */
  escape?: () => void;
  /** `undefined` while there is nothing to show: then there is no element either. */
  content: () => unknown;
}

/**
 * Renders a form into the page itself, as a child of the tag, because password managers, autofill and the page's own
 * style do not reach into shadow roots. It exists only while it is open.
 */
export class LightDomController implements ReactiveController {
  /** The element that holds the form. */
  container: HTMLElement | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly options: LightDomOptions,
  ) {
    host.addController(this);
  }

  hostUpdated() {
    const content = this.options.content();
    if (content === undefined) this.#remove();
    else if (this.host.isConnected) render(content, this.#attached());
  }

  #attached(): HTMLElement {
    this.container ??= this.#create();
    // A framework that owns the page may have swept it away.
    if (this.container.parentNode !== this.host) this.host.append(this.container);
    adoptStyles(this.host, lightFormStyles);
    return this.container;
  }

  #create(): HTMLElement {
    const { className, slot, escape } = this.options;
    const container: HTMLElement = document.createElement(className === 'logto-dialog' ? 'dialog' : 'div');
    container.className = className;
    if (slot) container.slot = slot;
    if (escape)
      container.addEventListener('keydown', ({ key, isComposing }) => key === 'Escape' && !isComposing && escape());
    return container;
  }

  #remove() {
    if (!this.container) return;
    render(nothing, this.container);
    this.container.remove();
    this.container = undefined;
  }
}
