// The query says which sources there are, for example `?property=good&inline=broken&file=good`.
const query = new URLSearchParams(location.search);

const snapshotFrom = (source: string) => ({
  accountCenter: { fields: { name: 'ReadOnly', profile: 'Edit' }, profileFields: [{ name: 'nickname' }] },
  signInExperience: {
    customProfileFieldCatalog: [{ name: 'nickname', type: 'Text', label: `Nickname of the ${source}`, config: {} }],
  },
});

const files: Record<string, string> = {
  good: './settings.json',
  missing: './no-such-file.json',
  broken: './settings.html',
};

const provider = document.querySelector('logto-account-provider')!;
const [property, inline, file] = ['property', 'inline', 'file'].map((name) => query.get(name));

if (inline) {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = inline === 'good' ? JSON.stringify(snapshotFrom('page')) : '{ "accountCenter": ';
  provider.append(script);
}
if (file) provider.setAttribute('settings-src', files[file] ?? '');

await import('../../../components/index.js');
if (property) {
  provider.settings = property === 'good' ? snapshotFrom('property') : ({ fields: {} } as unknown as undefined);
}

export {};
