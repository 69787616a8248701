import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

import { formatMessage } from '../../src/localize/format-message.js';
import { german } from '../../src/localize/messages/de.js';
import type { Message } from '../../src/localize/messages/messages.js';

const folder = new URL('../../src/localize/messages/en/', import.meta.url);
const english: Record<string, Message> = {};
for (const file of readdirSync(folder)) {
  const module = (await import(new URL(file, folder).href)) as Record<string, typeof english>;
  Object.assign(english, ...Object.values(module));
}

describe('a sentence', () => {
  it('takes its values in place of their names', () => {
    assert.equal(formatMessage('Signed in as {name}', 'en', { name: 'Ada' }), 'Signed in as Ada');
    assert.equal(formatMessage('{a} and {b} and {a}', 'en', { a: 'x', b: 'y' }), 'x and y and x');
  });

  it('shows a value as it is, whatever it looks like', () => {
    const name = '{name} $& $1 <img src=x onerror=alert(1)>';
    assert.equal(formatMessage('Signed in as {name}', 'en', { name }), `Signed in as ${name}`);
  });

  it('shows an empty value as empty and keeps the name of one that is missing', () => {
    assert.equal(formatMessage('[{name}]', 'en', { name: '' }), '[]');
    assert.equal(formatMessage('[{name}]', 'en'), '[{name}]');
  });

  it('writes numbers as the language does', () => {
    assert.equal(formatMessage('{limit}', 'en', { limit: 1234.5 }), '1,234.5');
    assert.equal(formatMessage('{limit}', 'de', { limit: 1234.5 }), '1.234,5');
  });

  it('has the plural form that the language wants for count', () => {
    const message = { one: '{count} character', few: '{count} few', other: '{count} characters' };
    assert.equal(formatMessage(message, 'en', { count: 1 }), '1 character');
    assert.equal(formatMessage(message, 'en', { count: 2 }), '2 characters');
    assert.equal(formatMessage(message, 'pl', { count: 2 }), '2 few');
    assert.equal(formatMessage({ other: 'all' }, 'en', { count: 1 }), 'all');
    assert.equal(formatMessage(message, 'en'), '{count} characters');
  });
});

describe('German', () => {
  const placeholders = (message: Message) => {
    const sentences = typeof message === 'string' ? [message] : Object.values(message);
    return sentences.map((sentence) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort().join(' '));
  };

  it('has every sentence, and no other', () => {
    assert.deepEqual(Object.keys(german).sort(), Object.keys(english).sort());
  });

  it('has the plural forms that German needs, and in each sentence the same values', () => {
    for (const [key, message] of Object.entries(english)) {
      const translated = german[key as keyof typeof german];
      assert.equal(typeof translated, typeof message, key);
      if (typeof translated !== 'string') assert.deepEqual(Object.keys(translated).sort(), ['one', 'other'], key);
      assert.deepEqual([...new Set(placeholders(translated))], [...new Set(placeholders(message))], key);
    }
  });

  it('leaves no sentence empty', () => {
    for (const message of [...Object.values(german), ...Object.values(english)]) {
      for (const sentence of typeof message === 'string' ? [message] : Object.values(message)) {
        assert.notEqual(sentence.trim(), '');
      }
    }
  });
});
