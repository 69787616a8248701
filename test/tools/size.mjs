// Prints what a page downloads: gzip and brotli of each entry, with and without Lit, and of what is loaded on demand; and
// how many requests wait for one another. Fails when a budget is exceeded.
import { bundledGraph, cdnGraph, firstLoad } from './first-load.mjs';
import { measure, sizeOf, tags } from './sizes.mjs';

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
const line = (name, { gzip, brotli }) => console.log(`${name.padEnd(52)}${kB(gzip)} gzip${kB(brotli)} brotli`);

const provider = ['account-provider'];

console.log('At first paint, without the SDK');
line('  provider, with Lit', (await measure(provider, { withLit: true })).first);
const simplest = (await measure([...provider, 'sign-in'], { withLit: true })).first;
line('  provider + sign-in, with Lit', simplest);
line('  provider + profile, with Lit', (await measure([...provider, 'profile'], { withLit: true })).first);
const { first, onDemand } = await measure([...provider, ...tags], { withLit: true });
line('  all elements, with Lit', first);
line('  all elements, without Lit', (await measure([...provider, ...tags], { withLit: false })).first);

console.log('Each element on top of the provider');
const onTop = new Map();
const alone = (await measure(provider, { withLit: true })).first;
for (const tag of tags) {
  const both = (await measure([...provider, tag], { withLit: true })).first;
  onTop.set(tag, { gzip: both.gzip - alone.gzip, brotli: both.brotli - alone.brotli });
  line(`  ${tag}`, onTop.get(tag));
}

console.log('Loaded on demand');
for (const { name, ...size } of onDemand.sort((a, b) => b.gzip - a.gzip)) line(`  ${name}`, size);
console.log('First load of <logto-account>, signed in, with Lit');
const cdn = cdnGraph();
const bundled = await bundledGraph();
const loads = {
  cdn: firstLoad(cdn, { withSdk: false }),
  cdnWithSdk: firstLoad(cdn, { withSdk: true }),
  bundled: firstLoad(bundled, { withSdk: false }),
  bundledWithSdk: firstLoad(bundled, { withSdk: true }),
};
const script = sizeOf(cdn.named.map((name) => cdn.scripts.get(name).code));
line('  the CDN script itself', script);
for (const [name, { code, requests, inARow }] of Object.entries({
  'CDN script': loads.cdn,
  'bundled by Vite': loads.bundled,
}))
  line(`  ${name}: ${requests} scripts, ${inARow} requests in a row`, sizeOf(code));
line(`  CDN script, SDK included: ${loads.cdnWithSdk.requests} scripts`, sizeOf(loads.cdnWithSdk.code));
line(`  bundled, SDK included: ${loads.bundledWithSdk.requests} scripts`, sizeOf(loads.bundledWithSdk.code));

/** What may not be exceeded, in bytes or requests. */
const budgets = [
  ['provider + sign-in, gzip', simplest.gzip, 25_800],
  ['all elements, gzip', first.gzip, 72_400],
  ['the user button on top of the provider, brotli', onTop.get('user-button').brotli, 6000],
  ['the CDN script, brotli', script.brotli, 30_000],
  ['first load of <logto-account> from the CDN, brotli', sizeOf(loads.cdn.code).brotli, 45_600],
  ['the same with the SDK, brotli', sizeOf(loads.cdnWithSdk.code).brotli, 54_300],
  ['requests in a row, CDN script', loads.cdn.inARow, 3],
  ['requests in a row, bundled', loads.bundled.inARow, 3],
  ['scripts of the first load, bundled', loads.bundled.requests, 9],
];
for (const [name, value, limit] of budgets) {
  const [is, of] = limit < 1000 ? [value, limit] : [kB(value).trim(), kB(limit).trim()];
  console.log(`${value > limit ? 'Over' : 'Within'} budget: ${name}: ${is} of ${of}`);
  if (value > limit) process.exitCode = 1;
}
