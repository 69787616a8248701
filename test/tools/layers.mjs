// Who may import whom, and what may stand where. Fails with a line for each breach.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Each layer, and what it may import besides itself. */
const layers = {
  'src/image-visibility.ts': [],
  'src/api': [],
  'src/load-module.ts': ['src/api'],
  'src/next-task.ts': [],
  'src/save-file.ts': [],
  'src/text': [],
  'src/untrusted.ts': ['src/text'],
  'src/settings': ['src/text', 'src/untrusted.ts'],
  'src/localize': ['src/text'],
  'src/avatar': ['src/api', 'src/image-visibility.ts', 'src/phone', 'src/text', 'src/untrusted.ts', 'lit'],
  'src/styles': ['lit'],
  'src/look': ['lit'],
  'src/developer-hints': ['src/api'],
  'src/identifiers': ['src/api'],
  'src/state': ['src/api', 'src/load-module.ts', 'src/settings'],
  'src/verification': ['src/api', 'src/load-module.ts', 'src/redirect', 'src/state'],
  'src/phone': ['src/text', 'libphonenumber-js'],
  'src/redirect': [],
  'src/context': ['src/developer-hints', 'src/events.ts', 'src/settings', 'src/state', 'lit', '@lit/context'],
  'src/events.ts': ['src/api'],
  'src/session': ['src/api', 'src/context', 'src/load-module.ts', 'src/settings', 'src/redirect'],
  'src/server': ['src/settings', 'src/text', 'src/untrusted.ts'],
  'src/findings': ['src/settings'],
  'src/cli': [
    'src/findings',
    'src/server',
    'src/settings',
    'src/untrusted.ts',
    'package.json',
    'node:crypto',
    'node:fs/promises',
    'node:path',
    'node:process',
    'node:readline/promises',
    'node:util',
  ],
  'src/status': ['src/api', 'src/localize', 'src/look', 'lit'],
  'src/controllers': [
    'src/api',
    'src/context',
    'src/events.ts',
    'src/localize',
    'src/redirect',
    'src/settings',
    'src/state',
    'src/status',
    'lit',
  ],
  'src/device': ['src/load-module.ts', 'src/localize', 'src/look', 'lit'],
  'src/forms': [
    'src/api',
    'src/controllers',
    'src/localize',
    'src/phone',
    'src/status',
    'src/styles',
    'src/text',
    'lit',
  ],
  'src/verification-dialog': [
    'src/api',
    'src/controllers',
    'src/forms',
    'src/identifiers',
    'src/localize',
    'src/phone',
    'src/verification',
    'lit',
  ],
  'src/rows': [
    'src/api',
    'src/controllers',
    'src/events.ts',
    'src/forms',
    'src/load-module.ts',
    'src/localize',
    'src/look',
    'src/redirect',
    'src/settings',
    'src/state',
    'src/status',
    'lit',
  ],
  'src/identifier-rows': [
    'src/api',
    'src/controllers',
    'src/events.ts',
    'src/forms',
    'src/identifiers',
    'src/localize',
    'src/redirect',
    'src/rows',
    'src/state',
    'src/verification',
    'lit',
  ],
  'src/second-factors': ['src/api', 'src/localize', 'src/look', 'src/rows', 'src/state', 'lit'],
  components: ['src', 'lit', 're2js'],
};

/** What only one place may do. */
const onlyIn = [
  {
    what: /from '@logto\/(browser|client)'/,
    where: /^src\/session\/(browser-session-work|sdk-client|sign-in-callback|id-token-verifier)/,
  },
  { what: /from '@lit\/context'/, where: /^src\/context\/|^components\/account-provider\/account-provider-element/ },
  { what: /from '@simplewebauthn\//, where: /^components\/passkeys\/create-passkey/ },
  {
    what: /from 'jose'/,
    where: /^src\/session\/id-token-verifier|^src\/server\/account\/fresh-sign-ins/,
  },
  { what: /from 'bowser'/, where: /^src\/device\/browser-name/ },
  { what: /from 'lean-qr\//, where: /^components\/mfa\/totp-panel/ },
  { what: /from 'is-animated'/, where: /^components\/profile\/moving-picture/ },
  { what: /from '@cropper\//, where: /^components\/profile\/avatar-/ },
  {
    what: /\bfetch\(/,
    where:
      /^src\/api\/(account-client|reachability)|^src\/settings\/settings-sources|^src\/server\/(fetch-json|account\/logto)|^src\/cli\/http|^src\/session\/oidc-requests/,
  },
  {
    what: /sessionStorage/,
    where:
      /^src\/session\/(sign-in-record|sign-in-under-way|stored-session)|^src\/redirect\/(pending-redirect|remembered)/,
  },
  { what: /localStorage/, where: /^src\/session\/stored-session/ },
  { what: /customElements\.define/, where: /^components\/[\w-]+\/logto-[\w-]+\.ts$/ },
  // The same by a library's own method, for an element of that library.
  { what: /\.\$define\(/, where: /^components\/profile\/avatar-cropper\.ts$/ },
  { what: /innerHTML|unsafeHTML|styleMap|unsafeCSS|style="|\beval\(|new Function/, where: /^$/ },
];

/** What brings several elements together. */
const wholePackage = ['components/index.ts', 'components/cdn.ts', 'components/expected-section.ts'];

/** Who can be asked for an element by its name, and what it loads for a section of the account page. */
const elementList = 'components/element-loaders.js';
const isSection = (path) => path.startsWith('components/sections/');

const breaches = [];
const used = new Set();

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
  const allowed = layers[layer].find((name) => isWithin(target, name));
  if (allowed) used.add(`${layer} ${allowed}`);
  const isAllowed = isWithin(target, layer) ? mayReach(file, target) : allowed !== undefined;
  // Libraries that only one place may use are checked there.
  const isRestricted = onlyIn.some(({ what }) => what.test(`from '${specifier}'`));
  if (!isAllowed && !isRestricted) breaches.push(`${file} must not import ${specifier}`);
}

/** An element knows no other element's class. Its file may register others; the index registers all, the list of classes none. */
function mayReach(file, target) {
  if (!file.startsWith('components/') || wholePackage.includes(file)) return true;
  const homeOf = (path) => path.split('/', 2).join('/');
  const isOwnFolder = homeOf(file) === homeOf(target) && file.split('/').length > 2;
  const isElementFile = (path) => /\/logto-[\w-]+\.[jt]s$/.test(path);
  if (file === 'components/elements.ts') return !isElementFile(target);
  const isListed =
    file === 'components/element-loaders.ts' ? isElementFile(target) || isSection(target) : target === elementList;
  const isAbove = isSection(file) && /^components\/account\/\w+-summary\.[jt]s$/.test(target); // loaded with its elements
  return isOwnFolder || isListed || isAbove || ((isElementFile(file) || isSection(file)) && isElementFile(target));
}

function layerOf(file) {
  const layer = Object.keys(layers).find((name) => isWithin(file, name));
  if (!layer) throw new Error(`${file} is in no layer: put it into one, or name a new one in ${import.meta.filename}`);
  return layer;
}

function isWithin(path, folder) {
  return path === folder || path.replace(/\.js$/, '.ts') === folder || path.startsWith(`${folder}/`);
}

for (const [layer, allowed] of Object.entries(layers))
  for (const name of allowed)
    if (!used.has(`${layer} ${name}`))
      breaches.push(`${layer} may import ${name}, and does not: take it out of the list.`);

for (const breach of breaches) console.error(breach);
console.log(
  breaches.length === 0 ? 'Layers: every import goes the right way.' : `Layers: ${breaches.length} breaches.`,
);
process.exitCode = breaches.length === 0 ? 0 : 1;
