import type { ProfileField } from './fields/profile-field.js';

/** The autofill field names of the HTML standard. */
const autocompleteByClaim: Partial<Record<string, string>> = {
  name: 'name',
  givenName: 'given-name',
  middleName: 'additional-name',
  familyName: 'family-name',
  nickname: 'nickname',
  birthdate: 'bday',
  gender: 'sex',
  website: 'url',
  streetAddress: 'street-address',
  locality: 'address-level2',
  region: 'address-level1',
  postalCode: 'postal-code',
  country: 'country-name',
  locale: 'language',
};

/** The tenant's own fields mean nothing to a browser. */
export const autocompleteOf = ({ name, toggle }: ProfileField): string =>
  (toggle !== 'customData' && Object.hasOwn(autocompleteByClaim, name) && autocompleteByClaim[name]) || 'off';
