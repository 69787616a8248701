import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its tags
import { LogtoDeleteAccount } from './delete-account-element.js';

export type { LogtoDeleteAccountRequestedEvent } from './delete-account-requested-event.js';

if (!customElements.get('logto-delete-account')) customElements.define('logto-delete-account', LogtoDeleteAccount);

declare global {
  interface HTMLElementTagNameMap {
    'logto-delete-account': LogtoDeleteAccount;
  }
}
