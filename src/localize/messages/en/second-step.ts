/** What the tags for second steps and for passkeys have in common. */
export const secondStepMessages = {
  'secondStep.on': 'On',
  'secondStep.off': 'Off',
  'secondStep.turnOn': 'Turn on',
  'secondStep.turnOff': 'Turn off',
  'secondStep.added': 'Added {date}',
  'secondStep.lastUsed': 'Last used {date}',
  'secondStep.notSetUp': 'Not set up',
  'secondStep.noLongerOffered': 'It is not asked for any more: this service no longer offers it.',
  'secondStep.lastStep':
    'It is your only second step. Without it, anyone who knows your password could sign in as you.',
  'secondStep.lastStepWithCodes':
    'It is your only second step. Without it, anyone who knows your password could sign in as you. Your backup codes are removed with it.',
  'secondStep.lastStepRequired':
    'A second step is required here, so you will be asked to set one up the next time you sign in.',
  'secondStep.codesRemoved': 'Your backup codes were removed, but not this second step yet. Try again.',
  'code.session.mfa.mfa_factor_not_enabled': 'This is not offered here.',
};
