import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoUserButton } from './user-button-element.js';

if (!customElements.get('logto-user-button')) customElements.define('logto-user-button', LogtoUserButton);

declare global {
  interface HTMLElementTagNameMap {
    'logto-user-button': LogtoUserButton;
  }
}
