import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoUsername } from './username-element.js';

export type { LogtoUsernameUpdatedEvent } from './username-updated-event.js';

if (!customElements.get('logto-username')) customElements.define('logto-username', LogtoUsername);

declare global {
  interface HTMLElementTagNameMap {
    'logto-username': LogtoUsername;
  }
}
