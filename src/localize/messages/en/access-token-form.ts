/** What the form of `<logto-access-tokens>` says, and what it makes. */
export const accessTokenFormMessages = {
  'accessTokens.name': 'Name',
  'accessTokens.nameHint': 'So that you know later what it is for.',
  'accessTokens.end': 'Good for',
  'accessTokens.days': { one: '{count} day', other: '{count} days' },
  'accessTokens.untilDate': 'Until a date',
  'accessTokens.date': 'Last day',
  'accessTokens.forever': 'No end',
  'accessTokens.endlessWarning': 'A token without an end works for whoever finds it, until you delete it.',
  'accessTokens.problem.date': 'Choose a day that is still to come.',
  'accessTokens.problem.late': 'This is too far ahead. Choose an earlier day.',
  'accessTokens.creating': 'Creating…',
  'accessTokens.once': 'This is {name}. Copy it now: it is shown only this once.',
  'accessTokens.copy': 'Copy',
  'accessTokens.kept': 'I have saved it',
  'accessTokens.isCreated': '{name} is created.',
  'accessTokens.lost': '{name} was created, and got lost on the way here. Delete it and create another one.',
};
