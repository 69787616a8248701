/**
 * Everything an element reacts to differently. Closed: a new kind is a new behaviour.
 *
 * - `network`: the request never reached Logto, or the answer was not readable from this origin.
 * - `timeout`: Logto did not answer in time.
 * - `aborted`: the page or the user stopped it; nothing has to be said.
 * - `signed-out`: there is no session, or it has ended.
 * - `missing-scope`: the session is fine, but was not granted the scope this needs.
 * - `third-party-app`: this Logto lets only first-party applications change account data. Versions up to 1.42.0 let any.
 * - `disabled`: the tenant has not switched on its account center.
 * - `not-allowed`: the tenant has switched this field off or made it read-only.
 * - `verification-required`: Logto wants the user to prove who they are again.
 * - `rate-limited`: too many attempts; only time helps.
 * - `rejected`: Logto understood the request and said no (`code` says why).
 * - `unexpected`: anything else, such as a server fault or an unreadable answer.
 */
export type AccountErrorKind =
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'signed-out'
  | 'missing-scope'
  | 'third-party-app'
  | 'disabled'
  | 'not-allowed'
  | 'verification-required'
  | 'rate-limited'
  | 'rejected'
  | 'unexpected';

interface AccountErrorOptions {
  /** What Logto says against a password (`password.rejected`), or the service against a deletion (`account.deletion_refused`). */
  data?: unknown;
  cause?: unknown;
}

/** The only error that leaves the library. `from` turns anything thrown into one. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
  readonly data: unknown;

  constructor(
    readonly kind: AccountErrorKind,
    /** Logto's own error code, e.g. `user.username_already_in_use`; the kind where Logto gave none. */
    readonly code: string = kind,
    { data, cause }: AccountErrorOptions = {},
  ) {
    super(kind === code ? kind : `${kind}: ${code}`, { cause });
    this.data = data;
  }

  /** By `code`: what `@logto/browser` throws without a session, and when Logto no longer takes the refresh token. */
  static from(cause: unknown): AccountError {
    if (isAccountError(cause)) return cause;
    const { name, code } = Object(cause) as { name?: unknown; code?: unknown };
    if (name === 'AbortError') return new AccountError('aborted', undefined, { cause });
    if (name === 'TimeoutError') return new AccountError('timeout', undefined, { cause });
    if (code === 'not_authenticated') return new AccountError('signed-out', undefined, { cause });
    if (code === 'invalid_grant' || code === 'oidc.invalid_grant')
      return new AccountError('signed-out', 'session_ended', { cause });
    return new AccountError('unexpected', undefined, { cause });
  }
}

/** Whether the same would be refused again, whatever is entered: only the tenant can change that. */
export const isForGood = ({ kind }: AccountError): boolean =>
  kind === 'not-allowed' || kind === 'third-party-app' || kind === 'disabled';

/** Whether only the people who run the service can do something about it. */
export const isForSupport = (error: AccountError): boolean => isForGood(error) || error.kind === 'missing-scope';

/** By name, not by `instanceof`: two copies of the library may share a page. */
export const isAccountError = (cause: unknown): cause is AccountError =>
  cause instanceof Error && cause.name === 'AccountError' && 'kind' in cause;
