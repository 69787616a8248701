/** What `<logto-delete-account>` says. */
export const deleteAccountMessages = {
  'deleteAccount.heading': 'Delete account',
  'deleteAccount.label': 'Your account',
  'deleteAccount.value': 'Delete it, with everything that belongs to it.',
  'deleteAccount.delete': 'Delete account',
  'deleteAccount.question': 'Delete your account? This cannot be undone.',
  'deleteAccount.elsewhere': 'You finish this on another page.',
  'deleteAccount.type': 'Type “{word}” to confirm',
  'deleteAccount.word': 'DELETE',
  'deleteAccount.mismatch': 'Type “{word}” as it stands here.',
  'deleteAccount.pending': 'One moment…',
  'deleteAccount.later':
    'You are signed out at once, and cannot sign in any more. Your account will be deleted on {date}.',
  'deleteAccount.deleted': 'Your account has been deleted.',
  'deleteAccount.scheduled': 'Your account will be deleted on {date}.',
  'deleteAccount.done': 'The deletion of your account has been requested.',
};
