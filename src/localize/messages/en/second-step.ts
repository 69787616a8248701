/** What the elements for second steps and for passkeys have in common. */
export const secondStepMessages = {
  'mfa.on': 'On',
  'mfa.off': 'Off',
  'mfa.turnOn': 'Turn on',
  'mfa.turnOff': 'Turn off',
  'mfa.added': 'Added {date}',
  'mfa.lastUsed': 'Last used {date}',
  'mfa.notSetUp': 'Not set up',
  'mfa.noLongerOffered': 'This service no longer offers it, so you are not asked for it.',
  'mfa.lastStep': 'It is your only second step. Without it, anyone who knows your password could sign in as you.',
  'mfa.lastStepWithCodes':
    'It is your only second step. Without it, anyone who knows your password could sign in as you. Your backup codes will be removed, too.',
  'mfa.lastStepRequired':
    'A second step is required here, so you will be asked to set one up the next time you sign in.',
  'mfa.codesRemoved': 'Your backup codes were removed, but this second step was not. Try again.',
};
