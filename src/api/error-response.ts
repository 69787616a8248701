import { AccountError, type AccountErrorKind } from './account-error.js';

export interface LogtoErrorBody {
  code: string;
  data: unknown;
}

/** Logto's `{ code, message, data }`; without a `code` (a 500, invalid JSON, a proxy's HTML) the HTTP status stands in. */
export async function readErrorBody(response: Response): Promise<LogtoErrorBody> {
  // None at all, one that is cut off, HTML: why it cannot be read does not matter, as the status says the rest.
  const body = Object(await response.json().catch(() => undefined)) as {
    code?: unknown;
    data?: unknown;
    reason?: unknown;
  };
  const code = typeof body.code === 'string' ? body.code : `http_${response.status}`;
  return { code, data: code === 'account.deletion_refused' ? body.reason : body.data };
}

/** Of Logto's `data` only what is shown goes on: it may repeat what it was sent, and errors go to the page. */
export const toAccountError = (status: number, { code, data }: LogtoErrorBody): AccountError =>
  new AccountError(kindOf(status, code), code, codesWithData.includes(code) ? { data } : {});

const codesWithData = ['account.deletion_refused', 'password.rejected'];

const kindByCode: Partial<Record<string, AccountErrorKind>> = {
  'account_center.not_enabled': 'disabled',
  'account_center.field_not_editable': 'not-allowed',
  'account_center.field_not_enabled': 'not-allowed',
  'auth.authorization_header_missing': 'signed-out',
  'auth.forbidden': 'missing-scope',
  'auth.third_party_application_forbidden': 'third-party-app',
  'auth.unauthorized': 'missing-scope',
  'request.message_rate_limited': 'rate-limited',
  'session.verification_blocked_too_many_attempts': 'rate-limited',
  'verification_record.permission_denied': 'verification-required',
};

function kindOf(status: number, code: string): AccountErrorKind {
  const kind = Object.hasOwn(kindByCode, code) ? kindByCode[code] : undefined; // a code may be called `constructor`
  if (kind) return kind;
  if (status === 429) return 'rate-limited';
  // A plain-text 404 or 405, a 413 of a proxy: nothing that the user typed is at fault.
  if (status >= 500 || code.startsWith('http_')) return 'unexpected';
  return 'rejected';
}
