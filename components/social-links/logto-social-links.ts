import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoSocialLinks } from './social-links-element.js';

export type { LogtoSocialLinksUpdatedEvent } from './social-links-updated-event.js';

if (!customElements.get('logto-social-links')) customElements.define('logto-social-links', LogtoSocialLinks);

declare global {
  interface HTMLElementTagNameMap {
    'logto-social-links': LogtoSocialLinks;
  }
}
