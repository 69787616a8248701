import type { ReactiveElement } from 'lit';

import type { DeviceLocalizer } from '../localize/localizer.js';
import { loadModule } from '../load-module.js';
import { deviceName } from './device-name.js';
import type * as library from './browser-name.js';
import { deviceIcon } from './device-icon.js';

/** Names browsers by what they say of themselves, once the library for that is there. */
export class UserAgentController {
  #library: typeof library | undefined;
  #isLoading = false;

  constructor(
    private readonly host: ReactiveElement,
    private readonly localize: DeviceLocalizer,
  ) {}

  /** `undefined` until the library is there, and when the browser does not say what it is. */
  describe(userAgent: string | null | undefined): string | undefined {
    if (!userAgent) return undefined;
    if (!this.#library) void this.load();
    return this.#library && deviceName(this.localize, this.#library.browserName(userAgent));
  }

  /** Of what the browser runs on. */
  iconOf(userAgent: string | null | undefined): string {
    return deviceIcon(userAgent ? this.#library?.deviceKind(userAgent) : undefined);
  }

  /** Never rejects: a name is not worth an error. */
  async load() {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      this.#library = await loadModule(() => import('./browser-name.js'));
      this.host.requestUpdate();
    } catch {
      this.#isLoading = false; // next time, perhaps
    }
  }
}
