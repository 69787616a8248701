// Prints what a page downloads: gzip and brotli of each entry, with and without Lit, and of what is loaded on demand.
// Fails when a budget is exceeded.
import { firstLoadFromCdn, measure, tags } from './sizes.mjs';

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
const line = (name, { gzip, brotli }) => console.log(`${name.padEnd(52)}${kB(gzip)} gzip${kB(brotli)} brotli`);

const provider = ['account-provider'];

console.log('At first paint, without the SDK');
line('  provider, with Lit', (await measure(provider, { withLit: true })).first);
const simplest = (await measure([...provider, 'sign-in'], { withLit: true })).first;
line('  provider + sign-in, with Lit', simplest);
line('  provider + profile, with Lit', (await measure([...provider, 'profile'], { withLit: true })).first);
const { first, onDemand } = await measure([...provider, ...tags], { withLit: true });
line('  all tags, with Lit', first);
line('  all tags, without Lit', (await measure([...provider, ...tags], { withLit: false })).first);

console.log('Each tag on top of the provider');
const alone = (await measure(provider, { withLit: true })).first;
for (const tag of tags) {
  const both = (await measure([...provider, tag], { withLit: true })).first;
  line(`  ${tag}`, { gzip: both.gzip - alone.gzip, brotli: both.brotli - alone.brotli });
}

console.log('Loaded on demand');
for (const { name, ...size } of onDemand.sort((a, b) => b.gzip - a.gzip)) line(`  ${name}`, size);
console.log('First load of <logto-account> from the CDN, with Lit and the SDK');
const account = firstLoadFromCdn(['sign-in', 'account', 'profile', 'username', 'email', 'phone']);
line(`  profile section, ${account.requests} requests`, account);

/** What may not be exceeded, in bytes. */
const budgets = [
  ['provider + sign-in, gzip', simplest.gzip, 20_000],
  ['all tags, gzip', first.gzip, 60_000],
  ['first load of <logto-account>, brotli', account.brotli, 45_000],
];
for (const [name, bytes, limit] of budgets) {
  console.log(`${bytes > limit ? 'Over' : 'Within'} budget: ${name}: ${kB(bytes).trim()} of ${kB(limit).trim()}`);
  if (bytes > limit) process.exitCode = 1;
}
