/** What of two-step verification has changed. */
export type MfaChange = 'totp' | 'backup-codes' | 'sign-in';

/** The user changed their two-step verification, and Logto confirmed it. */
export class LogtoMfaUpdatedEvent extends Event {
  constructor(
    /** `totp`: the authenticator app; `backup-codes`: the codes; `sign-in`: whether it is asked for at sign-in. */
    readonly change: MfaChange,
  ) {
    super('logto-mfa-updated', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-mfa-updated': LogtoMfaUpdatedEvent;
  }
}
