import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { listenToConsole } from '../helpers/console.js';
import { allByRole, button, byRole, parts, textOf } from '../helpers/read.js';
import {
  buttonsOf,
  change,
  descriptionOf,
  edit,
  enter,
  inputIn,
  openProfile,
  press,
  rowOf,
  save,
  statusOf,
  valueOf,
} from './profile-page.js';

/** Whether the browser would ask before leaving the page. */
const wouldAskBeforeLeaving = () => {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
};

describe('opening and closing a form of <logto-profile>', () => {
  it('puts the focus into the first input, and back on the button after Cancel', async () => {
    const { tag, writes } = await openProfile();
    const row = await change(tag, 'Full name');
    expect(tag.shadowRoot!.activeElement).to.equal(inputIn(row, 'Given name'));
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

  it('starts with what is stored, also after something else was typed and given up', async () => {
    const { tag } = await openProfile();
    const row = await change(tag, 'Nickname');
    expect(inputIn(row).value).to.equal('Ada');
    enter(row, 'Countess');
    press(row, 'Cancel');
    await tag.updateComplete;
    expect(inputIn(await change(tag, 'Nickname')).value).to.equal('Ada');
  });

  it('asks for each type in an input of its kind, named like the row', async () => {
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
    expect((inputIn(rowOf(tag, 'Team size')) as HTMLInputElement).inputMode).to.equal('decimal');
  });

  it('names the form after the row, and keeps its words out of the way of what is announced', async () => {
    const { tag } = await openProfile();
    const row = await change(tag, 'Address');
    expect(allByRole(row, 'form', 'Address')).to.have.lengthOf(1);
    expect(descriptionOf(inputIn(row, 'City'))).to.equal('');
  });

  it('is accessible with every form open at once', async () => {
    const { tag } = await openProfile();
    for (const label of ['Picture', 'Name', 'Full name', 'Nickname', 'Birthday', 'Gender', 'Address', 'Newsletter'])
      await change(tag, label);
    expect(parts(tag, 'form')).to.have.lengthOf(8);
    await expect(tag).to.be.accessible();
  });

  it('keeps each open row to itself', async () => {
    const { tag, user } = await openProfile();
    const nickname = await change(tag, 'Nickname');
    const badge = await change(tag, 'Badge');
    enter(nickname, 'Countess');
    enter(badge, 'ZZ-0001');
    await save(nickname);
    expect(user.profile.nickname).to.equal('Countess');
    expect(inputIn(rowOf(tag, 'Badge')).value).to.equal('ZZ-0001');
    expect(user.customData['badge']).to.equal('AB-1843');
  });

  it('makes no request when nothing was changed', async () => {
    const { tag, writes } = await openProfile();
    for (const label of ['Name', 'Full name', 'Birthday', 'Address', 'Job title', 'Team size', 'Newsletter', 'Plan'])
      await save(await change(tag, label));
    expect(writes).to.deep.equal([]);
    expect(parts(tag, 'form')).to.have.lengthOf(0);
    expect(statusOf(tag)).to.equal('');
  });

  it('hides a form when the tag becomes readonly', async () => {
    const { tag } = await openProfile();
    await change(tag, 'Nickname');
    tag.readonly = true;
    await tag.updateComplete;
    expect(buttonsOf(tag)).to.deep.equal([]);
  });
});

describe('what is typed into <logto-profile>', () => {
  it('makes the browser ask before the page is left, and only as long as it is not saved', async () => {
    const { tag } = await openProfile();
    expect(wouldAskBeforeLeaving()).to.equal(false);
    const row = await change(tag, 'Nickname');
    expect(wouldAskBeforeLeaving()).to.equal(false);
    enter(row, 'Countess');
    await tag.updateComplete;
    expect(wouldAskBeforeLeaving()).to.equal(true);
    enter(row, 'Ada');
    await tag.updateComplete;
    expect(wouldAskBeforeLeaving()).to.equal(false);
    enter(row, 'Countess');
    await save(row);
    expect(wouldAskBeforeLeaving()).to.equal(false);
    enter(await change(tag, 'Badge'), 'ZZ-0001');
    await tag.updateComplete;
    expect(wouldAskBeforeLeaving()).to.equal(true);
    tag.remove();
    expect(wouldAskBeforeLeaving()).to.equal(false);
  });

  it('is kept when the language of the page changes, and everything around it is translated', async () => {
    const { tag, provider } = await openProfile();
    const row = await change(tag, 'Name');
    enter(row, 'Augusta');
    provider.lang = 'de';
    await waitUntil(() => textOf(tag).includes('Speichern'));
    expect(inputIn(row).value).to.equal('Augusta');
    expect(textOf(row)).to.contain('Abbrechen');
    expect(tag.shadowRoot!.activeElement).to.equal(inputIn(row));
    press(row, 'Speichern');
    await waitUntil(() => statusOf(tag) === 'Name: gespeichert.');
  });

  it('is kept when the account is read again', async () => {
    const { tag, provider, user } = await openProfile();
    enter(await change(tag, 'Name'), 'Augusta');
    user.profile.nickname = 'Countess';
    await provider.refresh();
    await tag.updateComplete;
    expect(inputIn(rowOf(tag, 'Name')).value).to.equal('Augusta');
    expect(valueOf(tag, 'Nickname')).to.equal('Countess');
  });

  it('is kept when the account cannot be read again', async () => {
    const { tag, provider, logto } = await openProfile();
    enter(await change(tag, 'Name'), 'Augusta');
    logto.intercept(() => new Response(null, { status: 500 }));
    await provider.refresh().catch(() => undefined);
    await tag.updateComplete;
    expect(inputIn(rowOf(tag, 'Name')).value).to.equal('Augusta');
  });

  it('is kept when the settings are read again, and the words follow them', async () => {
    const { tag, provider, logto } = await openProfile();
    enter(await change(tag, 'Job title'), 'Countess');
    const accountCenter = { ...logto.tenant.accountCenter, profileFields: [{ name: 'jobTitle' }, { name: 'nickname' }] };
    provider.settings = { accountCenter, signInExperience: logto.tenant.signInExperience };
    await waitUntil(() => parts(tag, 'row').length === 4);
    expect(inputIn(rowOf(tag, 'Job title')).value).to.equal('Countess');
  });

  it('survives being moved to another place in the page', async () => {
    const { tag, provider } = await openProfile();
    enter(await change(tag, 'Name'), 'Augusta');
    const section = document.createElement('section');
    provider.append(section);
    section.append(tag);
    await waitUntil(() => parts(tag, 'row').length > 0);
    expect(inputIn(rowOf(tag, 'Name')).value).to.equal('Augusta');
    expect(wouldAskBeforeLeaving()).to.equal(true);
  });
});

describe('<logto-profile> with the keyboard only', () => {
  const type = async (text: string) => {
    await sendKeys({ press: 'Control+A' }).catch(() => undefined);
    await sendKeys({ type: text });
  };

  it('changes a value, and leaves the focus where it started', async () => {
    const { tag, user } = await openProfile();
    const isOn = (name: string) => tag.shadowRoot!.activeElement?.getAttribute('aria-label') === name;
    for (let presses = 0; presses < 30 && !isOn('Change Nickname'); presses += 1) await sendKeys({ press: 'Tab' });
    expect(isOn('Change Nickname')).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(tag, 'Nickname').querySelector('form'));
    const input = inputIn(rowOf(tag, 'Nickname')) as HTMLInputElement;
    await waitUntil(() => tag.shadowRoot!.activeElement === input);
    input.select();
    await type('Countess');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => statusOf(tag) === 'Nickname saved.');
    expect(isOn('Change Nickname')).to.equal(true);
    expect(user.profile.nickname).to.equal('Countess');
  });

  it('ticks, chooses and saves with the space bar and the arrows', async () => {
    const { tag, user } = await openProfile();
    await change(tag, 'Newsletter');
    await sendKeys({ press: 'Space' });
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

  it('refuses a date that is only half there instead of deleting the one that is stored', async () => {
    const { tag, writes } = await openProfile();
    await change(tag, 'Birthday');
    await sendKeys({ press: 'Backspace' }); // empties the first of month, day and year
    await sendKeys({ press: 'Enter' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(writes).to.deep.equal([]);
    expect(textOf(rowOf(tag, 'Birthday'))).to.contain('Enter a date');
  });

  it('closes by Escape what was opened by mistake', async () => {
    listenToConsole();
    const { tag } = await openProfile();
    await edit(tag, 'Nickname', 'Countess');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => parts(tag, 'form').length === 1);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => parts(tag, 'form').length === 0);
    expect(valueOf(tag, 'Nickname')).to.equal('Countess');
  });
});
