import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoPhone } from './phone-element.js';

export type { LogtoPhoneUpdatedEvent } from './phone-updated-event.js';

if (!customElements.get('logto-phone')) customElements.define('logto-phone', LogtoPhone);

declare global {
  interface HTMLElementTagNameMap {
    'logto-phone': LogtoPhone;
  }
}
