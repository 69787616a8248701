import { FakeLogto } from '../fake-logto/fake-logto.js';

const field = (name: string, type: string, config: object = {}) => ({
  name,
  type,
  label: `The ${name}`,
  description: `About the ${name}`,
  required: true,
  config: { placeholder: `Some ${name}`, ...config },
});

const options = [{ value: 'a', label: 'A' }, { value: 'b' }];

/** Plain fields of each type with each detail. */
const plain = (prefix: string) => [
  field(`${prefix}Text`, 'Text', { minLength: 2, maxLength: 20 }),
  field(`${prefix}Number`, 'Number', { minValue: 1, maxValue: 5 }),
  field(`${prefix}Date`, 'Date', { format: 'custom', customFormat: 'dd.MM.yyyy' }),
  field(`${prefix}Select`, 'Select', { options }),
  field(`${prefix}Regex`, 'Regex', { format: '^x+$' }),
  field(`${prefix}Url`, 'Url'),
];

const types = ['Text', 'Number', 'Date', 'Select', 'Regex'];
const details = {
  minLength: 1,
  maxLength: 9,
  minValue: 1,
  maxValue: 9,
  format: 'custom',
  customFormat: 'yyyy',
  options,
};
const partNames = ['streetAddress', 'locality', 'region', 'postalCode', 'country'];
const parts = partNames.map((name, index) => ({ ...field(name, types[index]!, details), enabled: index !== 4 }));

const catalogue = () => [
  ...plain('own'),
  field('ownCheckbox', 'Checkbox', { defaultValue: 'true' }),
  field('address', 'Address', { parts }),
  field('jobTitle', 'Text'),
];

/** The two answers of a tenant that uses all there is. */
export function everythingIn() {
  const { accountCenter, signInExperience } = new FakeLogto({ fields: { trustedDevice: 'ReadOnly' } }).tenant;
  return {
    accountCenter: { ...accountCenter, profileFields: [...accountCenter.profileFields, { name: 'ownSelect' }] },
    signInExperience: {
      ...signInExperience,
      color: { primaryColor: '#6139F6', isDarkModeEnabled: true, darkPrimaryColor: '#8768F8' },
      passkeySignIn: { enabled: true },
      socialConnectors: [
        ...signInExperience.socialConnectors,
        { id: 'native', target: 'github', platform: 'Native', name: 'GitHub, on a phone' },
        {
          id: 'web',
          target: 'github',
          platform: 'Web',
          name: { en: 'GitHub', de: 'GitHub (deutsch)', 'zh-CN': '吉特' },
        },
        { id: 'plain', target: 'plain', platform: null, name: 'Plain', logo: null, logoDark: null },
      ],
      customProfileFieldCatalog: catalogue(),
      customProfileFields: catalogue(),
    },
  };
}

/** The same with more keys in each object, at any depth. */
export function withEverywhere<T>(data: T, more: Record<string, unknown>): T {
  if (Array.isArray(data)) return data.map((item: unknown) => withEverywhere(item, more)) as T;
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).map(([key, value]) => [key, withEverywhere<unknown>(value, more)]);
  return { ...(Object.fromEntries(entries) as T), ...more };
}
