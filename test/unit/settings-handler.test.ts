import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';

import { settingsHandler } from '../../src/server/index.js';
import { publicSnapshot } from '../../src/server/public-snapshot.js';
import { parseSettings } from '../../src/settings/account-settings.js';
import { urlSource } from '../../src/settings/settings-sources.js';
import { close, listen } from '../fake-logto/node-http.js';
import { route, startHandler } from './settings-handler-set-up.js';

describe('the settings route', () => {
  it('returns the snapshot', async (t) => {
    const { get, logto } = await startHandler(t);
    const response = await get();
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), publicSnapshot(logto.tenant));
    assert.deepEqual(Object.fromEntries(response.headers), {
      'cache-control': 'public, max-age=300',
      'content-type': 'application/json',
      etag: response.headers.get('etag'),
      'x-content-type-options': 'nosniff',
    });
  });

  it('can be embedded in a page: no text of the tenant closes its <script>', async (t) => {
    const { get, logto } = await startHandler(t);
    const hostile = '</script><script>alert(1)</script><!--';
    logto.tenant.accountCenter['deleteAccountUrl'] = `https://app.example/${hostile}`;
    const text = await (await get()).text();
    assert.doesNotMatch(text, /</);
    assert.deepEqual(JSON.parse(text), publicSnapshot(logto.tenant));
    assert.match(text, /u003c\/script>/);
  });

  it('is the same for every user, and allows no other origin', async (t) => {
    const { get } = await startHandler(t);
    const [one, other] = [
      await get(),
      await get({ origin: 'https://stranger.example', cookie: 'a=b', accept: 'text/html' }),
    ];
    assert.deepEqual([...one.headers], [...other.headers]);
    assert.equal(await one.text(), await other.text());
    assert.equal(other.headers.get('access-control-allow-origin'), null);
    assert.equal(other.headers.get('vary'), null);
  });

  it('has a strong ETag that changes only with the settings', async (t) => {
    const { get, logto, passSeconds } = await startHandler(t);
    const tagOf = async () => (await get()).headers.get('etag');
    const first = await tagOf();
    assert.match(first ?? '', /^"[\da-f]{32}"$/);
    passSeconds(300);
    assert.equal(await tagOf(), first);
    logto.tenant.signInExperience['customCss'] = 'body {}';
    passSeconds(300);
    assert.equal(await tagOf(), first);
    logto.tenant.accountCenter.fields.name = 'Off';
    passSeconds(300);
    assert.notEqual(await tagOf(), first);
  });

  it('responds 304 without a body if the ETag matches', async (t) => {
    const { get } = await startHandler(t);
    const etag = (await get()).headers.get('etag') ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, `"other",W/${etag},"more"`, '*']) {
      const response = await get({ 'if-none-match': known });
      assert.deepEqual([response.status, await response.text()], [304, ''], known);
      assert.equal(response.headers.get('etag'), etag);
      assert.equal(response.headers.get('cache-control'), 'public, max-age=300');
    }
    for (const other of ['"other"', 'W/"other"', etag.replaceAll('"', ''), '""', ''])
      assert.equal((await get({ 'if-none-match': other })).status, 200, other);
  });

  it('responds to HEAD like to GET, without a body', async (t) => {
    const { get, handle } = await startHandler(t);
    const full = await get();
    const head = await handle(new Request(route, { method: 'HEAD' }));
    assert.deepEqual([head.status, await head.text()], [200, '']);
    assert.deepEqual([...head.headers], [...full.headers]);
    const known = { 'if-none-match': full.headers.get('etag') ?? '' };
    assert.equal((await handle(new Request(route, { method: 'HEAD', headers: known }))).status, 304);
  });

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
    it(`responds 405 to ${method}, without a request to Logto`, async (t) => {
      const { handle, logto } = await startHandler(t);
      const response = await handle(new Request(route, { method }));
      assert.deepEqual([response.status, response.headers.get('allow')], [405, 'GET, HEAD']);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.deepEqual(logto.requests, []);
    });

  it('is accepted by settings-src, served by plain Node', async (t) => {
    const { handle, logto } = await startHandler(t);
    const server = createServer(async ({ url, headers }, outgoing) => {
      const answer = await handle(
        new Request(`http://localhost${url}`, { headers: headers as Record<string, string> }),
      );
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
    });
    const origin = await listen(server, 0, '127.0.0.1');
    t.after(() => close(server));
    const snapshot = await urlSource(`${origin}/logto-settings`).read();
    assert.deepEqual(parseSettings(snapshot)?.fields, parseSettings(logto.tenant)?.fields);
    const head = await fetch(origin, { method: 'HEAD' });
    const again = await fetch(origin, { headers: { 'if-none-match': head.headers.get('etag') ?? '' } });
    assert.deepEqual([head.status, again.status], [200, 304]);
  });

  it('rejects invalid durations', () => {
    for (const wrong of [-1, NaN, Infinity, '5' as never])
      for (const option of ['maxAge', 'timeout'])
        assert.throws(() => settingsHandler({ endpoint: 'https://logto.example', [option]: wrong }), RangeError);
  });
});
