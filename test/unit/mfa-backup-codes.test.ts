import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { NewBackupCodes, readBackupCodes, removeBackupCodes } from '../../components/mfa/backup-codes.js';
import { withBackupCodes, withTotp, type User } from '../fake-logto/fake-logto.js';
import { failureOf } from '../helpers/node-stand-in.js';
import { anAccount, codesIn, factorsOf, refusal } from './mfa-set-up.js';

const usedUp = (user: User) => withBackupCodes(user, { used: 10 });
const post = /^POST .*mfa-verifications$/;
const offline = () => Response.error();

describe('new backup codes', () => {
  it('are the stored ones, and every element knows of them', async () => {
    const account = await anAccount({ has: [withTotp] });
    const codes = await new NewBackupCodes(account.person, false).run();
    assert.equal(codes.length, 10);
    assert.deepEqual(codesIn(account.user), [codes]);
    assert.deepEqual(
      account.list.value?.map(({ remainCodes }) => remainCodes),
      [undefined, 10],
    );
  });

  it('are generated before the old ones are removed', async () => {
    const account = await anAccount({ has: [withTotp, withBackupCodes] });
    const [id] = account.idsOf('BackupCode');
    await new NewBackupCodes(account.person, true).run();
    assert.deepEqual(account.writes(), ['POST /backup-codes/generate', `DELETE /${id}`, 'POST ']);
  });

  it('keep unused ones unless they should be replaced', async () => {
    const account = await anAccount({ has: [withTotp, withBackupCodes] });
    const before = codesIn(account.user);
    const creation = new NewBackupCodes(account.person, false);
    assert.equal(await failureOf(creation.run()), 'rejected user.backup_code_already_in_use');
    assert.deepEqual(codesIn(account.user), before);
    assert.equal(creation.isHalfDone, false);
  });

  it('always replace used-up sets', async () => {
    for (const replacesUnused of [true, false]) {
      const account = await anAccount({ has: [withTotp, usedUp, usedUp] });
      const codes = await new NewBackupCodes(account.person, replacesUnused).run();
      assert.deepEqual(codesIn(account.user), [codes]);
      assert.equal(account.idsOf('BackupCode').length, 1);
    }
  });

  it('are retried unchanged, and count as half-done until they are stored', async () => {
    const account = await anAccount({ has: [withTotp, withBackupCodes] });
    const sent: unknown[] = [];
    let answer: (() => Response) | undefined = offline;
    account.answerWith(post, async (request) => {
      sent.push(await request.json());
      return answer?.();
    });
    const creation = new NewBackupCodes(account.person, true);
    assert.equal(creation.isHalfDone, false);
    assert.equal(await failureOf(creation.run()), 'network network');
    assert.equal(creation.isHalfDone, true);
    assert.deepEqual(factorsOf(account.user), ['Totp']);
    assert.deepEqual(
      account.list.value?.map(({ type }) => type),
      ['Totp'],
    );
    assert.equal(await failureOf(creation.run()), 'network network');
    answer = undefined;
    const codes = await creation.run();
    assert.equal(creation.isHalfDone, false);
    const expected = { type: 'BackupCode', codes };
    assert.deepEqual(sent, [expected, expected, expected]);
    assert.deepEqual(codesIn(account.user), [codes]);
  });

  it('are not half-done if only used-up ones were removed, or nothing', async () => {
    const account = await anAccount({ has: [withTotp, usedUp] });
    account.answerWith(post, offline);
    const creation = new NewBackupCodes(account.person, false);
    await failureOf(creation.run());
    assert.equal(creation.isHalfDone, false);
    const other = await anAccount({ has: [withTotp, withBackupCodes] });
    other.answerWith(/^DELETE/, offline);
    const second = new NewBackupCodes(other.person, true);
    await failureOf(second.run());
    assert.deepEqual([second.isHalfDone, codesIn(other.user).length], [false, 1]);
  });

  it('are half-done if Logto removed the old ones but the response was lost', async () => {
    const account = await anAccount({ has: [withTotp, withBackupCodes] });
    account.loseAnswer(/^DELETE/);
    const creation = new NewBackupCodes(account.person, true);
    await failureOf(creation.run());
    assert.deepEqual([creation.isHalfDone, codesIn(account.user)], [true, []]);
  });

  for (const replacesUnused of [true, false])
    it(`are stored if Logto stored them but the response was lost: ${replacesUnused}`, async () => {
      const account = await anAccount({ has: [withTotp] });
      account.loseAnswer(post);
      const creation = new NewBackupCodes(account.person, replacesUnused);
      assert.deepEqual([await creation.run()], codesIn(account.user));
      assert.equal(creation.isHalfDone, false);
    });

  it('are stored even if the old ones were removed elsewhere meanwhile', async () => {
    const account = await anAccount({ has: [withTotp, withBackupCodes] });
    account.answerWith(/^DELETE/, () => {
      account.user.mfaVerifications = account.user.mfaVerifications.filter(({ type }) => type === 'Totp');
      return undefined;
    });
    const codes = await new NewBackupCodes(account.person, true).run();
    assert.deepEqual(codesIn(account.user), [codes]);
  });

  it('are not offered again after Logto has refused them', async () => {
    const account = await anAccount({ has: [withTotp] });
    account.answerWith(post, () => refusal(400, 'account_center.field_not_editable'));
    assert.match(await failureOf(new NewBackupCodes(account.person, false).run()), /^not-allowed/);
    assert.equal(account.store.access('mfa'), 'ReadOnly');
  });

  it('turn out not to be offered', async () => {
    const account = await anAccount({ has: [withTotp], mfa: { factors: ['Totp'] } });
    assert.equal(
      await failureOf(new NewBackupCodes(account.person, false).run()),
      'rejected session.mfa.mfa_factor_not_enabled',
    );
    assert.equal(account.store.offers('BackupCode'), false);
  });
});

describe('stored backup codes', () => {
  it('are read with the verification that Logto requires, and change nothing', async () => {
    const account = await anAccount({ has: [withTotp, (user) => withBackupCodes(user, { used: 2 })] });
    const codes = await readBackupCodes(account.person);
    assert.deepEqual([codes.length, codes.filter(({ usedAt }) => usedAt).length], [10, 2]);
    assert.deepEqual(account.writes(), []);
  });

  it('are those of the current set: used-up sets in front of it are removed first', async () => {
    const account = await anAccount({ has: [withTotp, usedUp, usedUp, withBackupCodes] });
    const [first, second] = account.idsOf('BackupCode');
    const codes = await readBackupCodes(account.person);
    assert.deepEqual([codes.map(({ code }) => code)], codesIn(account.user));
    assert.deepEqual(account.writes(), [`DELETE /${first}`, `DELETE /${second}`]);
  });

  it('are kept if all of them are used up', async () => {
    const account = await anAccount({ has: [withTotp, usedUp] });
    assert.equal(
      (await readBackupCodes(account.person)).every(({ usedAt }) => usedAt),
      true,
    );
    assert.deepEqual(account.writes(), []);
  });

  it('are removed from the list if they no longer exist', async () => {
    const account = await anAccount({ has: [withTotp, withBackupCodes] });
    account.user.mfaVerifications = [];
    assert.equal(await failureOf(readBackupCodes(account.person)), 'rejected no_backup_codes');
    assert.deepEqual(account.list.value, []);
  });

  it('are removed in all sets, and nothing else is', async () => {
    const account = await anAccount({ has: [usedUp, withTotp, withBackupCodes] });
    await removeBackupCodes(account.person);
    assert.deepEqual(factorsOf(account.user), ['Totp']);
    assert.deepEqual(
      account.list.value?.map(({ type }) => type),
      ['Totp'],
    );
  });

  it('are up to date in the list if a removal failed halfway', async () => {
    const account = await anAccount({ has: [usedUp, withBackupCodes] });
    const [, id] = account.idsOf('BackupCode');
    account.answerWith(new RegExp(`^DELETE .*${id}`), offline);
    assert.equal(await failureOf(removeBackupCodes(account.person)), 'network network');
    assert.deepEqual(
      account.list.value?.map(({ remainCodes }) => remainCodes),
      [10],
    );
  });
});
