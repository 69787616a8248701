import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoDataExport } from './data-export-element.js';

if (!customElements.get('logto-data-export')) customElements.define('logto-data-export', LogtoDataExport);

declare global {
  interface HTMLElementTagNameMap {
    'logto-data-export': LogtoDataExport;
  }
}
