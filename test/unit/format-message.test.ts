import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { formatMessage } from '../../src/localize/format-message.js';

describe('a formatted message', () => {
  it('replaces placeholders with their values', () => {
    assert.equal(formatMessage('Signed in as {name}', 'en', { name: 'Ada' }), 'Signed in as Ada');
    assert.equal(formatMessage('{a} and {b} and {a}', 'en', { a: 'x', b: 'y' }), 'x and y and x');
  });

  it('shows a value unchanged, whatever it looks like', () => {
    const name = '{name} $& $1 <img src=x onerror=alert(1)>';
    assert.equal(formatMessage('Signed in as {name}', 'en', { name }), `Signed in as ${name}`);
  });

  it('shows an empty value as empty, and keeps the placeholder of a missing one', () => {
    assert.equal(formatMessage('[{name}]', 'en', { name: '' }), '[]');
    assert.equal(formatMessage('[{name}]', 'en'), '[{name}]');
  });

  it('formats numbers in the language', () => {
    assert.equal(formatMessage('{limit}', 'en', { limit: 1234.5 }), '1,234.5');
    assert.equal(formatMessage('{limit}', 'de', { limit: 1234.5 }), '1.234,5');
  });

  it('uses the language’s plural form for count', () => {
    const message = { one: '{count} character', few: '{count} few', other: '{count} characters' };
    assert.equal(formatMessage(message, 'en', { count: 1 }), '1 character');
    assert.equal(formatMessage(message, 'en', { count: 2 }), '2 characters');
    assert.equal(formatMessage(message, 'pl', { count: 2 }), '2 few');
    assert.equal(formatMessage({ other: 'all' }, 'en', { count: 1 }), 'all');
    assert.equal(formatMessage(message, 'en'), '{count} characters');
  });

  it('isolates each value in a right-to-left message', () => {
    assert.equal(formatMessage('تم حفظ {field}.', 'ar', { field: 'a@b.c' }), 'تم حفظ \u2068a@b.c\u2069.');
    assert.equal(formatMessage('{name} saved.', 'en', { name: 'اسم' }), 'اسم saved.');
  });
});
