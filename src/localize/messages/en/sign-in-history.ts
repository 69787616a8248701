/** What `<logto-sign-in-history>` says. */
export const signInHistoryMessages = {
  'signInHistory.heading': 'Sign-in history',
  'signInHistory.locked': 'Your sign-ins',
  'signInHistory.lockedValue': 'To see them, confirm that it is you.',
  'signInHistory.showLabel': 'Show your sign-in history',
  'signInHistory.shown': 'These are your latest sign-ins. If one of them was not you, change your password.',
  'signInHistory.none': 'No sign-ins are known.',
  'signInHistory.refused': 'This sign-in did not succeed.',
  'signInHistory.more': 'Show earlier sign-ins',
  'signInHistory.moreShown': 'Earlier sign-ins were added to the end of the list.',
};
