/** What the form of `<logto-username>` says. */
export const usernameFormMessages = {
  'username.problem.tooShort': { one: 'Use at least {count} character.', other: 'Use at least {count} characters.' },
  'username.problem.tooLong': { one: 'Use at most {count} character.', other: 'Use at most {count} characters.' },
  'username.problem.startsWithDigit': 'A username cannot start with a number.',
  'username.problem.characters': 'Use only {allowed}.',
  'username.hint': 'Use {allowed}.',
  'username.lowercase': 'lowercase letters',
  'username.uppercase': 'uppercase letters',
  'username.numbers': 'numbers',
  'username.underscore': 'underscores',
};
