type Part = { enabled: boolean; name: string; type: 'Text'; label?: string; required: boolean };

const part = (name: string, label?: string): Part => ({
  enabled: label !== undefined,
  name,
  type: 'Text',
  ...(label && { label }),
  required: label !== undefined,
});

const field = (id: string, name: string, type: string, label: string, config: object, more: object = {}) => ({
  tenantId: 'default',
  id,
  name,
  type,
  label,
  description: null,
  required: false,
  config,
  createdAt: Date.UTC(2026, 8, 1),
  ...more,
});

/** The custom profile fields of a default tenant: one of each type that Logto knows. */
export const profileFieldCatalogue = () =>
  [
    field('qu5sr251dv31ezfrzr2d8', 'fullname', 'Fullname', 'Full name', {
      parts: [part('givenName', 'Given name'), part('middleName'), part('familyName', 'Family name')],
    }),
    field('c19k4z65uzhe8o4r12bwd', 'nickname', 'Text', 'Nickname', { placeholder: 'Ada', minLength: 2, maxLength: 20 }),
    field('ip4e15ra207z8oaoa1exr', 'birthdate', 'Date', 'Birthday', { format: 'yyyy-MM-dd' }),
    field('f9qs11vvjf9677ks1z8sc', 'gender', 'Select', 'Gender', {
      options: [{ value: 'female' }, { value: 'male' }, { value: 'prefer_not_to_say' }],
    }),
    field('vvw31kmcr1qrc0gnw7yak', 'website', 'Url', 'Website', { placeholder: 'https://example.com' }),
    field('ewl8jpekkgy8amrdfex17', 'address', 'Address', 'Address', {
      parts: [
        part('streetAddress', 'Street'),
        part('locality', 'City'),
        part('region'),
        part('postalCode', 'Postal code'),
        part('country', 'Country'),
      ],
    }),
    field(
      'l5p95m1cxg3dg33lr18hm',
      'jobTitle',
      'Text',
      'Job title',
      { placeholder: 'Engineer', minLength: 2, maxLength: 40 },
      { description: 'Shown on your card', required: true },
    ),
    field('71yyrxqwek73h9qnknuzd', 'teamSize', 'Number', 'Team size', { minValue: 1, maxValue: 500 }),
    field('sj47a8sehrm0fwdrlq0eb', 'newsletter', 'Checkbox', 'Newsletter', { defaultValue: 'false' }),
    field('us2y2oy7w33m873ooqxta', 'plan', 'Select', 'Plan', {
      options: [
        { label: 'Free', value: 'free' },
        { label: 'Pro', value: 'pro' },
      ],
    }),
    field('ibqld7qkb9ogqpx604tx7', 'badge', 'Regex', 'Badge', {
      placeholder: 'AB-1234',
      format: '^[A-Z]{2}-\\d{4}$',
    }),
  ].map((entry, index) => ({ ...entry, sieOrder: index + 1 }));
