import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { callbackIn, isOurs, newState } from '../../src/redirect/link-callback.js';

const inAddress = (rest: string) => callbackIn(new URL(`https://app.example/account${rest}`));

describe('a provider’s response in a URL', () => {
  it('is the code and state with all other parameters', () => {
    assert.deepEqual(inAddress('?code=c0de&state=st4te'), { code: 'c0de', state: 'st4te' });
    assert.deepEqual(inAddress('?scope=a+b&code=c%2Fd%3D&iss=https%3A%2F%2Fp.example&state=s#top'), {
      scope: 'a b',
      code: 'c/d=',
      iss: 'https://p.example',
      state: 's',
    });
  });

  it('a response can be an error and the state', () => {
    assert.deepEqual(inAddress('?error=access_denied&error_description=No&state=s'), {
      error: 'access_denied',
      error_description: 'No',
      state: 's',
    });
  });

  it('is anything with our state, since some providers call their code differently', () => {
    const state = newState();
    assert.deepEqual(inAddress(`?auth_code=abc&app_id=20&state=${state}`), { auth_code: 'abc', app_id: '20', state });
    assert.deepEqual(inAddress(`?state=${state}`), { state });
  });

  it('a response can lack the state', () => {
    assert.deepEqual(inAddress('?code=c'), { code: 'c' });
    assert.deepEqual(inAddress('?error=e'), { error: 'e' });
    assert.deepEqual(inAddress('?auth_code=e'), { auth_code: 'e' });
  });

  for (const rest of ['', '?', '?tab=code&x=state', '?state=s', '#code=c&state=s', '?Code=c&State=s'])
    it(`a response is not found in “${rest}”`, () => {
      assert.equal(inAddress(rest), undefined);
    });

  it('cannot pollute prototypes', () => {
    const answer = inAddress('?__proto__=x&constructor=y&code=c&state=s');
    assert.equal(Object.getPrototypeOf(answer), Object.prototype);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
    assert.equal(JSON.parse(JSON.stringify(answer))['code'], 'c');
  });
});

describe('the state of a social link request', () => {
  const states = Array.from({ length: 500 }, newState);

  it('is 128 bits, in characters that need no escaping', () => {
    for (const state of states) assert.match(state, /^[a-z]+[0-9a-f]{32}$/);
  });

  it('a state is recognized as ours in every tab', () => {
    for (const state of states) assert.equal(isOurs(state), true);
    for (const state of ['', 'logtolink', states[0]!.slice(1), `${states[0]}0`, undefined])
      assert.equal(isOurs(state), false);
  });

  it('is unique, and each of its digits varies', () => {
    assert.equal(new Set(states).size, states.length);
    for (let at = -32; at < 0; at += 1) assert.equal(new Set(states.map((state) => state.at(at))).size, 16);
  });
});
