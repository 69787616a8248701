import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { namesOf, part } from '../helpers/read.js';
import {
  alertsIn,
  whenDialogClosed,
  dialogs,
  enter,
  errorsHeard,
  giveThePassword,
  linesOf,
  openForm,
  openTag,
  press,
  whenIdle,
  theDialog,
  type CredentialTag,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

/** What each tag does that is guarded, up to the dialog. */
const guarded: { tag: CredentialTag; what: string; start: (tag: HTMLElement) => Promise<unknown> }[] = [
  { tag: 'logto-username', what: 'changing a username', start: (tag) => fill(tag, 'Username', 'countess', 'Save') },
  { tag: 'logto-username', what: 'removing a username', start: remove },
  {
    tag: 'logto-email',
    what: 'changing an email address',
    start: (tag) => fill(tag, 'New email address', 'countess@example.com', 'Continue'),
  },
  { tag: 'logto-email', what: 'removing an email address', start: remove },
  {
    tag: 'logto-phone',
    what: 'changing a phone number',
    start: (tag) => fill(tag, 'New phone number', '+44 20 7946 0958', 'Continue'),
  },
  { tag: 'logto-phone', what: 'removing a phone number', start: remove },
  {
    tag: 'logto-password',
    what: 'changing a password',
    start: (tag) => fill(tag, 'New password', 'Teal-Kettle!48', 'Save'),
  },
];

async function fill(tag: HTMLElement, label: string, value: string, then: string) {
  enter(await openForm(tag), label, value);
  press(tag, then);
}

async function remove(tag: HTMLElement) {
  part(tag, 'remove').click();
  await waitUntil(() => namesOf(tag, 'button').includes('Keep'));
  press(tag, 'Remove');
}

describe('the step-up dialog before a protected action', () => {
  for (const { tag: name, what, start } of guarded) {
    it(`opens once before ${what}, which is then done once`, async () => {
      const { tag, sent } = await openTag(name, { withDialog: true });
      await start(tag);
      await theDialog();
      expect(sent).to.deep.equal([]);
      expect(dialogs()).to.have.lengthOf(1);
      await giveThePassword();
      await whenIdle(tag);
      expect(linesOf(sent).filter((line) => line === 'POST /api/verifications/password')).to.have.lengthOf(1);
      expect(sent).to.have.lengthOf(2);
    });

    it(`closes with Escape before ${what}, and nothing is sent or lost`, async () => {
      const { tag, sent } = await openTag(name, { withDialog: true });
      const errors = errorsHeard();
      await start(tag);
      await theDialog();
      const held = [...tag.querySelectorAll('input')].map(({ value }) => value);
      await sendKeys({ press: 'Escape' });
      await whenDialogClosed();
      await whenIdle(tag);
      expect(sent).to.deep.equal([]);
      expect([...tag.querySelectorAll('input')].map(({ value }) => value)).to.deep.equal(held);
      expect(alertsIn(tag)).to.deep.equal([]);
      expect(errors.kinds()).to.deep.equal([]);
      await expect(tag).to.be.accessible();
    });
  }
});
