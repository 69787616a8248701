import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { sectionElements } from '../../src/settings/requirements-by-element.js';
import { sourcesOf } from '../tools/module-graph.js';

interface Named {
  name: string;
  description?: string;
}

interface ElementDeclaration {
  customElement?: boolean;
  name: string;
  tagName: string;
  cssParts?: Named[];
  cssProperties?: Named[];
  cssStates?: Named[];
  slots?: Named[];
  events?: Named[];
  attributes?: Named[];
  members?: Named[];
}

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  modules: { path: string; declarations?: ElementDeclaration[] }[];
};

const elements = manifest.modules.flatMap(({ path, declarations = [] }) =>
  declarations.filter(({ customElement }) => customElement).map((element) => ({ path, element })),
);

/** Every public name of one kind that the code of an element uses. */
function used(sources: Map<string, string>, patterns: RegExp[]): string[] {
  const code = [...sources.values()].join('\n');
  const found = patterns.flatMap((pattern) => [...code.matchAll(pattern)].flatMap(([, names = '']) => words(names)));
  return [...new Set(found)].sort();
}

/** Parts of shared templates that an element never renders: a password cannot be removed, and an email needs no warning. */
const neverShown: Partial<Record<string, string[]>> = {
  'logto-access-tokens': ['warning', 'sign-out-elsewhere'],
  'logto-connected-apps': ['primary', 'warning', 'sign-out-elsewhere'],
  'logto-data-export': ['hint', 'warning', 'sign-out-elsewhere'],
  'logto-delete-account': ['hint', 'warning', 'sign-out-elsewhere'],
  'logto-email': ['heading', 'primary', 'warning'],
  'logto-organizations': ['warning', 'sign-out-elsewhere'],
  'logto-phone': ['heading', 'primary', 'warning'],
  'logto-sessions': ['primary', 'warning', 'sign-out-elsewhere'],
  'logto-sign-in-history': ['primary', 'sign-out-elsewhere'],
  'logto-social-links': ['warning', 'sign-out-elsewhere'],
  'logto-trusted-devices': ['primary', 'warning', 'sign-out-elsewhere'],
  'logto-username': ['heading', 'primary', 'warning', 'sign-out-elsewhere'],
  'logto-passkeys': ['primary'],
  'logto-profile': ['hint', 'warning', 'sign-out-elsewhere'],
  'logto-password': ['heading', 'cancel', 'confirm', 'danger', 'hint', 'primary', 'remove', 'warning'],
};

/** Who has no button to sign out everywhere else, tells of no sessions either; except for the element that lists them. */
const isFired = (tag: string, event: string) =>
  event !== 'logto-sessions-updated' || tag === 'logto-sessions' || !neverShown[tag]?.includes('sign-out-elsewhere');

/** The slot of an element's light DOM form. Pages put nothing there. */
const placeOfForms = 'logto-form';

const eventName = (pascal: string) => `logto${pascal.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const words = (text: string) => text.split(/[\s,']+/).filter((word) => /^-*[a-z][a-z-]*$/.test(word));
const documented = (names: Named[] = []) => names.map(({ name }) => name).sort();

for (const { path, element } of elements) {
  const sources = sourcesOf(path);
  const isOwn = ([file]: [string, string]) => !file.includes('account-provider/') || path.includes('account-provider/');
  const own = new Map([...sources].filter(isOwn));

  test(`every part of <${element.tagName}> is documented, and every documented part exists`, () => {
    const rendered = element.tagName === 'logto-account-provider' ? new Map<string, string>() : own;
    const parts = used(rendered, [
      /\bpart="([^"$]+)"/g,
      /\bpart=\$\{[^}]*\? '([^']+)'/g,
      /\bpart=\$\{[^}]*\? '[^']+' : '([^']+)'/g,
      /\bpart: '([^']+)'/g,
      /setAttribute\('part', '([^']+)'\)/g,
    ]);
    const isShown = (part: string) => !neverShown[element.tagName]?.includes(part);
    assert.deepEqual(parts.filter(isShown), documented(element.cssParts));
  });

  test(`every token of <${element.tagName}> is documented, and every documented token is read`, () => {
    assert.deepEqual(used(own, [/var\((--logto-[a-z-]+)/g]), documented(element.cssProperties));
  });

  test(`every state of <${element.tagName}> is documented, and every documented state is set`, () => {
    assert.deepEqual(used(own, [/customStates\(\w+, \[([^\]]*)\]/g]), documented(element.cssStates));
  });

  test(`every named slot of <${element.tagName}> is documented, and every documented slot exists`, () => {
    const named = documented(element.slots).filter((name) => name !== '');
    const isPage = element.tagName === 'logto-account';
    const places = isPage ? ['logto-sign-in', ...Object.entries(sectionElements).flat(2)] : [];
    assert.deepEqual(
      [...used(own, [/<slot name="([^"$]+)"/g]).filter((name) => name !== placeOfForms), ...places].sort(),
      named,
    );
  });

  test(`every event of <${element.tagName}> is documented, and every documented event is fired`, () => {
    const fired = [...own.values()].join('\n').matchAll(/new Logto(\w+)Event\b/g);
    const names = new Set([...fired].map(([, name = '']) => eventName(name)));
    assert.deepEqual([...names].filter((name) => isFired(element.tagName, name)).sort(), documented(element.events));
  });

  test(`every public member of <${element.tagName}> has a description`, () => {
    const { cssParts, cssProperties, cssStates, slots, events, attributes, members } = element;
    const all = [cssParts, cssProperties, cssStates, slots, events, attributes, members].flatMap((names = []) => names);
    assert.deepEqual(
      all.filter(({ description }) => !description).map(({ name }) => name),
      [],
    );
  });
}

test('every element is in the manifest', () => {
  const registered = [...sourcesOf('components/index.ts').keys()].flatMap(
    (path) => /(logto-[a-z-]+)\.ts$/.exec(path)?.[1] ?? [],
  );
  assert.deepEqual(elements.map(({ element }) => element.tagName).sort(), registered.sort());
});
