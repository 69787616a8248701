import { LogtoUpdatedEvent } from '../../src/events.js';

/** The user removed a trusted device, and Logto confirmed it. */
export class LogtoTrustedDevicesUpdatedEvent extends LogtoUpdatedEvent<'device', 'removed'> {
  constructor() {
    super('logto-trusted-devices-updated', 'removed', 'device');
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-trusted-devices-updated': LogtoTrustedDevicesUpdatedEvent;
  }
}
