import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its tags
import { LogtoAccount } from './account-element.js';

if (!customElements.get('logto-account')) customElements.define('logto-account', LogtoAccount);

declare global {
  interface HTMLElementTagNameMap {
    'logto-account': LogtoAccount;
  }
}
