import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';

import { PermissionRecords, type PermissionRecord } from '../../src/verification/permission-records.js';

const minute = 60_000;
const refuse = () => Promise.reject<PermissionRecord>(new Error('Nobody should have been asked.'));
const give =
  (id: string, madeAt = Date.now()) =>
  async () => ({ id, madeAt });
let tenants = 0;
let records: PermissionRecords;
let endpoint: string;

beforeEach(() => {
  endpoint = `https://tenant-${(tenants += 1)}.logto.example`;
  records = new PermissionRecords(endpoint, 'ada');
});

const idOf = async (record: Promise<PermissionRecord>) => (await record).id;

describe('the verification records', () => {
  it('verification records are requested once, and then cached', async () => {
    assert.equal(await idOf(records.obtain(give('one'))), 'one');
    assert.equal(await idOf(records.obtain(refuse)), 'one');
  });

  it('are shared by all callers for the same user at the same endpoint', async () => {
    await records.obtain(give('one'));
    assert.equal(await idOf(new PermissionRecords(endpoint, 'ada').obtain(refuse)), 'one');
  });

  it('verification records are shared with no one else', async () => {
    await records.obtain(give('one'));
    assert.equal(await idOf(new PermissionRecords(endpoint, 'charles').obtain(give('two'))), 'two');
    assert.equal(await idOf(new PermissionRecords(`${endpoint}/x`, 'ada').obtain(give('three'))), 'three');
    assert.equal(await idOf(records.obtain(refuse)), 'one');
  });

  it('are not shared with a user id that imitates another user at another endpoint', async () => {
    await new PermissionRecords('https://a', '","b').obtain(give('one'));
    assert.equal(await idOf(new PermissionRecords('https://a","', 'b').obtain(give('two'))), 'two');
  });

  it('are requested once for all waiting callers', async () => {
    let asked = 0;
    const ask = async () => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { id: 'one', madeAt: Date.now() };
    };
    const other = new PermissionRecords(endpoint, 'ada');
    const ids = await Promise.all([records.obtain(ask), other.obtain(ask), records.obtain(ask)].map(idOf));
    assert.deepEqual([ids, asked], [['one', 'one', 'one'], 1]);
  });

  it('can be requested again if no one gave one', async () => {
    await assert.rejects(
      records.obtain(() => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(await idOf(records.obtain(give('one'))), 'one');
  });

  it('expire a little before Logto’s ten minutes', async () => {
    mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
    try {
      await records.obtain(give('one'));
      mock.timers.setTime(1_000_000 + 9 * minute);
      assert.equal(await idOf(records.obtain(refuse)), 'one');
      mock.timers.setTime(1_000_000 + 9.75 * minute);
      assert.equal(await idOf(records.obtain(give('two'))), 'two');
    } finally {
      mock.timers.reset();
    }
  });

  it('are dropped if they are from the future, since the clock was set back', async () => {
    await records.obtain(give('one', Date.now() + minute));
    assert.equal(await idOf(records.obtain(give('two'))), 'two');
  });

  it('are dropped when rejected, unless there is a newer one', async () => {
    const refused = await records.obtain(give('one'));
    records.drop(refused);
    const newer = await records.obtain(give('two'));
    records.drop(refused);
    assert.equal(await records.obtain(refuse), newer);
    records.drop();
    assert.equal(await idOf(records.obtain(give('three'))), 'three');
  });
});
