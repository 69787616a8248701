import { nothing, render, type ReactiveElement } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { adoptStyles } from '../styles/adopt-styles.js';
import { keepAlive } from './leftovers.js';
import { formStyles } from './form.styles.js';

/**
 * A form or dialog in the page itself, as a child of the element that it belongs to, because password managers, autofill
 * and the page's own style do not reach into shadow roots. It exists only while it is open.
 */
export class LightDomElement {
  element: HTMLElement | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly className: 'logto-form' | 'logto-dialog',
  ) {}

  render(content: unknown): void {
    if (this.host.isConnected) render(content, this.#attached());
  }

  remove(): void {
    if (!this.element) return;
    render(nothing, this.element);
    this.element.remove();
    this.element = undefined;
  }

  #attached(): HTMLElement {
    this.element ??= this.#create();
    // A framework that owns the page may have swept it away.
    if (this.element.parentNode !== this.host) this.host.append(this.element);
    adoptStyles(this.host, formStyles);
    return this.element;
  }

  #create(): HTMLElement {
    const isDialog = this.className === 'logto-dialog';
    const element: HTMLElement = document.createElement(isDialog ? 'dialog' : 'div');
    element.className = this.className;
    if (!isDialog) element.slot = 'logto-form';
    keepAlive(element);
    return element;
  }
}

/**
 * A text in the page itself that changes while it is there. Programs that translate pages put its nodes elsewhere, where a
 * change would not be seen: another text gets another node.
 */
export const changing = (text: unknown): unknown => keyed(text, text);

/** For what has to be unique in a page, whatever else is there; no secret. */
export const uniqueId = () => `logto-${Math.random().toString(36).slice(2, 10)}`;
