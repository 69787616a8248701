/** What `<logto-password>` says. */
export const passwordMessages = {
  'password.label': 'Password',
  'password.isSet': 'Set',
};
