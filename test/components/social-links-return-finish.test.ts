import { expect } from '@open-wc/testing';

import { button, namesOf, part, textOf } from '../helpers/read.js';
import { buttonsIn, focused, isRowOpen, panelOf } from '../helpers/rows.js';
import { stayHere } from '../helpers/stay-here.js';
import {
  aTenant,
  alertsIn,
  answerWith,
  giveThePassword,
  press,
  pressInDialog,
  pressAndWait,
  refusal,
  whenIdle,
  statusOf,
  theDialog,
  writesIn,
} from './credential-page.js';
import { address, comeBackListening, identitiesOf, linesSent, pressConfirm, remembered } from './social-page.js';

const bind = /^POST .*my-account\/identities$/;
const onlyLinking = 'GitHub has confirmed your account. Link it to finish.';

/** Nothing was linked or is remembered, and the address is as the user left it. */
function expectNothingLinked({ user, updates }: Awaited<ReturnType<typeof comeBackListening>>) {
  expect([identitiesOf(user), updates.length, remembered()]).to.deep.equal([[], 0, null]);
  expect(address()).to.equal('/account?tab=social#links');
}

describe('when only the last step of linking a social account fails', () => {
  it('can be finished after a canceled step-up verification, without asking the provider twice', async () => {
    const addresses = stayHere();
    const page = await comeBackListening({ withDialog: true, stillLoading: true });
    const { tag, sent, user, errors, pending, updates } = page;
    const dialog = await theDialog();
    expect(textOf(dialog)).to.contain(`${onlyLinking} This keeps your account safe.`); // no button was pressed here
    await pressInDialog(dialog, 'Cancel');
    await whenIdle(tag);
    expect(textOf(panelOf(tag))).to.contain(onlyLinking);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Link', 'Cancel']);
    expect(part(tag, 'confirm').matches('[part~="primary"]')).to.equal(true);
    expect([focused(tag), errors.kinds()]).to.deep.equal([part(tag, 'cancel'), []]);
    expectNothingLinked(page);
    await expect(tag).to.be.accessible();
    press(tag, 'Link');
    await giveThePassword();
    await whenIdle(tag);
    expect(linesSent(sent)).to.deep.equal(['POST verifications/social/verify', 'POST my-account/identities']);
    expect(writesIn(sent)[0]!.body).to.deep.equal({ newIdentifierVerificationRecordId: pending.verificationRecordId });
    expect([identitiesOf(user), statusOf(tag)]).to.deep.equal([['github grace'], 'GitHub is linked.']);
    expect(updates.map(({ action, item }) => [action, item])).to.deep.equal([['added', 'github']]);
    expect([addresses, focused(tag)]).to.deep.equal([[], button(tag, 'Replace the GitHub account')]);
  });

  for (const [what, answer] of [
    ['an unreachable server', () => Response.error()],
    ['a server fault', () => refusal(500, 'x')],
  ] as const)
    it(`can be finished with the provider’s confirmation: ${what}`, async () => {
      const logto = aTenant();
      const recover = answerWith(logto, bind, answer);
      const { tag, sent, user } = await comeBackListening({ logto });
      expect(textOf(panelOf(tag))).to.contain(onlyLinking);
      await pressConfirm(tag);
      expect([alertsIn(tag).length, isRowOpen(tag)]).to.deep.equal([1, true]);
      recover();
      await pressConfirm(tag);
      expect([identitiesOf(user), statusOf(tag)]).to.deep.equal([['github grace'], 'GitHub is linked.']);
      expect(linesSent(sent).filter((line) => line.endsWith('/verify'))).to.have.lengthOf(1);
    });

  for (const [what, isDone] of [
    ['before Logto has it', false],
    ['after Logto has confirmed it', true],
  ] as const)
    it(`can be finished if the response to the confirmation was lost: ${what}`, async () => {
      const logto = aTenant();
      let isInner = false;
      const recover = answerWith(logto, /social\/verify$/, async (request) => {
        if (isInner) return undefined;
        isInner = true; // for the request of this very function
        if (isDone) await logto.fetch(request);
        isInner = false;
        return Response.error();
      });
      const { tag, sent, user } = await comeBackListening({ logto });
      expect(alertsIn(tag).join()).to.contain('We could not reach the server.');
      recover();
      const before = sent.length;
      await pressConfirm(tag);
      expect([identitiesOf(user), statusOf(tag)]).to.deep.equal([['github grace'], 'GitHub is linked.']);
      const again = linesSent(sent.slice(before)).filter((line) => line.endsWith('/verify'));
      expect(again).to.have.lengthOf(isDone ? 0 : 1);
    });

  it('shows why linking failed, and fires an error event', async () => {
    const logto = aTenant();
    answerWith(logto, bind, () => Response.error());
    const { tag, errors } = await comeBackListening({ logto });
    expect([alertsIn(tag).length, errors.kinds()]).to.deep.equal([1, ['network']]);
  });

  it('linking can be canceled, and nothing is kept', async () => {
    const logto = aTenant();
    answerWith(logto, bind, () => refusal(500, 'x'));
    const page = await comeBackListening({ logto });
    await pressAndWait(page.tag, 'Cancel');
    expect([isRowOpen(page.tag), statusOf(page.tag)]).to.deep.equal([false, '']);
    expect(focused(page.tag)).to.equal(button(page.tag, 'Link GitHub'));
    expectNothingLinked(page);
  });

  /** Finishes too late: Logto has dropped the provider's confirmation. */
  async function finishedTooLate() {
    const logto = aTenant();
    const recover = answerWith(logto, bind, () => refusal(500, 'x'));
    const page = await comeBackListening({ logto });
    recover();
    logto.tenant.verificationRecords = logto.tenant.verificationRecords.filter(({ type }) => type !== 'Social');
    await pressConfirm(page.tag);
    return page;
  }

  it('shows that it took too long, and links nothing', async () => {
    const page = await finishedTooLate();
    expect(alertsIn(page.tag)).to.have.lengthOf(1);
    expect(alertsIn(page.tag)[0]).to.contain('This took too long.');
    expectNothingLinked(page);
  });

  it('starts over if it took too long, without mentioning codes', async () => {
    const { tag } = await finishedTooLate();
    expect(alertsIn(tag).join()).not.to.match(/code/i);
    expect(buttonsIn(tag, 'GitHub')).to.deep.equal(['Link GitHub']);
  });
});
