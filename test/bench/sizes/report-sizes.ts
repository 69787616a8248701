import { measure, measureEntry, tags, type Measured, type Size } from '../../tools/sizes.mjs';
import { benchFolder } from '../peers/install.js';
import { kB, table } from '../tools/tables.js';

const provider = 'account-provider';

const hanko = `import { register } from '@teamhanko/hanko-elements'; register('https://hanko.example');`;
const descope = `import '@descope/user-profile-widget';`;

export interface SizesReport {
  text: string;
  /** Everything that ours can show, SDK included, and all of the peers. */
  all: Size;
  hanko: Size;
  descope: Size;
}

/** What a bundler makes of each element, and of the peers, with the same settings. */
export async function reportSizes(): Promise<SizesReport> {
  const withLit = { withLit: true };
  const alone = await measure([provider], withLit);
  const each: { name: string; both: Size }[] = [];
  for (const name of tags) each.push({ name, both: (await measure([provider, name], withLit)).first });
  const all = await measure([provider, ...tags], withLit);
  const withSdk = plus(all.first, sdkOf(all));
  const peer = async (entry: string) => (await measureEntry(entry, { root: benchFolder })).first;
  const peers = { hanko: await peer(hanko), descope: await peer(descope) };
  return {
    all: withSdk,
    ...peers,
    text: `${table(
      ['', 'gzip', 'brotli'],
      [
        row('the provider alone', alone.first),
        ...each.map(({ name, both }) => row(`the provider and \`<logto-${name}>\``, both)),
        row('all of these elements', all.first),
        row('all of these elements, and the SDK', withSdk),
        row('Hanko, all that it has, SDK included', peers.hanko),
        row('Descope, all that its package has (the rest comes from its servers)', peers.descope),
      ],
    )}

What a page downloads before the first paint, minified. Ours is with Lit and English, and without what is loaded on
demand: \`npm run size\` lists that. The SDK, \`@logto/browser\`, is loaded when the page has no session of its own to give.`,
  };
}

const row = (name: string, { gzip, brotli }: Size) => [name, kB(gzip), kB(brotli)];

const plus = (one: Size, other: Size) => ({ gzip: one.gzip + other.gzip, brotli: one.brotli + other.brotli });

function sdkOf({ onDemand }: Measured): Size {
  const sdk = onDemand.find(({ name }) => name === '@logto/browser');
  if (!sdk) throw new Error('The SDK is not among what is loaded on demand.');
  return sdk;
}
