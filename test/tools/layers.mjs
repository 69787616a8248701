// Who may import whom, and what may stand where. Fails with a line for each breach.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Each layer, and what it may import besides itself. */
const layers = {
  'src/api': [],
  'src/settings': [],
  'src/untrusted.ts': [],
  'src/profile': ['src/untrusted.ts', 're2js'],
  'src/localize': [],
  'src/state': ['src/api', 'src/settings'],
  'src/verification': ['src/api', 'src/state'],
  'src/policies': ['src/untrusted.ts'],
  'src/phone': ['libphonenumber-js'],
  'src/redirect': [],
  'src/social': ['src/untrusted.ts'],
  'src/passkeys': ['src/api'],
  'src/user-agent': [],
  'src/mfa': ['src/api', 'src/state', 'src/context'],
  'src/context': ['src/state', 'src/verification', '@lit/context'],
  'src/events.ts': ['src/api', 'src/settings'],
  'src/server': ['src/settings', 'src/untrusted.ts'],
  'src/cli': [
    'src/server',
    'src/settings',
    'package.json',
    'node:crypto',
    'node:fs/promises',
    'node:path',
    'node:process',
    'node:util',
  ],
  'src/ui': ['src/api', 'src/localize', 'lit'],
  'src/controllers': [
    'src/api',
    'src/settings',
    'src/state',
    'src/context',
    'src/events.ts',
    'src/localize',
    'src/ui',
    'src/mfa',
    'src/redirect',
    'src/user-agent',
    'src/verification',
    'lit',
    '@lit/context',
  ],
  components: ['src', 'lit'],
};

/** What only one place may do. */
const onlyIn = [
  {
    what: /from '@logto\/(browser|client)'/,
    where: /^components\/account-provider\/(browser-session|sdk-client|sign-in-callback|id-token-verifier)/,
  },
  { what: /from '@lit\/context'/, where: /^src\/(context|controllers)\/|^components\/account-provider\// },
  { what: /from '@simplewebauthn\//, where: /^src\/passkeys\/create-passkey/ },
  { what: /from 'jose'/, where: /^components\/account-provider\/id-token-verifier/ },
  { what: /from 'bowser'/, where: /^src\/user-agent\/browser-name/ },
  { what: /from 'lean-qr\//, where: /^components\/mfa\/totp-panel/ },
  { what: /from '@cropper\//, where: /^components\/profile\/avatar-/ },
  { what: /\bfetch\(/, where: /^src\/api\/account-client|^src\/settings\/settings-sources|^src\/server\/fetch-json/ },
  { what: /sessionStorage/, where: /^components\/account-provider\/sign-in-callback|^src\/redirect\/pending-redirect/ },
  { what: /customElements\.define/, where: /^components\/[\w-]+\/logto-[\w-]+\.ts$/ },
  { what: /localStorage|innerHTML|unsafeHTML|styleMap|unsafeCSS|style="|\beval\(|new Function/, where: /^$/ },
];

/** Who can be asked for a tag by its name. */
const tagList = 'components/tag-loaders.js';

const breaches = [];

const sources = ['src', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => normalize(join(folder, path))),
);

for (const file of sources) {
  const source = readFileSync(file, 'utf8');
  const code = source.replace(/^\s*(\/?\*|\/\/).*$/gm, '');
  for (const [, specifier] of code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) checkImport(file, specifier);
  for (const { what, where } of onlyIn) if (what.test(code) && !where.test(file)) breaches.push(`${file}: ${what}`);
}

function checkImport(file, specifier) {
  const layer = layerOf(file);
  const target = specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier;
  const isAllowed = isWithin(target, layer)
    ? mayReach(file, target)
    : layers[layer].some((allowed) => isWithin(target, allowed));
  // Libraries that only one place may use are checked there.
  const isRestricted = onlyIn.some(({ what }) => what.test(`from '${specifier}'`));
  if (!isAllowed && !isRestricted) breaches.push(`${file} must not import ${specifier}`);
}

/** A tag knows no other tag's class. Its file may register other tags; the index registers all, the list of classes none. */
function mayReach(file, target) {
  if (!file.startsWith('components/') || ['components/index.ts', 'components/cdn.ts'].includes(file)) return true;
  const isOwnFolder = dirname(file) === dirname(target);
  const isTagFile = (path) => /\/logto-[\w-]+\.[jt]s$/.test(path);
  if (file === 'components/elements.ts') return !isTagFile(target);
  const isListed = file === 'components/tag-loaders.ts' ? isTagFile(target) : target === tagList;
  return isOwnFolder || isListed || (isTagFile(file) && isTagFile(target));
}

function layerOf(file) {
  const layer = Object.keys(layers).find((name) => isWithin(file, name));
  if (!layer) throw new Error(`${file} is in no layer: put it into one, or name a new one in ${import.meta.filename}`);
  return layer;
}

function isWithin(path, folder) {
  return path === folder || path.replace(/\.js$/, '.ts') === folder || path.startsWith(`${folder}/`);
}

for (const breach of breaches) console.error(breach);
console.log(
  breaches.length === 0 ? 'Layers: every import goes the right way.' : `Layers: ${breaches.length} breaches.`,
);
process.exitCode = breaches.length === 0 ? 0 : 1;
