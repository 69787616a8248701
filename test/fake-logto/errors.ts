/** What went wrong, as Logto puts it: thrown by the routes, answered as `{ code, message, data?, details? }`. */
export class ApiError extends Error {
  readonly status: number;
  readonly data?: unknown;
  readonly details?: string;
  readonly values: Record<string, string | number>;

  /** @param options What differs from the usual: Logto answers some codes with different statuses. */
  constructor(
    readonly code: ErrorCode,
    { status, data, details, values = {} }: ApiErrorOptions = {},
  ) {
    super(code);
    this.status = status ?? errors[code][0];
    this.data = data;
    this.details = details;
    this.values = values;
  }

  /** The answer, with the message in the language asked for when there is a translation. */
  toResponse(language: string | null): Response {
    const { code, data, details, status } = this;
    const template = (language?.startsWith('de') && german[code]) || errors[code][1];
    const message = template.replace(/\{(\w+)\}/g, (_, name: string) => String(this.values[name] ?? ''));
    return Response.json({ code, message, data, details }, { status });
  }
}

interface ApiErrorOptions {
  status?: number;
  data?: unknown;
  details?: string;
  /** For the `{name}`s in the message. */
  values?: Record<string, string | number>;
}

export type ErrorCode = keyof typeof errors;

/** Each code with the status it usually has and its English message. */
const errors = {
  'account_center.field_not_editable': [400, 'Field is not editable.'],
  'account_center.field_not_enabled': [400, 'Field is not enabled.'],
  'account_center.not_enabled': [400, 'Account center is not enabled.'],
  'auth.authorization_header_missing': [401, 'Authorization header is missing.'],
  'auth.authorization_token_type_not_supported': [401, 'Authorization type is not supported.'],
  'auth.forbidden': [403, 'Forbidden. Please check your user roles and permissions.'],
  'auth.third_party_application_forbidden': [
    403,
    'Third-party applications cannot modify account data through this API.',
  ],
  'auth.unauthorized': [401, 'Unauthorized. Please check credentials and its scope.'],
  'connector.authorization_failed': [401, "The user's authorization process is unsuccessful."],
  'connector.general': [500, 'Error occurred in connector: {errorDescription}'],
  'connector.invalid_response': [400, "The connector's response is invalid."],
  'connector.not_found': [501, 'Cannot find any available connector for type: {type}.'],
  'connector.unexpected_type': [400, "The connector's type is unexpected."],
  'custom_profile_fields.entity_not_exists_with_names': [400, 'Cannot find entities with the given names: {names}'],
  'entity.invalid_input': [422, 'Invalid input. Value list must not be empty.'],
  'entity.not_exists': [404, 'The {entity} does not exist.'],
  'entity.not_exists_with_id': [404, 'The {entity} with ID `{id}` does not exist.'],
  'entity.not_found': [404, 'The resource does not exist.'],
  'entity.relation_foreign_key_not_found': [
    422,
    'Cannot find one or more foreign keys. Please check the input and ensure that all referenced entities exist.',
  ],
  'entity.unique_integrity_violation': [422, 'The entity already exists. Please check the input and try again.'],
  'entity.value_too_long': [422, 'The length of value is too long and exceeds the limit.'],
  'guard.file_size_exceeded': [400, 'File size exceeded.'],
  'guard.invalid_input': [400, 'The request {source} is invalid.'],
  'guard.invalid_pagination': [400, 'The request pagination value is invalid.'],
  'guard.mime_type_not_allowed': [400, 'MIME type is not allowed.'],
  'log.invalid_time_window': [400, '`end_time` must be after `start_time`.'],
  'oidc.invalid_grant': [404, 'Grant request is invalid.'],
  'oidc.invalid_session_account_id': [400, 'Session accountId mismatch.'],
  'oidc.session_not_found': [400, 'Session not found.'],
  'organization.require_membership': [422, 'The user must be a member of the organization to proceed.'],
  'password.rejected': [422, 'Password rejected. Please check if your password meets the requirements.'],
  'request.invalid_input': [400, 'Input is invalid. {details}'],
  'request.message_rate_limited': [429, 'Too many messages sent to this recipient. Please try again later.'],
  'secrets.third_party_token_set.access_token_expired': [
    401,
    'The access token has expired. Please reconnect your account.',
  ],
  'secrets.third_party_token_set.token_not_found': [404, 'Token record not found.'],
  'session.email_blocklist.email_not_allowed': [
    422,
    'The email address "{email}" is restricted. Please choose a different one.',
  ],
  'session.email_blocklist.email_subaddressing_not_allowed': [422, 'Email subaddressing is not allowed.'],
  'session.insufficient_info': [400, 'Insufficient sign-in info.'],
  'session.invalid_connector_id': [422, 'Unable to find available connector with id {id}.'],
  'session.invalid_credentials': [422, 'Incorrect account or password. Please check your input.'],
  'session.mfa.backup_code_can_not_be_alone': [422, 'Backup code can not be the only MFA.'],
  'session.mfa.invalid_totp_code': [400, 'Invalid TOTP code.'],
  'session.mfa.mfa_factor_not_enabled': [400, 'MFA factor is not enabled.'],
  'session.mfa.webauthn_verification_failed': [400, 'WebAuthn verification failed.'],
  'session.verification_blocked_too_many_attempts': [
    400,
    'Too many attempts in a short time. Please try again in {minutes} minutes.',
  ],
  'sign_in_experiences.backup_code_cannot_be_enabled_alone': [400, 'Backup code cannot be enabled alone.'],
  'storage.not_configured': [400, 'Storage provider is not configured.'],
  'user.backup_code_already_in_use': [422, 'Backup code is already in use.'],
  'user.cannot_delete_self': [400, 'You cannot delete yourself.'],
  'user.email_already_in_use': [422, 'This email is associated with an existing account.'],
  'user.identity_already_in_use': [422, 'The social account has been associated with an existing account.'],
  'user.identity_not_exist': [404, 'The social account has not been registered yet.'],
  'user.identity_not_exists_in_current_user': [
    422,
    'The specified identity does not exist in the current user account. Please link the identity before proceeding.',
  ],
  'user.invalid_role_type': [422, 'Invalid role type, can not assign machine-to-machine role to user.'],
  'user.last_sign_in_method_required': [400, 'You need to keep at least one identifier in your account.'],
  'user.personal_access_token_name_exists': [422, 'Personal access token name already exists.'],
  'user.phone_already_in_use': [422, 'This phone number is associated with an existing account.'],
  'user.same_password': [422, 'New password cannot be the same as your old password.'],
  'user.totp_already_in_use': [422, 'TOTP is already in use.'],
  'user.totp_secret_invalid': [400, 'Invalid TOTP secret supplied.'],
  'user.username_already_in_use': [422, 'This username is already in use.'],
  'user.username_too_long': [422, 'Username is too long.'],
  'user.username_too_short': [422, 'Username is too short.'],
  'user.wrong_backup_code_format': [422, 'Backup code format is invalid.'],
  'verification_code.code_mismatch': [400, 'Invalid verification code.'],
  'verification_code.email_mismatch': [400, 'Email mismatch. Please request a new verification code.'],
  'verification_code.exceed_max_try': [
    400,
    'Verification code retries limitation exceeded. Please request a new verification code.',
  ],
  'verification_code.expired': [400, 'Verification code has expired. Please request a new verification code.'],
  'verification_code.not_found': [400, 'Verification code not found. Please send verification code first.'],
  'verification_code.phone_mismatch': [400, 'Phone mismatch. Please request a new verification code.'],
  'verification_record.not_found': [400, 'Verification record not found.'],
  'verification_record.permission_denied': [401, 'Permission denied, please re-authenticate.'],
  'verification_record.social_verification.invalid_target': [
    422,
    'Invalid verification record. Expected {expected} but got {actual}.',
  ],
  'verification_record.social_verification.token_response_not_found': [
    422,
    'Token response not found. Please check that token storage is supported and enabled for the social connector.',
  ],
} satisfies Record<string, [status: number, message: string]>;

/** Enough to notice code that branches on the text of a message. */
const german: { [code in ErrorCode]?: string } = {
  'auth.unauthorized': 'Unautorisiert. Bitte überprüfe deine Zugangsdaten.',
  'verification_record.permission_denied': 'Zugriff verweigert, bitte erneut authentifizieren.',
};
