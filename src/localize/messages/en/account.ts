/** What `<logto-account>` says. */
export const accountMessages = {
  'account.navigation': 'Account sections',
  'account.profile': 'Profile',
  'account.security': 'Security',
  'account.devices': 'Devices and apps',
  'account.empty': 'There is nothing to see or change here. Ask the people who run this service.',
  'account.terms': 'Terms of use',
  'account.privacy': 'Privacy policy',
  'account.back': 'Back to the page you came from',
};
