/** What a form says that asks for a phone number. */
export const phoneFormMessages = {
  'phone.new': 'New phone number',
  'phone.country': 'Country or region',
  'phone.problem.incomplete': 'This number is not complete. Enter all of its digits.',
  'phone.problem.extension': 'Codes cannot be sent to an extension. Enter the number without it.',
  'phone.problem.invalid': 'This is not a phone number in that country. Check the digits and the country.',
  'phone.problem.ambiguous':
    'It is not clear where this number belongs. Write it with + and the country code, such as {code}.',
};
