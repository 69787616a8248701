/** What stands above the section “Security” of `<logto-account>`. */
export const securitySummaryMessages = {
  'summary.heading': 'What protects your account',
  'summary.recovery': 'Ways to get back in',
  'summary.noRecovery':
    'Add an email address or phone number, so that you can get back in if you forget your password or lose your device.',
  'summary.addEmail': 'Add an email address',
  'summary.addPhone': 'Add a phone number',
  'summary.noStep': 'Set up a second step to protect your account.',
  'summary.setUpStep': 'Set up a second step',
  'summary.createCodes': 'Create backup codes',
  'summary.noPassword': 'Set a password, so that you have another way to sign in.',
};
