/** What the dialog says that confirms the user's identity. */
export const verificationMessages = {
  'verification.title': 'Confirm it’s you',
  'verification.explanation': 'This keeps your account safe. You will not be asked again for the next few minutes.',
  'verification.refused': 'Confirm once more. If you type an address or a number, it must be the one on your account.',
  'verification.choose': 'How do you want to confirm?',
  'verification.byPassword': 'With your password',
  'verification.byEmail': 'With a code by email',
  'verification.byPhone': 'With a code by text message',
  'verification.toAddress': 'to {address}',
  'verification.otherWay': 'Use another way',
  'verification.sendCode': 'Send code',
  'verification.confirm': 'Confirm',
  'verification.ownEmail': 'The email address on your account',
  'verification.ownPhone': 'The phone number on your account',
};
