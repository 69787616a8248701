import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoPassword } from './password-element.js';

export type { LogtoPasswordUpdatedEvent } from './password-updated-event.js';

if (!customElements.get('logto-password')) customElements.define('logto-password', LogtoPassword);

declare global {
  interface HTMLElementTagNameMap {
    'logto-password': LogtoPassword;
  }
}
