import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoEmail } from './email-element.js';

export type { LogtoEmailUpdatedEvent } from './email-updated-event.js';

if (!customElements.get('logto-email')) customElements.define('logto-email', LogtoEmail);

declare global {
  interface HTMLElementTagNameMap {
    'logto-email': LogtoEmail;
  }
}
