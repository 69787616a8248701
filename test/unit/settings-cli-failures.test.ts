import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { describe, it } from 'node:test';

import { runTool, startOther, startTenant } from './settings-cli-set-up.js';

/** Answers with this at every address. */
const answering =
  (body: string, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

const center = JSON.stringify({ enabled: true, fields: { name: 'Edit' } });

/** Runs the command, which has to fail with nothing on standard output. */
async function failureAt(endpoint: string): Promise<string> {
  const { code, out, err } = await runTool(['settings', '--endpoint', endpoint]);
  assert.deepEqual([code, out], [1, '']);
  assert.equal(err.trimEnd().includes('\n'), false, err); // one line: no stack, no usage
  return err;
}

describe('the command “settings” exits with 1 and a fix', { concurrency: 3 }, () => {
  for (const endpoint of ['my-tenant.logto.app', 'localhost:3001', 'ftp://logto.example', 'https://', 'tenant'])
    it(`if ${endpoint} is not a web URL`, async () => {
      const err = await failureAt(endpoint);
      assert.ok(
        err.startsWith(`The endpoint "${endpoint}" is not a web address. Give the one of Logto Console, like https`),
      );
    });

  it('if the endpoint contains a password, which is not printed', async () => {
    const err = await failureAt('https://ada:lovelace@logto.example');
    assert.match(err, /has a user name or password in it: leave them out/);
    assert.doesNotMatch(err, /lovelace/);
  });

  it('if the account center is not enabled', async (t) => {
    const { origin } = await startTenant(t, { enabled: false });
    const err = await failureAt(origin);
    assert.match(err, /is not enabled.*Nothing was written.*Enable it in Logto Console under "Sign-in & account > Acc/);
  });

  it('if a web page is returned', async (t) => {
    const origin = await startOther(t, answering('<!doctype html><title>Console</title>'));
    const err = await failureAt(origin);
    assert.match(err, /account-center answered a web page, which is not what a Logto/);
    assert.match(err, /the part before "\/oidc" and "\/api"/);
  });

  it('if the response is not JSON', async (t) => {
    assert.match(await failureAt(await startOther(t, answering('pong'))), /answered something that is not JSON/);
  });

  it('if the response is incomplete', async (t) => {
    const origin = await startOther(t, (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"enabled":');
      setTimeout(() => response.destroy(), 20);
    });
    assert.match(await failureAt(origin), /^127\.0\.0\.1:\d+ could not be reached \(\w+\)\./);
  });

  for (const body of [
    '{}',
    '[]',
    'null',
    '"Edit"',
    '{"fields":{}}',
    '{"enabled":true}',
    '{"enabled":true,"fields":[]}',
  ])
    it(`if other JSON is returned: ${body}`, async (t) => {
      assert.match(await failureAt(await startOther(t, answering(body))), /account-center answered other JSON/);
    });

  it('if only the first of the two responses is from Logto', async (t) => {
    assert.match(await failureAt(await startOther(t, answering(center))), /sign-in-exp answered other JSON/);
  });

  it('if the URL is below Logto’s', async (t) => {
    const { origin } = await startTenant(t);
    assert.match(await failureAt(`${origin}/oidc`), /\/oidc\/api\/.well-known\/account-center answered 404/);
  });

  for (const status of [403, 503])
    it(`if the response is ${status}`, async (t) => {
      const err = await failureAt(await startOther(t, answering(center, status)));
      assert.match(err, new RegExp(`account-center answered ${status}\\. .* try again\\.`));
    });

  for (const location of ['https://other.example/api', '/elsewhere', ''])
    it(`if the URL redirects to “${location}”, which is not followed`, async (t) => {
      let asked = 0;
      const origin = await startOther(t, (_, response) => {
        asked += 1;
        response.writeHead(302, location ? { location } : {}).end();
      });
      const where = location ? new URL(location, origin).href : 'another address';
      const err = await failureAt(origin);
      assert.ok(err.includes(`account-center redirects to ${where}. Give the address where Logto itself answers`));
      assert.equal(asked, 1);
    });

  it('if the connection is refused', async () => {
    assert.match(
      await failureAt('http://127.0.0.1:61'),
      /^Nothing answers at 127\.0\.0\.1:61\. Is Logto running there/,
    );
  });

  it('if the host is unknown, or there is no network', async () => {
    const err = await failureAt('https://logto.invalid');
    assert.match(err, /^(There is no host "logto\.invalid"|The name "logto\.invalid" could not be looked up)/);
  });

  it('if the server does not support TLS', async (t) => {
    const { origin } = await startTenant(t);
    const err = await failureAt(origin.replace('http:', 'https:'));
    assert.match(err, /does not speak TLS as it should \(\w+\)\. Is it https, at that port\?/);
  });

  it('if there is no response within ten seconds', async (t) => {
    const origin = await startOther(t, () => {});
    const start = performance.now();
    assert.match(
      await failureAt(origin),
      /account-center did not answer in time\. Is Logto running there\? Try again\./,
    );
    const seconds = (performance.now() - start) / 1000;
    assert.ok(seconds >= 10, `${seconds}`);
  });
});
