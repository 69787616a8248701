import { expect } from '@open-wc/testing';

import { withBackupCodes, withTotp } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { isRowOpen, panelOf } from '../helpers/rows.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, textOf } from '../helpers/read.js';
import { alertsIn, answerWith, press, pressAndWait, refusal, whenIdle } from './credential-page.js';
import {
  bodiesOf,
  codesOf,
  factorLines,
  factorsOf,
  idsOfCodes,
  openMfa,
  storedCodes,
  valueOf,
  warningsIn,
  withUsed,
  type MfaOptions,
  focusName,
} from './mfa-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const replace = 'Replace Backup codes';
const label = 'Backup codes';
const post = /^POST .*mfa-verifications$/;
const offline = 'We could not reach the server. Check your connection and try again.';
const halfDone =
  'Your old codes no longer work, and the new ones are not saved yet. Try again before you leave this page.';

/** The list and the proof that came with each write tell nothing here. */
const sentCodes = (sent: Parameters<typeof bodiesOf>[0]) =>
  bodiesOf(sent, 'POST', /mfa-verifications$/).map((body) => body!['codes']);

async function openQuestion(options: MfaOptions = {}) {
  const page = await openMfa({ has: [withTotp, withBackupCodes], ...options });
  const [old] = storedCodes(page.user);
  await pressAndWait(page.tag, replace);
  return { ...page, old };
}

/** Lets Logto do it, and loses the answer. */
const loseAnswers = (logto: Awaited<ReturnType<typeof openQuestion>>['logto'], where: RegExp) => {
  let isAsked = false;
  const stop = logto.intercept(async (request) => {
    if (isAsked || !where.test(`${request.method} ${new URL(request.url).pathname}`)) return undefined;
    isAsked = true; // for the request of this very function
    await logto.fetch(request);
    isAsked = false;
    return Response.error();
  });
  return stop;
};

describe('replacing backup codes', () => {
  for (const [used, words] of [
    [0, 'Create new backup codes? Your 10 remaining codes will stop working right away.'],
    [9, 'Create new backup codes? Your 1 remaining code will stop working right away.'],
  ] as const)
    it(`first says that ${10 - used} codes will stop working`, async () => {
      const { tag, sent } = await openQuestion({ has: [withTotp, withUsed(used)] });
      expect(textOf(panelOf(tag))).to.contain(words);
      expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Replace', 'Keep these']);
      expect(sent).to.deep.equal([]);
      await expect(tag).to.be.accessible();
    });

  it('keeps the current codes if the user cancels', async () => {
    const { tag, user, old, sent } = await openQuestion();
    await pressAndWait(tag, 'Keep these');
    expect([storedCodes(user), sent, isRowOpen(tag)]).to.deep.equal([[old], [], false]);
    expect(focusName(tag)).to.equal(replace);
  });

  it('removes the old codes only after new ones are generated, and shows the stored ones', async () => {
    const { tag, user, old, sent } = await openQuestion();
    const heard = eventsOf(document, 'logto-mfa-updated');
    const [id] = idsOfCodes(user);
    await pressAndWait(tag, 'Replace');
    expect(factorLines(sent)).to.deep.equal([
      'POST mfa-verifications/backup-codes/generate',
      `DELETE mfa-verifications/${id}`,
      'POST mfa-verifications',
    ]);
    expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
    expect(codesOf(tag)).not.to.deep.equal(old);
    expect(heard.map(({ action, item }) => [action, item])).to.deep.equal([['changed', 'backup-codes']]);
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, 'I have saved them');
    expect(valueOf(tag, label)).to.equal('10 codes left');
  });

  it('keeps the current codes if no new ones could be generated', async () => {
    const { tag, user, logto, old } = await openQuestion();
    answerWith(logto, /generate$/, () => Response.error());
    await pressAndWait(tag, 'Replace');
    expect(alertsIn(tag)).to.deep.equal([offline]);
    expect(storedCodes(user)).to.deep.equal([old]);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('keeps the old codes if they could not be removed, and retries with the same new ones', async () => {
    const { tag, user, logto, old, sent } = await openQuestion();
    const recover = answerWith(logto, /^DELETE/, () => Response.error());
    await pressAndWait(tag, 'Replace');
    expect(alertsIn(tag)).to.deep.equal([offline]);
    expect([storedCodes(user), codesOf(tag), sentCodes(sent)]).to.deep.equal([[old], [], []]);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Replace', 'Keep these']);
    expect(asksBeforeLeaving()).to.equal(false);
    recover();
    await pressAndWait(tag, 'Replace');
    expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
    expect(bodiesOf(sent, 'POST', /generate$/)).to.have.lengthOf(1);
  });

  for (const [how, answer] of [
    ['the network fails', () => Response.error()],
    ['Logto has a fault', () => new Response(null, { status: 500 })],
    ['it comes too often', () => new Response(null, { status: 429 })],
    ['Logto does not like them', () => refusal(422, 'user.wrong_backup_code_format')],
  ] as const)
    it(`says that no codes are left when it fails halfway, and sends the same new ones again: ${how}`, async () => {
      const { tag, user, logto, sent } = await openQuestion();
      const recover = answerWith(logto, post, answer);
      await pressAndWait(tag, 'Replace');
      expect(factorsOf(user)).to.deep.equal(['Totp']);
      expect(alertsIn(tag)).to.deep.equal([halfDone]);
      expect(textOf(panelOf(tag))).not.to.contain('stop working');
      expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Try again', 'Cancel']);
      expect([codesOf(tag), asksBeforeLeaving()]).to.deep.equal([[], true]);
      await expect(tag).to.be.accessible();
      await pressAndWait(tag, 'Try again'); // fails once more
      expect(alertsIn(tag)).to.deep.equal([halfDone]);
      recover();
      await pressAndWait(tag, 'Try again');
      const [first, second, third] = sentCodes(sent);
      expect([first, second]).to.deep.equal([third, third]);
      expect(storedCodes(user)).to.deep.equal([third]);
      expect(codesOf(tag)).to.deep.equal(third);
      expect(bodiesOf(sent, 'POST', /generate$/)).to.have.lengthOf(1);
      await pressAndWait(tag, 'I have saved them');
      expect(asksBeforeLeaving()).to.equal(false);
    });

  it('shows that there are no codes if the user cancels after half of it', async () => {
    const { tag, logto } = await openQuestion();
    answerWith(logto, post, () => Response.error());
    await pressAndWait(tag, 'Replace');
    await pressAndWait(tag, 'Cancel');
    expect([valueOf(tag, label), asksBeforeLeaving()]).to.deep.equal(['Not set up', false]);
    expect(warningsIn(tag, label)).to.have.lengthOf(1);
    expect(focusName(tag)).to.equal('Create Backup codes');
  });

  for (const has of [[withTotp], [withTotp, withBackupCodes]])
    it(`succeeds without a retry if Logto stored the codes but the response was lost: ${has.length} factors`, async () => {
      const { tag, user, logto, sent } = await openMfa({ has });
      await pressAndWait(tag, has.length > 1 ? replace : 'Create Backup codes');
      loseAnswers(logto, post);
      await pressAndWait(tag, namesOf(panelOf(tag), 'button')[0]!);
      expect(alertsIn(tag)).to.deep.equal([]);
      expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
      expect(sentCodes(sent)).to.deep.equal([codesOf(tag), codesOf(tag)]); // once by the page, once by `loseAnswers`
    });

  for (const has of [[withTotp], [withTotp, withBackupCodes]])
    it(`does not store codes twice if the response was lost and Logto was unreachable: ${has.length} factors`, async () => {
      const { tag, user, logto, sent } = await openMfa({ has });
      await pressAndWait(tag, has.length > 1 ? replace : 'Create Backup codes');
      const recover = loseAnswers(logto, post);
      const lists = answerWith(logto, /^GET .*mfa-verifications\/backup-codes$/, () => Response.error());
      await pressAndWait(tag, namesOf(panelOf(tag), 'button')[0]!);
      expect(codesOf(tag)).to.deep.equal([]);
      expect(alertsIn(tag)).to.have.lengthOf(1);
      recover();
      lists();
      await pressAndWait(tag, namesOf(panelOf(tag), 'button')[0]!);
      expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
      expect(sentCodes(sent)).to.deep.equal([codesOf(tag), codesOf(tag)]); // once by the page, once by `loseAnswers`
    });

  it('says that no codes are left if Logto removed the old ones but the response was lost', async () => {
    const { tag, user, logto } = await openQuestion();
    const recover = loseAnswers(logto, /^DELETE/);
    await pressAndWait(tag, 'Replace');
    expect(storedCodes(user)).to.deep.equal([]);
    expect(alertsIn(tag)).to.deep.equal([halfDone]);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Try again', 'Cancel']);
    expect(asksBeforeLeaving()).to.equal(true);
    recover();
    await pressAndWait(tag, 'Try again');
    expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
  });

  it('stores new codes after the response to the removal was lost', async () => {
    const { tag, user, logto } = await openQuestion();
    const recover = loseAnswers(logto, /^DELETE/);
    await pressAndWait(tag, 'Replace');
    recover();
    await pressAndWait(tag, namesOf(panelOf(tag), 'button')[0]!);
    expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
  });

  it('says that backup codes are not offered if only Logto knows', async () => {
    const { tag, user } = await openQuestion({ settings: 'none', mfa: { factors: ['Totp'] } });
    await pressAndWait(tag, 'Replace');
    expect(textOf(tag)).to.contain('This is not offered here.');
    expect(storedCodes(user)).to.deep.equal([]);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('shows progress while waiting for Logto, and can be neither repeated nor canceled', async () => {
    const { tag, logto, sent } = await openQuestion();
    const answer = deferred<undefined>();
    answerWith(logto, /^DELETE/, () => answer.promise);
    press(tag, 'Replace');
    press(panelOf(tag), namesOf(panelOf(tag), 'button')[0]!);
    await waitUntil(() => namesOf(tag, 'button').includes('Creating…'));
    press(tag, 'Keep these');
    expect([isRowOpen(tag), asksBeforeLeaving()]).to.deep.equal([true, true]);
    answer.resolve(undefined);
    await waitUntil(() => codesOf(tag).length > 0);
    await whenIdle(tag);
    expect(factorLines(sent)).to.have.lengthOf(3);
  });
});
