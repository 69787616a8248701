/** What `<logto-sign-in>` says. */
export const signInMessages = {
  'signIn.signIn': 'Sign in',
  'signIn.signOut': 'Sign out',
  'signIn.working': 'One moment…',
  'signIn.signedInAs': 'Signed in as {name}',
  'signIn.signedIn': 'You are signed in',
  'signIn.unfinished': 'Sign-in did not finish. Try again.',
};
