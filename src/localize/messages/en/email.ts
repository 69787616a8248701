/** What `<logto-email>` says. */
export const emailMessages = {
  'email.label': 'Email',
  'email.new': 'New email address',
};
