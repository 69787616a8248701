/** What the rows of `<logto-access-tokens>` say. */
export const accessTokenMessages = {
  'accessTokens.heading': 'Access tokens',
  'accessTokens.none': 'No access tokens yet.',
  'accessTokens.new': 'New token',
  'accessTokens.about': 'A token lets a program act for you without your password.',
  'accessTokens.add': 'Create',
  'accessTokens.addLabel': 'Create an access token',
  'accessTokens.created': 'Created on {date}',
  'accessTokens.ends': 'expires on {date}',
  'accessTokens.ended': 'expired on {date}',
  'accessTokens.endless': 'never expires',
  'accessTokens.delete': 'Delete',
  'accessTokens.deleteNamed': 'Delete {name}',
  'accessTokens.deleting': 'Deleting…',
  'accessTokens.confirm': 'Delete {name}? Programs that use it lose access within an hour.',
  'accessTokens.deleted': '{name} was deleted.',
};
