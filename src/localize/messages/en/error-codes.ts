/** Words for error codes, Logto's and ours, of whichever element. Most visits see no error: they are loaded with the first. */
export const errorCodeMessages = {
  'code.account_center.field_not_enabled': 'This part of your account is not available here.',
  'code.answer_unreadable': 'The server could not do this right now. Try again in a while.',
  'code.clock_wrong':
    'The clock of this device is wrong, so signing in did not finish. Set the date and time, then try again.',
  'code.connector.authorization_failed': 'The provider did not allow it. Try again.',
  'code.connector.invalid_response': 'The provider could not confirm your account. Try again.',
  'code.connector.not_found':
    'Codes cannot be sent from here. Choose another way, or ask the people who run this service.',
  'code.guard.file_size_exceeded': 'This picture is too large. Choose another one.',
  'code.guard.mime_type_not_allowed': 'This picture cannot be read. Choose another one.',
  'code.no_backup_codes': 'There are no backup codes any more. Create new ones.',
  'code.no_verification_method': 'Set a password first. Then you can do this.',
  'code.passkey.already_registered': 'This device has a passkey for your account already. Use another device.',
  'code.passkey.expired': 'This took too long. Create the passkey once more.',
  'code.passkey.failed': 'Your browser could not create a passkey. Try again, or use another device.',
  'code.passkey.gone': 'This passkey has been removed already.',
  'code.passkey.not_capable': 'This device cannot keep a passkey. Use another device.',
  'code.passkey.wrong_place': 'Your browser does not allow this page to create a passkey for your account.',
  'code.request.message_rate_limited': 'Too many codes were sent. Wait ten minutes, then try again.',
  'code.session.email_blocklist': 'This email address cannot be used here. Use another one.',
  'code.session.invalid_connector_id': 'This provider is no longer offered here.',
  'code.session.invalid_credentials': 'That password is not right. Check it and try again.',
  'code.session.mfa.backup_code_can_not_be_alone': 'Set up an authenticator app or a passkey first.',
  'code.session.mfa.invalid_totp_code':
    'That code is not right. Enter the one that the app shows now. If it is refused again, set the clock of your device.',
  'code.session.mfa.mfa_factor_not_enabled': 'This is not offered here.',
  'code.session.mfa.webauthn_verification_failed': 'The passkey could not be confirmed. Create it once more.',
  'code.session.verification_blocked_too_many_attempts':
    'Too many wrong attempts. For your safety this is locked for a while. Try again later.',
  'code.sign_out_incomplete':
    'You are signed out here. The server could not be reached, so you may still be signed in there.',
  'code.social.already_linked': 'An account of this provider is linked already. Replace it instead.',
  'code.social.bad_url': 'This provider cannot be reached from here. Ask the people who run this service.',
  'code.social.expired': 'This took too long. Link the account once more.',
  'code.storage.not_configured': 'Pictures cannot be stored here. Use a link to a picture instead.',
  'code.storage_unavailable':
    'Your browser does not let this page remember that you are signed in. Allow it to store site data, then reload the page.',
  'code.user.backup_code_already_in_use': 'You have backup codes already. Cancel, and replace them if you want others.',
  'code.user.email_already_in_use': 'This email address belongs to another account.',
  'code.user.identity_already_in_use':
    'That account is linked to somebody else. Sign in at the provider with another one.',
  'code.user.identity_not_exist': 'That account is not linked any more.',
  'code.user.last_sign_in_method_required': 'This is your only way to sign in. Add another one first.',
  'code.user.personal_access_token_name_exists': 'You have a token of this name already. Choose another name.',
  'code.user.phone_already_in_use': 'This phone number belongs to another account.',
  'code.user.same_password': 'This is your password already. Choose a different one.',
  'code.user.totp_already_in_use': 'You have an authenticator app already. Cancel, and replace it if you want another.',
  'code.user.totp_secret_invalid': 'This key can no longer be used. Cancel, and start again.',
  'code.user.username_already_in_use': 'This username is taken. Choose another one.',
  'code.user.username_too_long': 'This username is too long. Choose a shorter one.',
  'code.user.username_too_short': 'This username is too short. Choose a longer one.',
  'code.verification_code.code_mismatch': 'That code is not right. Check it and try again.',
  'code.verification_code.expired': 'That code is no longer valid. Ask for a new one.',
  'code.verification_record.not_found': 'This took too long. Ask for a new code.',
  'code.verification_record.permission_denied':
    'This could not be confirmed. Sign out and in again, then try once more.',
};
