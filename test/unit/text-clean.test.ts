import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { cleanText } from '../../src/text/clean-text.js';
import { cleanIdentifier, isBlank } from '../../src/text/invisible.js';

/** Marks of direction, joiners, fillers, selectors, tags, controls, half of a pair: all of what nobody sees. */
const invisible = [
  ...['\u200f', '\u200e', '\u202a', '\u202e', '\u2066', '\u2069', '\u061c', '\u200b', '\u200c', '\u200d', '\u2060'],
  ...['\ufeff', '\u00ad', '\u034f', '\u115f', '\u1160', '\u17b4', '\u180e', '\u3164', '\uffa0', '\ufe0f', '\ufe00'],
  ...['\u{e0041}', '\u{e0100}', '\u{1d173}', '\u0000', '\u0007', '\u0085', '\ufff9', '\ud83d', '\udc00'],
];

describe('a cleaned text', () => {
  it('has no invisible characters, at either end or inside', () => {
    for (const character of invisible)
      assert.equal(
        cleanText(`${character}Ada${character} Love${character}lace${character}`),
        'Ada Lovelace',
        show(character),
      );
  });

  it('has no whitespace of any kind around it', () => {
    for (const blank of [
      ' ',
      '\t',
      '\n',
      '\u00a0',
      '\u2003',
      '\u202f',
      '\u205f',
      '\u3000',
      '\u2800',
      '\u2028',
      ' \u200b ',
    ])
      assert.equal(cleanText(`${blank}${blank}Emil B.${blank}`), 'Emil B.', show(blank));
  });

  it('keeps whitespace and line breaks inside', () => {
    assert.equal(cleanText('12 Main St\n London\u00a0W1'), '12 Main St\n London\u00a0W1');
  });

  it('keeps characters that join others: emoji, flags, letters', () => {
    for (const text of ['👩‍👩‍👧‍👦', '👩🏽‍🚒', '❤️', '❤️‍🔥', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', 'می‌خواهم', 'क्‍ष', 'ශ්‍රී', 'അവന്‍', '葛󠄀城', 'ᠮᠣᠩᠭᠣᠯ᠋'])
      assert.equal(cleanText(text), text);
  });

  it('keeps no joiner between letters that never join', () => {
    assert.equal(cleanText('pay\u200dpal\u200c.com'), 'paypal.com');
  });

  // Takes minutes where time grows with the square of the length.
  it('is computed in reasonable time, however long the invisible parts are', { timeout: 60_000 }, () => {
    const [blank, invisible, unseen] = [' ', '\u200b', '\u2800'].map((character) => character.repeat(200_000));
    assert.equal(cleanText(`${blank}x${invisible}${blank}y${invisible}${unseen}`).replaceAll(/\s/g, ''), 'xy');
  });
});

describe('a cleaned sign-in identifier', () => {
  it('has no invisible characters at all, not even joiners', () => {
    for (const character of invisible)
      assert.equal(
        cleanIdentifier(` ${character}ada${character}@example.com${character} `),
        'ada@example.com',
        show(character),
      );
    assert.equal(cleanIdentifier('می‌خواهم'), 'میخواهم');
  });
});

describe('the check for blank text', () => {
  it('a text is blank if nothing in it is visible', () => {
    for (const text of ['', ' ', '\u2800', '\u3164\u115f', ' \u200b\n', ...invisible])
      assert.equal(isBlank(text), true, show(text));
    for (const text of ['.', ' a ', '👩‍👧', '\u200bx']) assert.equal(isBlank(text), false, show(text));
  });
});

const show = (text: string) => JSON.stringify(text);
