/** What `<logto-account>` says. */
export const accountMessages = {
  'account.navigation': 'Account sections',
  'account.profile': 'Profile',
  'account.security': 'Security',
  'account.devices': 'Devices and apps',
  'account.waysToSignIn': 'Ways to sign in',
  'account.empty': 'There is nothing to see or change here. For help, contact support.',
  'account.terms': 'Terms of use',
  'account.privacy': 'Privacy policy',
  'account.back': 'Back to the page you came from',
};
