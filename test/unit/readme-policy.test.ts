import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { strictPolicy } from '../e2e/strict-csp.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the policy in the README is the one that every end-to-end test is run under', () => {
  const [, policy = ''] = /^Content-Security-Policy: (.*?)^```/ms.exec(readme) ?? [];
  assert.equal(policy.replace(/\s+/g, ' ').trim(), strictPolicy('https://my-tenant.logto.app'));
});

test('what session recorders have to mask by the README exists', () => {
  const [, masks = ''] = /have them mask\n(.*?)\n\*\*User content/s.exec(readme) ?? [];
  const manifest = readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8');
  const elements = masks.match(/`logto-[\w-]+`/g) ?? [];
  assert.ok(elements.length > 5);
  for (const element of elements) assert.ok(manifest.includes(`"tagName": "${element.slice(1, -1)}"`), element);
  for (const [, part = ''] of masks.matchAll(/::part\(([\w-]+)\)/g))
    assert.ok(manifest.includes(`"name": "${part}"`), part);
  const containers = readFileSync(new URL('../../src/forms/light-dom-element.ts', import.meta.url), 'utf8');
  for (const [, name = ''] of masks.matchAll(/`\.([\w-]+)`/g)) assert.ok(containers.includes(`'${name}'`), name);
});
