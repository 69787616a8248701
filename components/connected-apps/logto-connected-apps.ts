import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoConnectedApps } from './connected-apps-element.js';

export type { LogtoConnectedAppsUpdatedEvent } from './connected-apps-updated-event.js';

if (!customElements.get('logto-connected-apps')) customElements.define('logto-connected-apps', LogtoConnectedApps);

declare global {
  interface HTMLElementTagNameMap {
    'logto-connected-apps': LogtoConnectedApps;
  }
}
