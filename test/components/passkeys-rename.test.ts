import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { withPasskey } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, textOf } from '../helpers/read.js';
import { focused, isRowOpen, labelsOf, panelOf } from '../helpers/rows.js';
import {
  alertsIn,
  answerWith,
  descriptionOf,
  enter,
  errorsHeard,
  giveThePassword,
  labelled,
  press,
  pressAndWait,
  refusal,
  whenIdle,
  statusOf,
  theDialog,
  writesIn,
} from './credential-page.js';
import {
  linesSent,
  namesIn,
  openPasskeys,
  passkeysOf,
  addName,
  stubBrowser,
  rename,
  type PasskeysOptions,
} from './passkeys-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const patch = /^PATCH .*\/name$/;

async function openWithForm(options: PasskeysOptions = {}) {
  const page = await openPasskeys({ has: ['Phone', 'Laptop'], ...options });
  await pressAndWait(page.tag, 'Rename Phone');
  return { ...page, field: () => labelled(page.tag, 'Name') };
}

describe('renaming a passkey', () => {
  it('starts with the current name, in a group named after the passkey, without a request', async () => {
    const { tag, field, sent } = await openWithForm();
    expect(field().value).to.equal('Phone');
    expect(panelOf(tag).getAttribute('role')).to.equal('group');
    expect(namesOf(tag, 'group')).to.deep.equal(['Phone']);
    expect(focused(tag)).to.equal(labelled(tag, 'Name'));
    expect(descriptionOf(field())).to.equal('Choose a name you will recognize, such as the device it is on.');
    expect(sent).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('starts with the displayed name of an unnamed passkey', async () => {
    const { tag } = await openPasskeys({ has: [withPasskey] });
    await pressAndWait(tag, 'Rename Chrome on Linux');
    expect(labelled(tag, 'Name').value).to.equal('Chrome on Linux');
  });

  it('saves the suggested name of an unnamed passkey', async () => {
    const { tag, user } = await openPasskeys({ has: [withPasskey] });
    await pressAndWait(tag, 'Rename Chrome on Linux');
    await pressAndWait(tag, 'Save');
    expect(passkeysOf(user)[0]!.name).to.equal('Chrome on Linux');
  });

  it('saves the trimmed name once, announces it and returns the focus', async () => {
    const { tag, user, sent } = await openWithForm();
    const heard = eventsOf(document, 'logto-passkeys-updated');
    enter(tag, 'Name', '  Work phone ');
    await pressAndWait(tag, 'Save');
    expect(writesIn(sent).map(({ method, body }) => [method, body])).to.deep.equal([['PATCH', { name: 'Work phone' }]]);
    expect(passkeysOf(user).map(({ name }) => name)).to.deep.equal(['Work phone', 'Laptop']);
    expect(namesIn(tag)).to.deep.equal(['Work phone', 'Laptop']);
    expect(statusOf(tag)).to.equal('Work phone saved.');
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([
      ['changed', 'passkey', tag],
    ]);
    expect(focused(tag)).to.equal(button(tag, 'Rename Work phone'));
    await expect(tag).to.be.accessible();
  });

  it('requires a name, without a request', async () => {
    const { tag, field, sent } = await openWithForm();
    for (const nothing of ['', '   ']) {
      enter(tag, 'Name', nothing);
      await pressAndWait(tag, 'Save');
      expect(field().getAttribute('aria-invalid')).to.equal('true');
      expect(descriptionOf(field())).to.contain('Name is required.');
      expect(focused(tag)).to.equal(field());
      await expect(tag).to.be.accessible();
    }
    enter(tag, 'Name', 'X');
    await tag.updateComplete;
    expect(descriptionOf(field())).not.to.contain('required');
    expect(sent).to.deep.equal([]);
  });

  it('closes without a request or message if the name is unchanged', async () => {
    const { tag, sent } = await openWithForm();
    const heard = eventsOf(document, 'logto-passkeys-updated');
    enter(tag, 'Name', ' Phone ');
    await pressAndWait(tag, 'Save');
    expect([sent.length, heard.length, statusOf(tag), isRowOpen(tag)]).to.deep.equal([0, 0, '', false]);
    expect(focused(tag)).to.equal(button(tag, 'Rename Phone'));
  });

  for (const [what, answer, words] of [
    ['is out of reach', () => Response.error(), 'We could not reach the server. Check your connection and try again.'],
    ['fails', () => refusal(500, 'x'), 'Something went wrong on our side. Try again in a moment.'],
    [
      'does not take it',
      () => refusal(400, 'guard.invalid_input'),
      'That was not accepted. Check what you entered and try again.',
    ],
  ] as const)
    it(`keeps the input with an error if Logto ${what}, and can be retried`, async () => {
      const { tag, field, logto, user } = await openWithForm();
      const errors = errorsHeard();
      const recover = answerWith(logto, patch, answer);
      enter(tag, 'Name', 'Work phone');
      await pressAndWait(tag, 'Save');
      expect(alertsIn(tag)).to.deep.equal([words]);
      expect(field().value).to.equal('Work phone');
      expect(errors.kinds()).to.have.lengthOf(1);
      expect(labelsOf(tag)[0]).to.equal('Phone');
      await expect(tag).to.be.accessible();
      recover();
      await pressAndWait(tag, 'Save');
      expect(passkeysOf(user)[0]!.name).to.equal('Work phone');
    });

  it('says that the passkey was removed elsewhere meanwhile, and does not block leaving the page', async () => {
    const { tag, user } = await openWithForm();
    user.mfaVerifications = user.mfaVerifications.filter((factor) => !('name' in factor) || factor.name !== 'Phone');
    enter(tag, 'Name', 'Work phone');
    await pressAndWait(tag, 'Save');
    expect(namesIn(tag)).to.deep.equal(['Laptop']);
    expect(textOf(tag)).not.to.contain('Ask for a new code');
    expect([...alertsIn(tag), statusOf(tag)].join('')).not.to.equal('');
    expect(asksBeforeLeaving()).to.equal(false);
    expect(tag.shadowRoot!.activeElement).not.to.equal(null);
  });

  it('sends one request after Enter and a double click, shows progress, and cannot be canceled', async () => {
    const { tag, logto, sent } = await openWithForm();
    const answer = deferred<undefined>();
    answerWith(logto, patch, () => answer.promise);
    enter(tag, 'Name', 'Work phone');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => namesOf(tag, 'button').includes('Saving…'));
    button(tag, 'Saving…').click();
    button(tag, 'Cancel').click();
    await sendKeys({ press: 'Escape' });
    button(tag, 'Rename Laptop').click();
    await tag.updateComplete;
    expect(namesOf(tag, 'group')).to.deep.equal(['Phone']);
    answer.resolve(undefined);
    await whenIdle(tag);
    expect(writesIn(sent)).to.have.lengthOf(1);
    expect(statusOf(tag)).to.equal('Work phone saved.');
  });

  for (const [how, leave] of [
    ['Cancel', async (tag: HTMLElement) => button(tag, 'Cancel').click()],
    ['Escape', () => sendKeys({ press: 'Escape' })],
  ] as const)
    it(`closes with ${how}, sends and keeps nothing, and returns the focus to the button`, async () => {
      const { tag, field, sent } = await openWithForm();
      enter(tag, 'Name', 'Work phone');
      await tag.updateComplete;
      expect(asksBeforeLeaving()).to.equal(true);
      await leave(tag);
      await whenIdle(tag);
      expect([isRowOpen(tag), asksBeforeLeaving(), sent.length]).to.deep.equal([false, false, 0]);
      expect(focused(tag)).to.equal(button(tag, 'Rename Phone'));
      await pressAndWait(tag, 'Rename Phone');
      expect(field().value).to.equal('Phone');
    });

  it('closes when another row opens or the element becomes read-only', async () => {
    const { tag } = await openWithForm();
    await pressAndWait(tag, 'Rename Laptop');
    expect(namesOf(tag, 'group')).to.deep.equal(['Laptop']);
    tag.readonly = true;
    await whenIdle(tag);
    expect([isRowOpen(tag), namesOf(tag, 'button').length]).to.deep.equal([false, 0]);
    tag.readonly = false;
    await whenIdle(tag);
    expect(isRowOpen(tag)).to.equal(false);
  });

  it('asks for step-up verification, and keeps the input if the user cancels it', async () => {
    const { tag, field, user } = await openWithForm({ withDialog: true });
    enter(tag, 'Name', 'Work phone');
    button(tag, 'Save').click();
    button(await theDialog(), 'Cancel').click();
    await whenIdle(tag);
    expect([alertsIn(tag), field().value]).to.deep.equal([[], 'Work phone']);
    button(tag, 'Save').click();
    await giveThePassword();
    await whenIdle(tag);
    expect(passkeysOf(user)[0]!.name).to.equal('Work phone');
  });

  it('becomes read-only when Logto refuses, and says why', async () => {
    const { tag, logto, sent } = await openWithForm();
    logto.tenant.accountCenter.fields.passkey = 'ReadOnly';
    enter(tag, 'Name', 'Work phone');
    await pressAndWait(tag, 'Save');
    expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
    await pressAndWait(tag, 'Cancel');
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(linesSent(sent)).to.have.lengthOf(1);
  });

  it('renames a passkey that was renamed elsewhere meanwhile', async () => {
    const { tag, user, provider } = await openPasskeys({ has: ['Phone'] });
    passkeysOf(user)[0]!.name = 'Other name';
    await provider.refresh();
    await whenIdle(tag);
    await rename(tag, 'Other name', 'Mine');
    expect(textOf(part(tag, 'label'))).to.equal('Mine');
  });
});
describe('the forms of <logto-passkeys>', () => {
  it('focus their field when they open, even after the step-up dialog', async () => {
    stubBrowser();
    const { tag } = await openPasskeys({ has: ['Old laptop'], withDialog: true });
    press(tag, addName);
    await giveThePassword();
    await waitUntil(() => isRowOpen(tag));
    await whenIdle(tag);
    expect(focused(tag)).to.equal(labelled(tag, 'Name'));
    await pressAndWait(tag, 'Cancel');
    await pressAndWait(tag, 'Rename Old laptop');
    expect(focused(tag)).to.equal(labelled(tag, 'Name'));
  });
});
