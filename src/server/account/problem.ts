/** Each code with its status, and with what it says to developers; the same list is in `account-api.openapi.json`. */
const problems = {
  'account.deletion_refused': [409, 'The service does not delete this account now.'],
  'account_center.not_enabled': [400, 'The account center of the tenant is switched off.'],
  'auth.authorization_header_missing': [401, 'The request has no access token: send "Authorization: Bearer …".'],
  'auth.forbidden': [403, 'The access token lacks a scope that this needs.'],
  'auth.impersonated': [403, 'The access token was issued to somebody who acts for the person.'],
  'auth.unauthorized': [401, 'The access token has ended, or is not of an application that may ask here.'],
  'capability.off': [404, 'This is not switched on: see the option "enable" of the handler.'],
  'entity.not_found': [404, 'The person has no such thing.'],
  'logto.outcome_unknown': [502, 'Logto did not say whether it was done. Read again before you try again.'],
  'logto.timeout': [504, 'Logto did not answer in time.'],
  'logto.too_old': [501, 'Logto has to be 1.41 or newer: before, a permission record proves nothing.'],
  'logto.unavailable': [502, 'Logto gave no usable answer.'],
  'request.invalid_input': [400, 'The request has something that is missing, wrong or unknown.'],
  'request.invalid_json': [400, 'The body is not JSON.'],
  'request.method_not_allowed': [405, 'This path does not know the method.'],
  'request.not_found': [404, 'There is no such path. Does the option "basePath" say where the handler is mounted?'],
  'request.origin_not_allowed': [403, 'Pages of other origins may not ask: see the option "origins" of the handler.'],
  'request.rate_limited': [429, 'Too many requests.'],
  'request.too_large': [413, 'The body is too large.'],
  'request.unsupported_media_type': [415, 'The body has to be "application/json".'],
  'server.error': [500, 'The handler failed.'],
  'server.misconfigured': [500, 'The handler is not set up as it has to be. Its log says more.'],
  'sign_in.not_recent': [401, 'The person has to sign in anew first.'],
  'store.unavailable': [503, 'The store did not answer.'],
  'user.personal_access_token_name_exists': [422, 'The person has a token of this name.'],
  'user.suspended': [403, 'The account is suspended.'],
  'verification_record.permission_denied': [401, 'The person has to prove anew who they are.'],
} satisfies Record<string, [status: number, message: string]>;

export type ProblemCode = keyof typeof problems;

/** What a client gets besides the code; all of it is our own words, or the host's. */
interface ProblemDetails {
  field?: string;
  proof?: 'permission-record' | 'fresh-sign-in';
  reason?: string;
  retryAfter?: number;
}

/** Everything that is not success. Nothing of `cause` leaves the server. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
    options?: ErrorOptions,
  ) {
    super(problems[code][1], options);
    this.status = problems[code][0];
  }

  toResponse(headers: Record<string, string> = {}): Response {
    const { code, message, details, status } = this;
    const { retryAfter } = details;
    const wait: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    return answer({ code, message, ...details }, { status, headers: { ...wait, ...headers } });
  }
}

/** JSON that no cache keeps, since it is about one person, unless the headers say otherwise. */
export function answer(body: unknown, { status = 200, headers = {} }: AnswerInit = {}): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}

interface AnswerInit {
  status?: number;
  headers?: Record<string, string>;
}
