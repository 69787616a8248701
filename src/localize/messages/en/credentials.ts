/** What the rows of sign-in methods say. */
export const credentialMessages = {
  'credential.add': 'Add',
  'credential.addField': 'Add {field}',
  'credential.remove': 'Remove',
  'credential.removeField': 'Remove {field}',
  'credential.removing': 'Removing…',
  'credential.confirmRemoval': 'Remove {value}? You will no longer be able to sign in with it.',
  'credential.removed': '{field} removed.',
  'credential.lastOne': 'This is your only way to sign in, so it cannot be removed. Add another one first.',
  'code.session.verification_blocked_too_many_attempts':
    'Too many wrong attempts. For your safety this is locked for a while. Try again later.',
  'code.verification_record.permission_denied':
    'This could not be confirmed. Sign out and in again, then try once more.',
  'code.user.last_sign_in_method_required': 'This is your only way to sign in. Add another one first.',
  'code.no_verification_method': 'Set a password first. Then you can do this.',
};
