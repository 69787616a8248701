import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its tags
import { LogtoProfile } from './profile-element.js';

export type { LogtoProfileUpdatedEvent } from './profile-updated-event.js';

if (!customElements.get('logto-profile')) customElements.define('logto-profile', LogtoProfile);

declare global {
  interface HTMLElementTagNameMap {
    'logto-profile': LogtoProfile;
  }
}
