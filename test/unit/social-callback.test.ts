import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { callbackIn, newState } from '../../src/social/link-callback.js';

const inAddress = (rest: string) => callbackIn(new URL(`https://app.example/account${rest}`));

describe('the answer of a provider in an address', () => {
  it('is a code and the state, with all else that came with it', () => {
    assert.deepEqual(inAddress('?code=c0de&state=st4te'), { code: 'c0de', state: 'st4te' });
    assert.deepEqual(inAddress('?scope=a+b&code=c%2Fd%3D&iss=https%3A%2F%2Fp.example&state=s#top'), {
      scope: 'a b',
      code: 'c/d=',
      iss: 'https://p.example',
      state: 's',
    });
  });

  it('is an error and the state', () => {
    assert.deepEqual(inAddress('?error=access_denied&error_description=No&state=s'), {
      error: 'access_denied',
      error_description: 'No',
      state: 's',
    });
  });

  for (const rest of [
    '',
    '?',
    '?tab=code&x=state',
    '?code=c',
    '?error=e',
    '?state=s',
    '#code=c&state=s',
    '?Code=c&State=s',
  ])
    it(`is not in “${rest}”`, () => {
      assert.equal(inAddress(rest), undefined);
    });

  it('is no way to reach what every object has', () => {
    const answer = inAddress('?__proto__=x&constructor=y&code=c&state=s');
    assert.equal(Object.getPrototypeOf(answer), Object.prototype);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
    assert.equal(JSON.parse(JSON.stringify(answer))['code'], 'c');
  });
});

describe('what an answer is recognized by', () => {
  const states = Array.from({ length: 500 }, newState);

  it('is 128 bits, in letters that every address takes as they are', () => {
    for (const state of states) assert.match(state, /^[0-9a-f]{32}$/);
  });

  it('is never the same twice, and no part of it stays the same', () => {
    assert.equal(new Set(states).size, states.length);
    for (let at = 0; at < 32; at += 1) assert.equal(new Set(states.map((state) => state[at])).size, 16);
  });
});
