import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { AccountError, type AccountErrorKind } from '../../src/api/account-error.js';
import { oneByOne, removing } from '../../src/state/one-by-one.js';

/** The started and finished items, in order; `failing` says what is thrown for which item. */
async function run(items: readonly string[], failing: Record<string, unknown> = {}) {
  const log: string[] = [];
  const failures = await oneByOne(
    items,
    async (item) => {
      log.push(`begin ${item}`);
      await Promise.resolve();
      if (item in failing) throw failing[item];
    },
    (item) => log.push(`done ${item}`),
  );
  return { log, failures: [...failures].map(([item, { kind }]) => [item, kind]) };
}

describe('running a task for each item', () => {
  it('starts an item only after the previous one has finished', async () => {
    const { log, failures } = await run(['a', 'b']);
    assert.deepEqual(log, ['begin a', 'done a', 'begin b', 'done b']);
    assert.deepEqual(failures, []);
  });

  it('does nothing without items', async () => {
    assert.deepEqual(await run([]), { log: [], failures: [] });
  });

  it('continues after failed items, and returns them with their errors', async () => {
    const { log, failures } = await run(['a', 'b', 'c'], { a: new AccountError('network'), c: new Error('No.') });
    assert.deepEqual(log, ['begin a', 'begin b', 'done b', 'begin c']);
    assert.deepEqual(failures, [
      ['a', 'network'],
      ['c', 'unexpected'],
    ]);
  });

  for (const kind of ['verification-required', 'signed-out', 'missing-scope', 'not-allowed'] as AccountErrorKind[])
    it(`stops at an error that would affect the other items, too: ${kind}`, async () => {
      const begun: string[] = [];
      const done: string[] = [];
      const act = async (item: string) => {
        begun.push(item);
        if (item === 'b') throw new AccountError(kind);
      };
      await assert.rejects(
        oneByOne(['a', 'b', 'c'], act, (item) => done.push(item)),
        { name: 'AccountError', kind },
      );
      assert.deepEqual([begun, done], [['a', 'b'], ['a']]);
    });

  it('stops with “signed-out” when the session has ended, whatever was thrown', async () => {
    const ended = Object.assign(new Error('Gone.'), { code: 'not_authenticated' });
    await assert.rejects(run(['a', 'b'], { a: ended }), { kind: 'signed-out' });
  });
});

describe('removing an item', () => {
  const failingWith = (cause: Error) => () => Promise.reject(cause);

  it('calls the removal once', async () => {
    let times = 0;
    await removing([], async () => void (times += 1));
    assert.equal(times, 1);
  });

  it('succeeds if the item no longer exists', async () => {
    const gone = new AccountError('rejected', 'entity.not_found');
    await removing(['x.gone', 'entity.not_found'], failingWith(gone));
  });

  for (const [what, cause] of [
    ['another code', new AccountError('rejected', 'entity.other')],
    ['a plain 404', new AccountError('unexpected', 'http_404')],
    ['a failure of the network', new AccountError('network')],
    ['an unknown error', new Error('entity.not_found')],
  ] as const)
    it(`rejects with any other error: ${what}`, async () => {
      await assert.rejects(removing(['entity.not_found'], failingWith(cause)), (error) => error === cause);
    });
});
