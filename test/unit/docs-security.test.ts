import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { strictPolicy } from '../e2e/strict-csp.js';

const guide = readFileSync(new URL('../../docs/security-and-csp.md', import.meta.url), 'utf8');

test('the CSP in the security guide is the one of the end-to-end tests', () => {
  const [, policy = ''] = /^Content-Security-Policy: (.*?)^```/ms.exec(guide) ?? [];
  assert.equal(policy.replace(/\s+/g, ' ').trim(), strictPolicy('https://my-tenant.logto.app'));
});

test('the elements that session recorders have to mask exist', () => {
  const [, masks = ''] = /have them mask:\n(.*?)\n\*\*Keep `logto-\*` elements out/s.exec(guide) ?? [];
  const manifest = readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8');
  const elements = masks.match(/`logto-[\w-]+`/g) ?? [];
  assert.ok(elements.length > 5);
  for (const element of elements) assert.ok(manifest.includes(`"tagName": "${element.slice(1, -1)}"`), element);
  for (const [, part = ''] of masks.matchAll(/::part\(([\w-]+)\)/g))
    assert.ok(manifest.includes(`"name": "${part}"`), part);
  const containers = readFileSync(new URL('../../src/forms/light-dom-element.ts', import.meta.url), 'utf8');
  for (const [, name = ''] of masks.matchAll(/`\.([\w-]+)`/g)) assert.ok(containers.includes(`'${name}'`), name);
});
