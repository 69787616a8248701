import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';

import { SettingsError, settingsHandler } from '../../src/server/index.js';
import { route, startHandler } from './settings-handler-set-up.js';

const maxAgeOf = (response: Response) => response.headers.get('cache-control');
const down = () => new Response('<h1>Secret host name</h1>', { status: 503 });

describe('cached settings', () => {
  it('are read on the first request, and again when they have expired', async (t) => {
    const { get, reads, logto, passSeconds } = await startHandler(t);
    assert.equal(reads(), 0);
    const first = await (await get()).text();
    logto.tenant.accountCenter.fields.name = 'Off';
    passSeconds(299);
    assert.equal(await (await get()).text(), first);
    assert.equal(reads(), 1);
    passSeconds(1);
    assert.notEqual(await (await get()).text(), first);
    assert.equal(reads(), 2);
  });

  it('are cached by browsers no longer than by the server', async (t) => {
    const { get, passSeconds } = await startHandler(t, { maxAge: 60 });
    assert.equal(maxAgeOf(await get()), 'public, max-age=60');
    passSeconds(20.5);
    assert.equal(maxAgeOf(await get()), 'public, max-age=39');
    passSeconds(39.5);
    assert.equal(maxAgeOf(await get()), 'public, max-age=60');
  });

  it('are read for every request with a lifetime of zero', async (t) => {
    const { get, reads } = await startHandler(t, { maxAge: 0 });
    assert.equal(maxAgeOf(await get()), 'public, max-age=0');
    await get();
    assert.equal(reads(), 2);
  });

  it('are read once for simultaneous requests', async (t) => {
    const { get, reads, passSeconds } = await startHandler(t, { maxAge: 60 });
    for (const round of [1, 2]) {
      const answers = await Promise.all(Array.from({ length: 25 }, () => get()));
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
      assert.equal(new Set(answers.map(({ headers }) => headers.get('etag'))).size, 1);
      assert.equal(reads(), round);
      passSeconds(60);
    }
  });

  it('are still served if Logto fails later, with a pause of ten seconds', async (t) => {
    const { get, reads, logto, errors, passSeconds } = await startHandler(t);
    const first = await get();
    const recover = logto.intercept(down);
    passSeconds(300);
    const stale = await get();
    assert.deepEqual([stale.status, maxAgeOf(stale)], [200, 'public, max-age=0']);
    assert.equal(stale.headers.get('etag'), first.headers.get('etag'));
    assert.deepEqual(await stale.json(), await first.json());
    passSeconds(9);
    assert.equal((await get()).status, 200);
    assert.deepEqual([reads(), errors.length], [2, 1]);
    passSeconds(86_400);
    assert.equal((await get()).status, 200);
    assert.deepEqual([reads(), errors.length], [3, 2]);

    recover();
    logto.tenant.accountCenter.fields.name = 'Off';
    passSeconds(10);
    const fresh = await get();
    assert.notEqual(fresh.headers.get('etag'), first.headers.get('etag'));
    assert.equal(maxAgeOf(fresh), 'public, max-age=300');
  });

  it('are still served if Logto hangs, before the elements time out', async (t) => {
    const { get, logto, passSeconds } = await startHandler(t, { timeout: 1000 });
    await get();
    logto.intercept(() => new Promise(() => {}));
    passSeconds(300);
    const answers = await Promise.all([get(), get()]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
  });
});

describe('settings that cannot be read', () => {
  it('respond 502 without details until Logto is back', async (t) => {
    const { get, logto, errors, passSeconds } = await startHandler(t);
    const recover = logto.intercept(down);
    const response = await get();
    assert.deepEqual([response.status, maxAgeOf(response)], [502, 'no-store']);
    assert.equal(response.headers.get('content-type'), 'application/json');
    assert.deepEqual(await response.json(), {
      error: 'settings_unavailable',
      message: 'The settings cannot be read at the moment.',
    });
    assert.ok(errors[0] instanceof SettingsError);
    recover();
    passSeconds(10);
    assert.equal((await get()).status, 200);
  });

  it('are not requested again for ten seconds, even without an old response', async (t) => {
    const { get, reads, logto, passSeconds } = await startHandler(t);
    logto.intercept(down);
    for (const seconds of [0, 5, 4]) {
      passSeconds(seconds);
      assert.equal((await get()).status, 502);
    }
    assert.equal(reads(), 1);
    passSeconds(1);
    await get();
    assert.equal(reads(), 2);
  });

  it('respond 502 once the last response is a week old', async (t) => {
    const { get, logto, passSeconds } = await startHandler(t);
    await get();
    logto.intercept(down);
    passSeconds(300 + 7 * 86_400 - 1);
    assert.equal((await get()).status, 200);
    passSeconds(1);
    assert.equal((await get()).status, 502);
  });

  it('are requested once for simultaneous requests', async (t) => {
    const { get, reads, logto, errors } = await startHandler(t);
    logto.intercept(down);
    const answers = await Promise.all(Array.from({ length: 10 }, () => get()));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [502]);
    assert.deepEqual([reads(), errors.length], [1, 1]);
  });

  it('report the reason in the server’s console', async () => {
    const logged = mock.method(console, 'error', () => {});
    const handle = settingsHandler({ endpoint: 'my-tenant.logto.app' }); // no error before the first request
    assert.equal((await handle(new Request(route))).status, 502);
    logged.mock.restore();
    const [line] = logged.mock.calls[0]?.arguments ?? [];
    assert.match(
      String(line),
      /^\[logto-account-elements\] The settings of the Logto tenant could not be read\. The endpoint "my-t/,
    );
  });

  it('do not block a request if the request that started the read is gone', async (t) => {
    // Simulates Cloudflare Workers, which drop a request's tasks when it is canceled.
    const lost = mock.method(globalThis, 'fetch', () => new Promise(() => {}));
    const { handle } = await startHandler(t, { timeout: 0 });
    const answers = await Promise.all([handle(new Request(route)), handle(new Request(route))]);
    lost.mock.restore();
    assert.deepEqual(
      answers.map(({ status }) => status),
      [502, 502],
    );
  });
});
