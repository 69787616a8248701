import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoMfa } from './mfa-element.js';

export type { LogtoMfaUpdatedEvent } from './mfa-updated-event.js';

if (!customElements.get('logto-mfa')) customElements.define('logto-mfa', LogtoMfa);

declare global {
  interface HTMLElementTagNameMap {
    'logto-mfa': LogtoMfa;
  }
}
