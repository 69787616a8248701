/** What a form says that asks for a phone number. */
export const phoneFormMessages = {
  'phone.new': 'New phone number',
  'phone.country': 'Country or region',
  'phone.problem.incomplete': 'This number is incomplete. Enter all of its digits.',
  'phone.problem.extension': 'Codes cannot be sent to an extension. Enter the number without it.',
  'phone.problem.invalid': 'This is not a valid phone number in that country. Check the digits and the country.',
  'phone.problem.ambiguous':
    'It is not clear which country this number is from. Start with + and the country code, such as {code}.',
};
