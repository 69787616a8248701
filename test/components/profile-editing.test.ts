import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { allByRole, button, byRole, parts, textOf } from '../helpers/read.js';
import {
  buttonsOf,
  change,
  descriptionOf,
  enter,
  inputIn,
  openProfile,
  press,
  rowOf,
  save,
  statusOf,
  valueOf,
} from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('opening and closing a form of <logto-profile>', () => {
  it('focuses the first input, and the button after Cancel', async () => {
    const { tag, writes } = await openProfile();
    const row = await change(tag, 'Full name');
    expect(document.activeElement).to.equal(inputIn(row, 'Given name'));
    press(row, 'Cancel');
    await tag.updateComplete;
    expect(tag.shadowRoot!.activeElement).to.equal(button(rowOf(tag, 'Full name'), 'Change Full name'));
    expect(writes).to.deep.equal([]);
  });

  it('closes on Escape without saving', async () => {
    const { tag, writes } = await openProfile();
    const row = await change(tag, 'Nickname');
    enter(row, 'Countess');
    await sendKeys({ press: 'Escape' });
    await tag.updateComplete;
    expect(valueOf(tag, 'Nickname')).to.equal('Ada');
    expect(tag.shadowRoot!.activeElement).to.equal(button(rowOf(tag, 'Nickname'), 'Change Nickname'));
    expect(writes).to.deep.equal([]);
  });

  it('starts with the stored value, even after earlier input was canceled', async () => {
    const { tag } = await openProfile();
    const row = await change(tag, 'Nickname');
    expect(inputIn(row).value).to.equal('Ada');
    enter(row, 'Countess');
    press(row, 'Cancel');
    await tag.updateComplete;
    expect(inputIn(await change(tag, 'Nickname')).value).to.equal('Ada');
  });

  it('uses an input of the right kind for each field, named like the row', async () => {
    const { tag } = await openProfile();
    for (const [label, role, type] of [
      ['Nickname', 'textbox', 'text'],
      ['Website', 'textbox', 'url'],
      ['Team size', 'textbox', 'text'],
      ['Badge', 'textbox', 'text'],
      ['Gender', 'combobox', 'select-one'],
      ['Plan', 'combobox', 'select-one'],
      ['Newsletter', 'checkbox', 'checkbox'],
    ] as const)
      expect(byRole<HTMLInputElement>(await change(tag, label), role, label).type, label).to.equal(type);
    const date = inputIn(await change(tag, 'Birthday')) as HTMLInputElement;
    expect([date.type, date.value, textOf(date.labels![0]!)]).to.deep.equal(['date', '1815-12-10', 'Birthday']);
    expect((inputIn(await change(tag, 'Team size')) as HTMLInputElement).inputMode).to.equal('decimal');
  });

  it('names the form after its row, and keeps hints out of the live region', async () => {
    const { tag } = await openProfile();
    const row = await change(tag, 'Address');
    expect(allByRole(rowOf(tag, 'Address'), 'group', 'Address')).to.have.lengthOf(1);
    expect(descriptionOf(inputIn(row, 'City'))).to.equal('');
  });

  for (const label of ['Picture', 'Name', 'Full name', 'Nickname', 'Birthday', 'Gender', 'Address', 'Newsletter'])
    it(`the form is accessible: ${label}`, async () => {
      const { tag } = await openProfile();
      await change(tag, label);
      await expect(tag).to.be.accessible();
    });

  it('closes another open form without unsaved input', async () => {
    const { tag } = await openProfile();
    await change(tag, 'Nickname');
    await change(tag, 'Badge');
    expect(parts(tag, 'form')).to.have.lengthOf(1);
    expect(valueOf(tag, 'Nickname')).to.equal('Ada');
  });

  it('keeps another form open if it has unsaved input, and focuses it', async () => {
    const { tag, writes } = await openProfile();
    const nickname = await change(tag, 'Nickname');
    enter(nickname, 'Countess');
    await tag.updateComplete;
    press(rowOf(tag, 'Badge'), 'Change');
    await waitUntil(() => document.activeElement === inputIn(nickname));
    expect(inputIn(nickname).value).to.equal('Countess');
    expect(parts(tag, 'form')).to.have.lengthOf(1);
    expect(writes).to.deep.equal([]);
  });

  it('sends no request if nothing was changed', async () => {
    const { tag, writes } = await openProfile();
    for (const label of ['Name', 'Full name', 'Birthday', 'Address', 'Job title', 'Team size', 'Newsletter', 'Plan'])
      await save(await change(tag, label));
    expect(writes).to.deep.equal([]);
    expect(parts(tag, 'form')).to.have.lengthOf(0);
    expect(statusOf(tag)).to.equal('');
  });

  it('closes the form when the element becomes readonly', async () => {
    const { tag } = await openProfile();
    await change(tag, 'Nickname');
    tag.readonly = true;
    await tag.updateComplete;
    expect(buttonsOf(tag)).to.deep.equal([]);
  });
});
