import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoPasskeys } from './passkeys-element.js';

export type { LogtoPasskeysUpdatedEvent } from './passkeys-updated-event.js';

if (!customElements.get('logto-passkeys')) customElements.define('logto-passkeys', LogtoPasskeys);

declare global {
  interface HTMLElementTagNameMap {
    'logto-passkeys': LogtoPasskeys;
  }
}
