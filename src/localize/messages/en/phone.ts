/** What `<logto-phone>` says. */
export const phoneMessages = {
  'phone.label': 'Phone',
};
