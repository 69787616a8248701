import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoSessions } from './sessions-element.js';

export type { LogtoSessionsUpdatedEvent } from '../../src/events.js';

if (!customElements.get('logto-sessions')) customElements.define('logto-sessions', LogtoSessions);

declare global {
  interface HTMLElementTagNameMap {
    'logto-sessions': LogtoSessions;
  }
}
