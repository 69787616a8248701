/** What `<logto-phone>` says. */
export const phoneMessages = {
  'phone.label': 'Phone',
  'phone.new': 'New phone number',
  'phone.country': 'Country or region',
  'phone.problem.incomplete': 'This number is not complete. Enter all of its digits.',
  'phone.problem.invalid': 'This is not a phone number in that country. Check the digits and the country.',
};
