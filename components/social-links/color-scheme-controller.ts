import type { ReactiveController, ReactiveElement } from 'lit';

import { isLight } from './light-text.js';

/** Knows whether the element stands on something dark, for pictures that come in two versions. */
export class ColorSchemeController implements ReactiveController {
  readonly #preference = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  get isDark(): boolean {
    return isLight(getComputedStyle(this.host).color) ?? this.#preference?.matches ?? false;
  }

  hostConnected() {
    this.#preference?.addEventListener('change', this.#onChange);
  }

  hostDisconnected() {
    this.#preference?.removeEventListener('change', this.#onChange);
  }

  readonly #onChange = () => this.host.requestUpdate();
}
