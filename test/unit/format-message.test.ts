import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { formatMessage } from '../../src/localize/format-message.js';

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

  it('keeps each value in one piece where the sentence reads from right to left', () => {
    assert.equal(formatMessage('تم حفظ {field}.', 'ar', { field: 'a@b.c' }), 'تم حفظ \u2068a@b.c\u2069.');
    assert.equal(formatMessage('{name} saved.', 'en', { name: 'اسم' }), 'اسم saved.');
  });
});
