/** What the rows of `<logto-access-tokens>` say. */
export const accessTokenMessages = {
  'accessTokens.heading': 'Access tokens',
  'accessTokens.none': 'You have none.',
  'accessTokens.new': 'New token',
  'accessTokens.about': 'With a token, a program can act for you without your password.',
  'accessTokens.add': 'Create',
  'accessTokens.addLabel': 'Create an access token',
  'accessTokens.created': 'Created on {date}',
  'accessTokens.ends': 'ends on {date}',
  'accessTokens.ended': 'ended on {date}',
  'accessTokens.endless': 'has no end',
  'accessTokens.delete': 'Delete',
  'accessTokens.deleteNamed': 'Delete {name}',
  'accessTokens.deleting': 'Deleting…',
  'accessTokens.confirm': 'Delete {name}? Programs that use it lose access within an hour.',
  'accessTokens.deleted': '{name} is deleted.',
};
