/** What the form of `<logto-password>` says. */
export const passwordFormMessages = {
  'password.new': 'New password',
  'password.requirements': 'Password requirements',
  'password.met': 'met',
  'password.unmet': 'not met',
  'password.too-short': { one: 'at least {count} character', other: 'at least {count} characters' },
  'password.too-long': { one: 'at most {count} character', other: 'at most {count} characters' },
  'password.character-types': {
    one: 'at least {count} kind of character: small letters, capital letters, numbers or symbols',
    other: 'at least {count} of these: small letters, capital letters, numbers, symbols',
  },
  'password.unsupported-characters': 'only letters from A to Z, numbers and symbols of a standard keyboard',
  'password.repetition': 'no repeated characters, such as aaaa',
  'password.sequence': 'no sequences, such as 1234 or qwerty',
  'password.words': 'none of the words that are not allowed here',
  'password.user-info': 'nothing of your name, email or phone number',
  'password.pwned': 'not one that has leaked elsewhere',
  'password.other': 'one that is accepted here',
  'password.rejectedSomehow': 'This password is not accepted here. Choose a different one.',
  'password.rejected': 'This password is not accepted yet. Change what is marked below.',
};
