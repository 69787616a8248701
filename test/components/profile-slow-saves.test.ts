import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { byRole, parts, textOf } from '../helpers/read.js';
import {
  aGate,
  answerWith,
  buttonsOf,
  change,
  enter,
  inputIn,
  openProfile,
  press,
  whenSaveEnds,
  statusOf,
} from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('a slow save in <logto-profile>', () => {
  const slowly = async (label = 'Nickname') => {
    const page = await openProfile();
    const gate = aGate();
    answerWith(page.logto, 'PATCH', gate.passed);
    const row = await change(page.tag, label);
    enter(row, 'Countess');
    return { ...page, row, answer: gate.open };
  };

  it('is sent once, however often Save is clicked', async () => {
    const { row, answer, writes, tag } = await slowly();
    press(row, 'Save');
    await tag.updateComplete;
    for (let times = 0; times < 3; times += 1) press(row, 'Saving…');
    answer();
    await whenSaveEnds(row);
    expect(writes).to.have.lengthOf(1);
    expect(statusOf(tag)).to.equal('Nickname saved.');
  });

  it('is sent once after a synchronous double click', async () => {
    const { row, answer, writes } = await slowly();
    press(row, 'Save');
    press(row, 'Save');
    answer();
    await whenSaveEnds(row);
    expect(writes).to.have.lengthOf(1);
  });

  it('is sent once, however often Enter is pressed', async () => {
    const { row, answer, writes } = await slowly();
    inputIn(row).focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    answer();
    await whenSaveEnds(row);
    expect(writes).to.have.lengthOf(1);
  });

  it('shows progress, and stays accessible', async () => {
    const { tag, row, answer } = await slowly();
    press(row, 'Save');
    await tag.updateComplete;
    expect(buttonsOf(tag)).to.include('Saving…');
    expect(row.querySelector('form')!.getAttribute('aria-busy')).to.equal('true');
    await expect(tag).to.be.accessible();
    answer();
    await whenSaveEnds(row);
  });

  it('keeps what is typed while saving', async () => {
    const { tag, row, answer } = await slowly();
    press(row, 'Save');
    await tag.updateComplete;
    enter(row, 'Countess of Lovelace');
    answer();
    await waitUntil(() => !textOf(tag).includes('Saving…'));
    expect(parts(tag, 'form'), 'the form with the newer text').to.have.lengthOf(1);
  });

  it('can be reverted with what was typed meanwhile', async () => {
    const { tag, row, answer, writes } = await slowly();
    press(row, 'Save');
    await tag.updateComplete;
    enter(row, 'Ada'); // as it was before
    answer();
    await waitUntil(() => !textOf(tag).includes('Saving…'));
    press(row, 'Save');
    await whenSaveEnds(row);
    expect(writes.map(({ body }) => body)).to.deep.equal([{ nickname: 'Countess' }, { nickname: 'Ada' }]);
  });

  for (const how of ['Cancel', 'Escape'])
    it(`cannot be canceled with ${how}, which would not undo it`, async () => {
      const { tag, row, answer, writes } = await slowly();
      press(row, 'Save');
      await waitUntil(() => writes.length === 1);
      expect(byRole(row, 'button', 'Cancel').getAttribute('aria-disabled')).to.equal('true');
      if (how === 'Cancel') press(row, 'Cancel');
      else {
        inputIn(row).focus();
        await sendKeys({ press: 'Escape' });
      }
      await tag.updateComplete;
      expect(inputIn(row).value).to.equal('Countess');
      answer();
      await whenSaveEnds(row);
      expect(statusOf(tag)).to.equal('Nickname saved.');
    });

  it('can be canceled again after it has failed', async () => {
    const { tag, logto } = await openProfile();
    answerWith(logto, 'PATCH', () => new Response(null, { status: 500 }));
    const row = await change(tag, 'Nickname');
    enter(row, 'Countess');
    press(row, 'Save');
    await whenSaveEnds(row);
    press(row, 'Cancel');
    await tag.updateComplete;
    expect(parts(tag, 'form')).to.have.lengthOf(0);
  });
});
