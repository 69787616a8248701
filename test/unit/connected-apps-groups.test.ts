import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { appsOf } from '../../components/connected-apps/app-groups.js';
import type { Grant } from '../../src/api/grants.js';

let count = 0;

const aGrant = (
  clientId: string,
  { iat, scope, name }: { iat?: number; scope?: string; name?: string } = {},
): Grant => ({
  id: `grant-${(count += 1)}`,
  payload: { clientId, ...(iat !== undefined && { iat }), ...(scope !== undefined && { openid: { scope } }) },
  ...(name !== undefined && { application: { id: clientId, name } }),
});

const namesOf = (...grants: Grant[]) => appsOf(grants).map(({ name }) => name);

describe('grants grouped by app', () => {
  it('there are no apps without grants', () => assert.deepEqual(appsOf([]), []));

  it('have one entry per client with all its scopes, in the original order', () => {
    const grants = [aGrant('b'), aGrant('a'), aGrant('b'), aGrant('c'), aGrant('a')];
    const apps = appsOf(grants).map(({ id, grants: held }) => [id, held.map((grant) => grants.indexOf(grant))]);
    assert.deepEqual(apps, [
      ['b', [0, 2]],
      ['a', [1, 4]],
      ['c', [3]],
    ]);
  });

  it('include the scopes of APIs, each once, and ignore invalid ones', () => {
    const grant = aGrant('a', { scope: 'openid profile' });
    grant.payload.resources = { 'https://api.example': 'read:all profile', 'urn:odd': 7 as unknown as string };
    assert.deepEqual(appsOf([grant, aGrant('a', { scope: 'email' })])[0]?.scopes, [
      'openid',
      'profile',
      'read:all',
      'email',
    ]);
  });

  it('start with the first grant, in milliseconds', () => {
    const [app] = appsOf([aGrant('a', { iat: 30 }), aGrant('a', { iat: 20 }), aGrant('a')]);
    assert.equal(app?.since, 20_000);
  });

  it('distinguish the start 1970 from an unknown one', () => {
    assert.equal(appsOf([aGrant('a', { iat: 0 }), aGrant('a', { iat: 5 })])[0]?.since, 0);
    assert.equal(appsOf([aGrant('a')])[0]?.since, undefined);
  });

  it('an app has each scope once', () => {
    const [app] = appsOf([
      aGrant('a', { scope: 'openid  profile' }),
      aGrant('a', { scope: 'profile email ' }),
      aGrant('a'),
    ]);
    assert.deepEqual(app?.scopes, ['openid', 'profile', 'email']);
  });

  it('use the first known name', () => {
    assert.deepEqual(namesOf(aGrant('a'), aGrant('a', { name: ' ' }), aGrant('a', { name: ' Notes ' })), ['Notes']);
  });

  it('use the host of an id that is a URL, and otherwise no name', () => {
    assert.deepEqual(
      namesOf(
        aGrant('https://notes.example:8443/a/client.json?x#y'),
        aGrant('https://user:secret@b.example/'),
        aGrant('4f5e'),
      ),
      ['notes.example:8443', 'b.example', undefined],
    );
  });

  it('are not confused by clients named like object members', () => {
    assert.deepEqual(
      appsOf([aGrant('__proto__'), aGrant('constructor'), aGrant('__proto__')]).map(({ id, grants }) => [
        id,
        grants.length,
      ]),
      [
        ['__proto__', 2],
        ['constructor', 1],
      ],
    );
  });
});
