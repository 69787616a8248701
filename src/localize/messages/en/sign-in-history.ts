/** What `<logto-sign-in-history>` says. */
export const signInHistoryMessages = {
  'signInHistory.heading': 'Sign-in history',
  'signInHistory.locked': 'Your sign-ins',
  'signInHistory.lockedValue': 'To see them, confirm it’s you.',
  'signInHistory.showLabel': 'Show your sign-in history',
  'signInHistory.shown': 'These are your latest sign-ins. If you do not recognize one of them, change your password.',
  'signInHistory.none': 'No sign-ins to show.',
  'signInHistory.refused': 'This sign-in failed.',
  'signInHistory.more': 'Show earlier sign-ins',
  'signInHistory.moreShown': 'Earlier sign-ins were added to the end of the list.',
};
