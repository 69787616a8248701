import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { entries, install } from './unpacked.js';

interface Named {
  name: string;
  description: string | { value: string };
}

interface Element extends Named {
  attributes: (Named & { values?: Named[]; valueSet?: string; value?: { type: string } })[];
  js: { properties: Named[]; events: (Named & { type: string })[] };
}

const project = install();
const read = <Content>(path: string) => JSON.parse(readFileSync(join(project.package, path), 'utf8')) as Content;

const html = read<{ tags: Element[] }>('dist/editors/vscode.html-data.json').tags;
const { version: _format, ...css } = read<
  Record<'properties' | 'pseudoElements' | 'pseudoClasses', Named[]> & { version: number }
>('dist/editors/vscode.css-data.json');
const webTypes = read<{
  name: string;
  version: string;
  contributions: { html: { elements: Element[] }; css: Record<string, Named[]> };
}>(project.json['web-types']);
const { elements } = webTypes.contributions.html;

const namesOf = (all: Named[] = []) => all.map(({ name }) => name);
const tags = entries(project)
  .filter(({ targets: [target] }) => target?.includes('/logto-'))
  .map(({ specifier }) => specifier.replace('logto-account-elements/', 'logto-'));
const attribute = (all: Element[], tag: string, name: string) =>
  all.find((element) => element.name === tag)?.attributes.find((each) => each.name === name);

test('the editor data list every element', () => {
  assert.deepEqual(namesOf(html).sort(), [...tags].sort());
  assert.deepEqual(namesOf(elements).sort(), [...tags].sort());
});

test('the editor data list the values of attributes', () => {
  assert.deepEqual(namesOf(attribute(html, 'logto-account', 'routing')?.values), ['hash', 'history', 'off']);
  assert.equal(attribute(elements, 'logto-passkeys', 'mode')?.value?.type, "'auto' | 'embedded' | 'hosted'");
});

test('the editor data mark boolean attributes', () => {
  assert.equal(attribute(html, 'logto-mfa', 'readonly')?.valueSet, 'v');
  assert.equal(attribute(elements, 'logto-mfa', 'readonly')?.value?.type, 'boolean');
});

test('the editor data mark property-only members, and list the events', () => {
  const provider = elements.find(({ name }) => name === 'logto-account-provider');
  assert.deepEqual(namesOf(provider?.js.properties), ['settings', 'client', 'getAccessToken']);
  assert.ok(namesOf(provider?.js.events).includes('logto-status-changed'));
});

test('the editor data list every token, part and state once', () => {
  for (const names of [...Object.values(css), ...Object.values(webTypes.contributions.css)]) {
    assert.ok(names.length > 0);
    assert.deepEqual(namesOf(names), [...new Set(namesOf(names))]);
  }
  assert.ok(namesOf(css.properties).includes('--logto-color-accent'));
  assert.ok(namesOf(css.pseudoElements).includes('::part(row)'));
  assert.ok(namesOf(css.pseudoClasses).includes(':state(off)'));
});

test('the editor data contain nothing empty or undefined', () => {
  assert.doesNotMatch(JSON.stringify([html, css, webTypes]), /"description":""|"value":""|undefined_|\[object/);
});

test('the editor data have this package’s version', () => {
  assert.deepEqual([webTypes.name, webTypes.version], [project.json.name, project.json.version]);
});
