/** What the form of `<logto-access-tokens>` says, and what it makes. */
export const accessTokenFormMessages = {
  'accessTokens.name': 'Name',
  'accessTokens.nameHint': 'Helps you remember what the token is for.',
  'accessTokens.end': 'Expiration',
  'accessTokens.days': { one: '{count} day', other: '{count} days' },
  'accessTokens.untilDate': 'Custom date',
  'accessTokens.date': 'Last valid day',
  'accessTokens.forever': 'Never expires',
  'accessTokens.endlessWarning': 'A token that never expires works for anyone who finds it, until you delete it.',
  'accessTokens.problem.date': 'Choose a day in the future.',
  'accessTokens.problem.late': 'This day is too far ahead. Choose an earlier one.',
  'accessTokens.creating': 'Creating…',
  'accessTokens.once': 'This is {name}. Copy it now. It will not be shown again.',
  'accessTokens.copy': 'Copy',
  'accessTokens.kept': 'I have saved it',
  'accessTokens.isCreated': '{name} was created.',
  'accessTokens.lost': '{name} was created, but did not reach this page. Delete it and create another one.',
};
