/** What `<logto-sessions>` says. */
export const sessionMessages = {
  'sessions.heading': 'Where you are signed in',
  'sessions.locked': 'Devices and browsers',
  'sessions.lockedValue': 'To see them, confirm it’s you.',
  'sessions.showLabel': 'Show where you are signed in',
  'sessions.shown': {
    one: 'You are signed in at {count} place.',
    other: 'You are signed in at {count} places.',
  },
  'sessions.none': 'No sign-ins to show.',
  'sessions.current': 'This browser',
  'sessions.signedIn': 'Signed in {time}',
  'sessions.end': 'Sign out',
  'sessions.endLabel': 'Sign out {device}',
  'sessions.confirmEnd': 'Sign out {device}? Anyone using it will have to sign in again.',
  'sessions.ending': 'Signing out…',
  'sessions.keep': 'Keep signed in',
  'sessions.ended': '{device} is signed out.',
  'sessions.others': 'Everywhere else',
  'sessions.othersValue': { one: '{count} other place', other: '{count} other places' },
  'sessions.endOthers': 'Sign out everywhere else',
  'sessions.confirmOthers': {
    one: 'Sign out {count} other place? You will stay signed in here.',
    other: 'Sign out {count} other places? You will stay signed in here.',
  },
  'sessions.othersEnded': 'You are signed out everywhere else.',
  'sessions.noOthers': 'No other active sessions',
  'sessions.someFailed': {
    one: '{count} place could not be signed out. Try again.',
    other: '{count} places could not be signed out. Try again.',
  },
};
