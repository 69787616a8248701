/** What `<logto-delete-account>` says. */
export const deleteAccountMessages = {
  'deleteAccount.heading': 'Delete account',
  'deleteAccount.label': 'Your account',
  'deleteAccount.value': 'Delete it and everything that belongs to it.',
  'deleteAccount.delete': 'Delete account',
  'deleteAccount.question': 'Delete your account? This cannot be undone.',
  'deleteAccount.elsewhere': 'You will finish this on another page.',
  'deleteAccount.type': 'Type “{word}” to confirm',
  'deleteAccount.word': 'DELETE',
  'deleteAccount.mismatch': 'Type “{word}” exactly as shown.',
  'deleteAccount.pending': 'One moment…',
  'deleteAccount.later':
    'You will be signed out right away and cannot sign in again. Your account will be deleted on {date}.',
  'deleteAccount.deleted': 'Your account has been deleted.',
  'deleteAccount.scheduled': 'Your account will be deleted on {date}.',
  'deleteAccount.done': 'Your account deletion has been requested.',
};
