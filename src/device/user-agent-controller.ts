import type { ReactiveElement } from 'lit';

import type { DeviceLocalizer } from '../localize/localizer.js';
import { loadModule } from '../load-module.js';
import { deviceName } from './device-name.js';
import type { browserName } from './browser-name.js';

/** Names browsers by what they say of themselves, once the library for that is there. */
export class UserAgentController {
  #parse: typeof browserName | undefined;
  #isLoading = false;

  constructor(
    private readonly host: ReactiveElement,
    private readonly localize: DeviceLocalizer,
  ) {}

  /** `undefined` until the library is there, and when the browser does not say what it is. */
  describe(userAgent: string | null | undefined): string | undefined {
    if (!userAgent) return undefined;
    if (!this.#parse) void this.load();
    return this.#parse && deviceName(this.localize, this.#parse(userAgent));
  }

  /** Never rejects: a name is not worth an error. */
  async load() {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      this.#parse = (await loadModule(() => import('./browser-name.js'))).browserName;
      this.host.requestUpdate();
    } catch {
      this.#isLoading = false; // next time, perhaps
    }
  }
}
