import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoSignInHistory } from './sign-in-history-element.js';

if (!customElements.get('logto-sign-in-history')) customElements.define('logto-sign-in-history', LogtoSignInHistory);

declare global {
  interface HTMLElementTagNameMap {
    'logto-sign-in-history': LogtoSignInHistory;
  }
}
