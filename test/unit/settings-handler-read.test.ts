import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { describe, it } from 'node:test';

import { readSettings, SettingsError, type SettingsErrorKind } from '../../src/server/index.js';
import { isUnprotected } from '../../src/server/endpoint.js';
import { unreachable } from '../../src/server/network-failure.js';
import { publicSnapshot } from '../../src/server/public-snapshot.js';
import { parseSettings } from '../../src/settings/account-settings.js';
import { withEverywhere } from './settings-handler-bodies.js';
import { startOther, startTenant } from './settings-cli-set-up.js';

const fails = (endpoint: string, kind: SettingsErrorKind, timeout?: number) =>
  assert.rejects(readSettings(endpoint, timeout === undefined ? {} : { timeout }), (error) => {
    assert.ok(error instanceof SettingsError);
    assert.deepEqual([error.name, error.kind], ['SettingsError', kind]);
    return true;
  });

describe('reading the settings in a script', () => {
  it('returns what the provider accepts', async (t) => {
    const { origin, logto } = await startTenant(t, { fields: { name: 'ReadOnly' } });
    const snapshot = await readSettings(origin);
    assert.deepEqual(snapshot, publicSnapshot(logto.tenant));
    assert.equal(parseSettings(snapshot)?.fields.name, 'ReadOnly');
  });

  it('returns nothing else, even if Logto sends more', async (t) => {
    const { origin, logto } = await startTenant(t);
    const expected = await readSettings(origin);
    logto.tenant.accountCenter = withEverywhere(logto.tenant.accountCenter, { secret: 'hunter2' });
    logto.tenant.signInExperience = withEverywhere(logto.tenant.signInExperience, { secret: 'hunter2' });
    const snapshot = await readSettings(origin);
    assert.deepEqual(snapshot, expected);
    assert.doesNotMatch(JSON.stringify(snapshot), /hunter2|tenantId|createdAt|customCss|isTokenStorageSupported/);
  });

  it('returns the settings of a tenant whose account center is off', async (t) => {
    const { origin } = await startTenant(t, { enabled: false });
    assert.equal(parseSettings(await readSettings(origin))?.fields.name, 'Edit');
  });

  it('accepts a Logto below a path, and ignores the query', async (t) => {
    const { logto } = await startTenant(t);
    const paths: (string | undefined)[] = [];
    const origin = await startOther(t, ({ url }, response) => {
      paths.push(url);
      const { accountCenter, signInExperience } = logto.tenant;
      response.end(JSON.stringify(url?.endsWith('account-center') ? accountCenter : signInExperience));
    });
    await readSettings(`${origin}/auth/?a=b#c`);
    assert.deepEqual(paths, ['/auth/api/.well-known/account-center', '/auth/api/.well-known/sign-in-exp']);
  });

  it('reads at most 4 MB', async (t) => {
    let sent = 0;
    const origin = await startOther(t, (_, response) => {
      response.on('error', () => undefined);
      const send = () => {
        for (let more = true; more && !response.destroyed; sent += 65_536) more = response.write('x'.repeat(65_536));
      };
      response.on('drain', send);
      send();
    });
    await fails(origin, 'not-logto');
    assert.ok(sent < 64 * 1024 * 1024);
  });

  it('rejects an invalid endpoint, even without type checking', async () => {
    for (const endpoint of ['', ' ', 'logto', 'javascript:alert(1)', 'file:///etc/hosts', undefined, null, 7, {}])
      await fails(endpoint as string, 'endpoint');
  });

  it('times out after the given time', async (t) => {
    await fails(await startOther(t, () => {}), 'timeout', 50);
    const slowly: RequestListener = (_, response) => void response.writeHead(200).write('{');
    await fails(await startOther(t, slowly), 'timeout', 50);
  });

  it('rejects if the server has no account center', async (t) => {
    for (const body of [
      '',
      '<html>',
      '[]',
      '7',
      '"Edit"',
      '{"fields":{}}',
      '{"enabled":true}',
      '{"enabled":true,"fields":[]}',
    ])
      await fails(await startOther(t, (_, response) => response.end(body)), 'not-logto');
  });

  for (const [status, kind] of [
    [301, 'redirect'],
    [308, 'redirect'],
    [401, 'refused'],
    [404, 'not-logto'],
    [429, 'refused'],
    [500, 'refused'],
  ] as const)
    it(
      `rejects if the response is ${status}, whatever its body, and closes the connection`,
      { timeout: 10_000 },
      async (t) => {
        let hungUp: Promise<unknown> | undefined;
        const endless: RequestListener = (_, response) => {
          hungUp = once(response, 'close');
          response.writeHead(status, { location: 'https://logto.example/' }).write('{"enabled":true,"fields":{}}');
        };
        await fails(await startOther(t, endless), kind);
        await hungUp;
      },
    );
});

describe('the error message for a failed connection', () => {
  const said = (cause: unknown) => unreachable('https://logto.example:8443/api', cause).message;
  const failed = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) });

  for (const code of [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])
    it(`names the certificate problem: ${code}`, () => {
      assert.match(
        said(failed(code)),
        new RegExp(`^The certificate of logto\\.example:8443 is not accepted \\(${code}\\)`),
      );
    });

  it('names the host if none of its addresses responds', () => {
    const cause = new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' })]);
    assert.match(said(new TypeError('fetch failed', { cause })), /^Nothing answers at logto\.example:8443\./);
  });

  it('is shorter if the runtime reports less', () => {
    assert.match(
      said(new TypeError('fetch failed', { cause: new Error('bad port') })),
      /not be reached \(bad port\)\./,
    );
    for (const cause of [new TypeError('Load failed'), undefined, null, 'no'])
      assert.match(said(cause), /^logto\.example:8443 could not be reached\. Is there a network/);
  });
});

it('an endpoint without encryption is accepted on the same machine only', () => {
  for (const safe of [
    'https://a.example',
    'http://localhost:3001',
    'http://a.localhost',
    'http://127.0.0.1:1',
    'http://[::1]',
  ])
    assert.equal(isUnprotected(safe), false, safe);
  for (const open of ['http://a.example', 'http://localhost.example', 'http://10.0.0.1', 'http://127.0.0.1.example'])
    assert.equal(isUnprotected(open), true, open);
});
