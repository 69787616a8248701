/** What `<logto-sessions>` says. */
export const sessionMessages = {
  'sessions.heading': 'Where you are signed in',
  'sessions.locked': 'Devices and browsers',
  'sessions.lockedValue': 'To see them, confirm that it is you.',
  'sessions.showLabel': 'Show where you are signed in',
  'sessions.shown': {
    one: 'There is {count} place where you are signed in.',
    other: 'There are {count} places where you are signed in.',
  },
  'sessions.none': 'There are no sign-ins to show.',
  'sessions.current': 'This browser',
  'sessions.signedIn': 'Signed in {time}',
  'sessions.end': 'Sign out',
  'sessions.endLabel': 'Sign out {device}',
  'sessions.confirmEnd': 'Sign out {device}? Whoever uses it has to sign in again.',
  'sessions.ending': 'Signing out…',
  'sessions.keep': 'Keep signed in',
  'sessions.ended': '{device} is signed out.',
  'sessions.others': 'Everywhere else',
  'sessions.othersValue': { one: '{count} other place', other: '{count} other places' },
  'sessions.endOthers': 'Sign out everywhere else',
  'sessions.confirmOthers': {
    one: 'Sign out {count} other place? You stay signed in here.',
    other: 'Sign out {count} other places? You stay signed in here.',
  },
  'sessions.othersEnded': 'You are signed out everywhere else.',
  'sessions.noOthers': 'No other active sessions',
  'sessions.someFailed': {
    one: '{count} place could not be signed out. Try again.',
    other: '{count} places could not be signed out. Try again.',
  },
};
