import type { VerificationAttempt } from '../../src/verification/verification-attempt.js';

/**
 * An action needs the user to prove who they are. Unless you prevent it, the provider opens its dialog. If you do, show
 * one of your own and end the attempt: with `verifyPassword` or `verifyCode`, or with `cancel`.
 */
export class LogtoVerificationRequiredEvent extends Event {
  constructor(
    /** What works for this user, and how to prove it. */
    readonly attempt: VerificationAttempt,
  ) {
    super('logto-verification-required', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-verification-required': LogtoVerificationRequiredEvent;
  }
}
