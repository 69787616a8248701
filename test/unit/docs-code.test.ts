import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { codeBlocks, guides } from '../tools/guides.js';

interface Named {
  name: string;
}

interface Element {
  tagName: string;
  attributes?: Named[];
  members?: Named[];
  events?: Named[];
  slots?: Named[];
  cssParts?: Named[];
  cssStates?: Named[];
  cssProperties?: Named[];
}

const read = (path: string) => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('custom-elements.json')) as { modules: { declarations?: Partial<Element>[] }[] };
const elements = new Map(
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter((one): one is Element => one.tagName !== undefined)
    .map((element) => [element.tagName, element]),
);

const has = (names: Named[] = [], wanted: string) => names.some(({ name }) => name === wanted);
const all = (kind: 'events' | 'slots' | 'cssParts' | 'cssProperties') => [
  ...new Set([...elements.values()].flatMap((element) => (element[kind] ?? []).map(({ name }) => name))),
];
const events = all('events');
const slots = all('slots');

/** The mistakes, with their positions. */
const inPlaces = (problems: { path: string; problem: string | undefined }[]) =>
  problems.flatMap(({ path, problem }) => (problem === undefined ? [] : [`${path}: ${problem}`]));

interface Attribute {
  path: string;
  tag: string;
  name: string;
  value: string | undefined;
}

/** Every attribute of an element of the library in blocks of these languages; one without a name for the tag itself. */
function attributesIn(...languages: string[]): Attribute[] {
  const tags = /<(logto-[\w-]+)((?:[^>"{]|"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})*)>/g;
  const attributes = /([^\s="/]+)(?:=(?:"([^"]*)"|\{(?:[^{}]|\{[^{}]*\})*\}))?/g;
  return codeBlocks(...languages).flatMap(({ path, code }) =>
    [...code.matchAll(tags)].flatMap(([, tag = '', text = '']) => [
      { path, tag, name: '', value: undefined },
      ...[...text.matchAll(attributes)].map(([, name = '', value]) => ({ path, tag, name, value })),
    ]),
  );
}

const ofEveryElement = ['class', 'id', 'lang', 'slot'];

function problemWith({ tag, name, value }: Attribute, isTemplate: boolean): string | undefined {
  const element = elements.get(tag);
  if (!element) return `there is no <${tag}>`;
  if (name === '') return undefined;
  if (name === 'slot' && !slots.includes(value ?? '')) return `there is no slot ${value}`;
  if (ofEveryElement.includes(name) || has(element.attributes, name)) return undefined;
  const isKnown = isTemplate && (has(element.members, name) || has(element.events, name.replace(/^on/, '')));
  return isKnown ? undefined : `<${tag}> has no attribute ${name}`;
}

test('the markup in the guides uses only elements, attributes and slots that exist', () => {
  const found = attributesIn('html');
  assert.ok(found.length > 20);
  assert.deepEqual(inPlaces(found.map((each) => ({ ...each, problem: problemWith(each, false) }))), []);
});

test('the templates in the guides use only attributes, properties and events that exist', () => {
  const found = attributesIn('tsx');
  assert.ok(found.length > 3);
  assert.deepEqual(inPlaces(found.map((each) => ({ ...each, problem: problemWith(each, true) }))), []);
});

test('every element named in the guides exists', () => {
  const named = [...guides].flatMap(([path, text]) =>
    [...text.matchAll(/<(logto-[\w-]+)/g)].map(([, tag = '']) => ({ path, tag })),
  );
  assert.deepEqual(
    inPlaces(named.map(({ path, tag }) => ({ path, problem: elements.has(tag) ? undefined : tag }))),
    [],
  );
});

test('the scripts in the guides listen only to events that exist', () => {
  const named = [...guides].flatMap(([path, text]) =>
    [...text.matchAll(/addEventListener\('(logto-[\w-]+)'|\b(?:on:?|@|\()(logto-[\w-]+)/g)].map(([, one, other]) => ({
      path,
      event: (one ?? other)!,
    })),
  );
  assert.ok(named.length > 5);
  assert.deepEqual(
    inPlaces(named.map(({ path, event }) => ({ path, problem: events.includes(event) ? undefined : event }))),
    [],
  );
});

test('the scripts in the guides use only provider members that exist', () => {
  const provider = elements.get('logto-account-provider')!;
  const ofEveryNode = ['addEventListener'];
  const used = codeBlocks('js', 'ts', 'tsx').flatMap(({ path, code }) =>
    [...code.matchAll(/\bprovider\??\.(\w+)/g)].map(([, name = '']) => ({ path, name })),
  );
  const inText = [...guides].flatMap(([path, text]) =>
    [...text.matchAll(/`provider\.(\w+)/g)].map(([, name = '']) => ({ path, name })),
  );
  assert.ok(inText.length > 2);
  const isKnown = (name: string) => ofEveryNode.includes(name) || has(provider.members, name);
  assert.deepEqual(
    inPlaces([...used, ...inText].map(({ path, name }) => ({ path, problem: isKnown(name) ? undefined : name }))),
    [],
  );
});

test('the imports in the guides are entries of the package, and export what they import', () => {
  const { name: self, exports } = JSON.parse(read('package.json')) as {
    name: string;
    exports: Record<string, string | { types: string; default?: string }>;
  };
  const names = codeBlocks('js', 'ts', 'tsx').flatMap(({ path, code }) =>
    [...code.matchAll(/import (?:(?:type )?\{([^}]*)\} from )?'([^']+)'/g)]
      .filter(([, , from = '']) => from.split('/')[0] === self)
      .map(([, named = '', from = '']) => ({ path, named, entry: from.replace(self, '.') })),
  );
  assert.ok(names.length > 8);
  const isEntry = (entry: string) => entry in exports || entry.replace(/\w+(?=\.css$)/, '*') in exports;
  const sources: Record<string, string> = {
    './elements': read('components/elements.ts'),
    './server': read('src/server/index.ts'),
  };
  const missing = names.flatMap(({ path, named, entry }) => [
    { path, problem: isEntry(entry) ? undefined : `there is no entry ${entry}` },
    ...(named.match(/\w+/g) ?? []).map((name) => ({
      path,
      problem: new RegExp(`\\b${name}\\b`).test(sources[entry] ?? '') ? undefined : `${entry} exports no ${name}`,
    })),
  ]);
  assert.deepEqual(inPlaces(missing), []);
});

test('the style sheets in the guides use only tokens, parts and states that exist', () => {
  const problems = codeBlocks('css').flatMap(({ path, code }) => [
    ...[...code.matchAll(/--logto-[\w-]+/g)].map(([token]) => ({
      path,
      problem: all('cssProperties').includes(token) ? undefined : `there is no token ${token}`,
    })),
    ...[...code.matchAll(/(logto-[\w-]+)(?::state\(([\w-]+)\))?(?:::part\(([\w-]+)\))?/g)]
      .filter(([, tag = '']) => elements.has(tag))
      .map(([selector, tag = '', state, part]) => ({
        path,
        problem:
          (!state || has(elements.get(tag)!.cssStates, state)) && (!part || has(elements.get(tag)!.cssParts, part))
            ? undefined
            : `there is no ${selector}`,
      })),
  ]);
  assert.ok(problems.length > 5);
  assert.deepEqual(inPlaces(problems), []);
});

/** The first column of a guide's tables. */
const firstColumn = (path: string) =>
  (guides.get(path)!.match(/^\| [^|]*\|/gm) ?? []).flatMap((cell) =>
    [...cell.matchAll(/`<?([\w-]+)>?`/g)].map(([, name = '']) => name),
  );

test('the README has a row for each element', () => {
  const rows = firstColumn('README.md').filter((name) => name.startsWith('logto-'));
  assert.deepEqual(rows.sort(), [...elements.keys()].sort());
});

test('the events guide has a row for each event', () => {
  const rows = firstColumn('docs/events.md').filter((name) => name.startsWith('logto-'));
  assert.deepEqual(rows.sort(), events.sort());
});

test('the theming guide has every token', () => {
  const rows = firstColumn('docs/theming.md').filter((name) => name.startsWith('--logto-'));
  assert.deepEqual(rows.sort(), all('cssProperties').sort());
});
