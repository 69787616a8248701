import { expect } from '@open-wc/testing';

import { textOf } from '../helpers/read.js';
import {
  answerWith,
  enter,
  isOpen,
  lastCode,
  openForm,
  openTag,
  press,
  refusal,
  whenIdle,
  submit,
  type CredentialTag,
} from './credential-page.js';
import { openProfile, change, enter as enterIn, press as pressIn } from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const words = 'This cannot be changed here.';
const isTold = (tag: HTMLElement) => textOf(tag).includes(words);

const forms: [name: CredentialTag, label: string, value: string, write: RegExp][] = [
  ['logto-username', 'Username', 'countess', /^PATCH/],
  ['logto-password', 'New password', 'Teal-Kettle!48', /^POST .*my-account\/password$/],
  ['logto-email', 'New email address', 'ada@new.example', /^POST .*primary-email$/],
  ['logto-phone', 'New phone number', '+1 202 555 0177', /^POST .*primary-phone$/],
];

describe('a form whose field turns out to be read-only', () => {
  for (const [name, label, value, write] of forms)
    it(`keeps the focus in <${name}> when it closes`, async () => {
      const { tag, logto } = await openTag(name);
      answerWith(logto, write, () => refusal(400, 'account_center.field_not_editable'));
      const form = await openForm(tag);
      if (name === 'logto-phone') await waitUntil(() => form.querySelector('select'));
      enter(form, label, value);
      const hasCode = name === 'logto-email' || name === 'logto-phone';
      await submit(tag, hasCode ? 'Continue' : 'Save');
      if (hasCode) {
        enter(tag, 'Code', lastCode(logto));
        await submit(tag);
      }
      expect(isTold(tag)).to.equal(true);
      expect(document.activeElement, 'while it is told').not.to.equal(document.body);
      expect(isOpen(tag), 'what was typed').to.equal(true);
      press(tag, 'Cancel');
      await whenIdle(tag);
      expect(document.activeElement, 'after it was left').to.equal(tag);
      expect(tag.matches(':state(read-only)')).to.equal(true);
    });

  it('keeps the focus in <logto-profile> when it closes', async () => {
    const { tag, logto } = await openProfile();
    answerWith(logto, /^PATCH/, () => refusal(400, 'account_center.field_not_editable'));
    const form = await change(tag, 'Name');
    enterIn(form, 'Ada King');
    pressIn(form, 'Save');
    await whenIdle(tag);
    expect(isTold(tag)).to.equal(true);
    expect(document.activeElement, 'while it is told').not.to.equal(document.body);
    expect(isOpen(tag), 'what was typed').to.equal(true);
    pressIn(form, 'Cancel');
    await whenIdle(tag);
    expect(document.activeElement, 'after it was left').to.equal(tag);
  });
});
