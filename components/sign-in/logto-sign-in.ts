import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoSignIn } from './sign-in-element.js';

if (!customElements.get('logto-sign-in')) customElements.define('logto-sign-in', LogtoSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'logto-sign-in': LogtoSignIn;
  }
}
