/** The user removed a trusted device, and Logto confirmed it. */
export class LogtoTrustedDevicesUpdatedEvent extends Event {
  constructor() {
    super('logto-trusted-devices-updated', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-trusted-devices-updated': LogtoTrustedDevicesUpdatedEvent;
  }
}
