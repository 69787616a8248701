import '../account-provider/logto-account-provider.js'; // first, so that the provider is upgraded before its elements
import { LogtoTrustedDevices } from './trusted-devices-element.js';

export type { LogtoTrustedDevicesUpdatedEvent } from './trusted-devices-updated-event.js';

if (!customElements.get('logto-trusted-devices')) customElements.define('logto-trusted-devices', LogtoTrustedDevices);

declare global {
  interface HTMLElementTagNameMap {
    'logto-trusted-devices': LogtoTrustedDevices;
  }
}
