/** What `<logto-user-button>` says. */
export const userButtonMessages = {
  'userButton.menu': 'Account menu',
  'userButton.menuOf': 'Account menu: {name}',
  'userButton.manage': 'Manage account',
};
