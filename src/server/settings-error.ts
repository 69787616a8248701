/**
 * Why the settings of a tenant could not be read.
 *
 * - `endpoint`: what was given as endpoint is no `http:` or `https:` address.
 * - `network`: no connection: no such host, nobody there, a certificate that is not accepted.
 * - `timeout`: no complete answer in time.
 * - `redirect`: the address leads to another one.
 * - `refused`: an HTTP status other than success; Logto is down, or something before it refuses.
 * - `not-logto`: an answer, but not that of a Logto with an account center.
 */
export type SettingsErrorKind = 'endpoint' | 'network' | 'timeout' | 'redirect' | 'refused' | 'not-logto';

/** The settings of a tenant could not be read. The message says what is wrong and what to do; it is for developers. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(
    readonly kind: SettingsErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
