/** Codes that mean the same to a user. */
const sameAs: Partial<Record<string, string>> = {
  'verification_code.not_found': 'verification_code.expired',
  'verification_code.exceed_max_try': 'verification_code.expired',
  'verification_code.email_mismatch': 'verification_code.expired',
  'verification_code.phone_mismatch': 'verification_code.expired',
  'user.suspended': 'capability.off',
  'sign_in.not_recent': 'verification_record.permission_denied',
  'connector.general': 'connector.invalid_response',
};

/** Where the words for one of Logto's error codes would be. */
export const errorCodeKey = (code: string): string =>
  `code.${code.startsWith('session.email_blocklist.') ? 'session.email_blocklist' : (sameAs[code] ?? code)}`;
