/** What the rows of sign-in methods say. */
export const credentialMessages = {
  'credential.add': 'Add',
  'credential.addField': 'Add {field}',
  'credential.rename': 'Rename',
  'credential.renameField': 'Rename {field}',
  'credential.remove': 'Remove',
  'credential.removeField': 'Remove {field}',
  'credential.removing': 'Removing…',
  'credential.confirmRemoval': 'Remove {value}? You will no longer be able to sign in with it.',
  'credential.removed': '{field} removed.',
  'credential.lastOne': 'This is your only way to sign in, so it cannot be removed. Add another one first.',
};
