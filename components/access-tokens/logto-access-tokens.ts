import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoAccessTokens } from './access-tokens-element.js';

export type { LogtoAccessTokensUpdatedEvent } from './access-tokens-updated-event.js';

if (!customElements.get('logto-access-tokens')) customElements.define('logto-access-tokens', LogtoAccessTokens);

declare global {
  interface HTMLElementTagNameMap {
    'logto-access-tokens': LogtoAccessTokens;
  }
}
