import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoOrganizations } from './organizations-element.js';

export type { LogtoOrganizationsUpdatedEvent } from './organizations-updated-event.js';

if (!customElements.get('logto-organizations')) customElements.define('logto-organizations', LogtoOrganizations);

declare global {
  interface HTMLElementTagNameMap {
    'logto-organizations': LogtoOrganizations;
  }
}
