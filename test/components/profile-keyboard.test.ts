import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { parts, textOf } from '../helpers/read.js';
import { change, edit, formOf, inputIn, openProfile, rowOf, statusOf, valueOf } from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('<logto-profile> with the keyboard alone', () => {
  it('changes a value, and returns the focus to its button', async () => {
    const { tag, user } = await openProfile();
    const isOn = (name: string) => tag.shadowRoot!.activeElement?.getAttribute('aria-label') === name;
    for (let presses = 0; presses < 30 && !isOn('Change Nickname'); presses += 1) await sendKeys({ press: 'Tab' });
    expect(isOn('Change Nickname')).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => tag.querySelector('form'));
    const input = inputIn(formOf(tag)) as HTMLInputElement;
    await waitUntil(() => document.activeElement === input);
    input.select();
    await sendKeys({ type: 'Countess' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => statusOf(tag) === 'Nickname saved.');
    expect(isOn('Change Nickname')).to.equal(true);
    expect(user.profile.nickname).to.equal('Countess');
  });

  it('checks, selects and saves with the space bar and arrow keys', async () => {
    const { tag, user } = await openProfile();
    await change(tag, 'Newsletter');
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => statusOf(tag) === 'Newsletter saved.');
    expect(user.customData['newsletter']).to.equal(false);
    await change(tag, 'Plan');
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => statusOf(tag) === 'Plan saved.');
    expect(user.customData['plan']).to.equal('free');
  });

  it('rejects an incomplete date instead of deleting the stored one', async () => {
    const { tag, writes } = await openProfile();
    await change(tag, 'Birthday');
    await sendKeys({ press: 'Backspace' }); // empties the first of month, day and year
    await sendKeys({ press: 'Enter' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(writes).to.deep.equal([]);
    expect(textOf(rowOf(tag, 'Birthday'))).to.contain('Enter a date');
  });

  it('closes a form with Escape', async () => {
    const { tag } = await openProfile();
    await edit(tag, 'Nickname', 'Countess');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => parts(tag, 'form').length === 1);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => parts(tag, 'form').length === 0);
    expect(valueOf(tag, 'Nickname')).to.equal('Countess');
  });
});
