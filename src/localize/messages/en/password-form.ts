/** What the form of `<logto-password>` says. */
export const passwordFormMessages = {
  'password.new': 'New password',
  'password.requirements': 'Password requirements',
  'password.met': 'met',
  'password.unmet': 'not met',
  'password.tooShort': { one: 'at least {count} character', other: 'at least {count} characters' },
  'password.tooLong': { one: 'at most {count} character', other: 'at most {count} characters' },
  'password.characterTypes': {
    one: 'at least {count} kind of character: lowercase letters, uppercase letters, numbers, or symbols',
    other: 'at least {count} of these: lowercase letters, uppercase letters, numbers, symbols',
  },
  'password.unsupportedCharacters': 'only letters from A to Z, numbers, and symbols on a standard keyboard',
  'password.repetition': 'no repeated characters, such as aaaa',
  'password.sequence': 'no sequences, such as 1234 or qwerty',
  'password.words': 'no words that this service blocks',
  'password.userInfo': 'no part of your name, email, or phone number',
  'password.pwned': 'not found in a known data breach',
  'password.other': 'meets this service’s other rules',
  'password.unclear': 'Your new password may have been saved already. If you try again, use the same one.',
  'password.rejectedSomehow': 'This password is not accepted here. Choose a different one.',
  'password.rejected': 'This password does not meet all requirements yet. Change what is marked below.',
};
