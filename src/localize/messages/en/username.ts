/** What `<logto-username>` says. */
export const usernameMessages = {
  'username.label': 'Username',
};
