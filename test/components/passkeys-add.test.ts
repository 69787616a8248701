import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { withPasskey } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, textOf } from '../helpers/read.js';
import { focused, isRowOpen, labelsOf, panelOf, rowOf, textOfPart } from '../helpers/rows.js';
import {
  alertsIn,
  answerWith,
  enter,
  giveThePassword,
  labelled,
  pressAndWait,
  refusal,
  whenIdle,
  statusOf,
  submit,
  theDialog,
  writesIn,
} from './credential-page.js';
import {
  addName,
  credentialId,
  forgetWebAuthn,
  linesSent,
  namesIn,
  openPasskeys,
  passkeysOf,
  startAdding,
  stubBrowser,
} from './passkeys-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const create = 'Create passkey';
const ownName = 'Chrome on Linux';
const options = 'POST verifications/web-authn/registration';
const steps = [options, `${options}/verify`, 'POST mfa-verifications'];

describe('adding a passkey', () => {
  it('suggests this browser’s name and loads the options before asking the browser', async () => {
    const { tag, sent, browser } = await startAdding();
    expect(labelled(tag, 'Name').value).to.match(/^(Chrome|Chromium|Firefox|Microsoft Edge|Safari) on \w+$/);
    expect(linesSent(sent)).to.deep.equal([options]);
    expect(browser.asked).to.deep.equal([]);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal([create, 'Cancel']);
    expect(focused(tag)).to.equal(labelled(tag, 'Name'));
    await expect(tag).to.be.accessible();
  });

  it('asks the browser within the click, as some browsers require', async () => {
    const { tag, sent, browser } = await startAdding();
    button(tag, create).click();
    expect(browser.asked).to.have.lengthOf(1); // nothing was awaited between
    expect(linesSent(sent)).to.deep.equal([options]);
    await whenIdle(tag);
    expect(linesSent(sent)).to.deep.equal(steps);
  });

  it('asks the browser when Enter is pressed in the field', async () => {
    const { tag, browser } = await startAdding();
    labelled(tag, 'Name').focus();
    let wasAsked = 0;
    panelOf(tag).addEventListener('submit', () => queueMicrotask(() => (wasAsked = browser.asked.length)));
    await sendKeys({ press: 'Enter' });
    await whenIdle(tag);
    expect([wasAsked, browser.asked.length]).to.deep.equal([1, 1]);
  });

  it('passes Logto’s options to the browser, and the browser’s credential to Logto', async () => {
    const { tag, logto, browser, sent } = await startAdding({ has: ['Phone'] });
    await pressAndWait(tag, create);
    const [asked] = browser.asked;
    expect(asked!.rp.id).to.equal('localhost');
    expect(new TextDecoder().decode(asked!.user.id)).to.equal(logto.tenant.users[0]!.id);
    expect(asked!.excludeCredentials).to.have.lengthOf(1);
    const verify = sent.find(({ path }) => path.endsWith('/verify') && path.includes('web-authn'));
    expect(verify!.body!['payload']).to.include({ type: 'WebAuthn', id: credentialId() });
    expect(writesIn(sent).map(({ verification }) => verification !== null)).to.deep.equal([true]);
  });

  it('adds the passkey once, announces it, fires an event and returns the focus', async () => {
    const { tag, user, sent } = await startAdding();
    const heard = eventsOf(document, 'logto-passkeys-updated');
    const name = labelled(tag, 'Name').value;
    await pressAndWait(tag, create);
    expect(passkeysOf(user).map((passkey) => [passkey.name, passkey.credentialId])).to.deep.equal([
      [name, credentialId()],
    ]);
    expect(namesIn(tag)).to.deep.equal([name]);
    expect(statusOf(tag)).to.equal('Passkey added.');
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([['added', 'passkey', tag]]);
    expect(focused(tag)).to.equal(button(tag, addName));
    expect([isRowOpen(tag), linesSent(sent).length]).to.deep.equal([false, 3]);
    expect(textOfPart(rowOf(tag, name), 'value')).to.match(/^Added \w+/);
    await expect(tag).to.be.accessible();
  });

  for (const [what, typed, name] of [
    ['the user’s own name, without the spaces around it', '  Key on the ring ', 'Key on the ring'],
    ['the proposed one when the user empties the field', '', undefined],
    ['the proposed one for spaces', '   ', undefined],
    ['a name that looks like code, as it is', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ] as const)
    it(`names the passkey with ${what}`, async () => {
      const { tag, user } = await startAdding();
      const proposed = labelled(tag, 'Name').value;
      enter(tag, 'Name', typed);
      await pressAndWait(tag, create);
      expect(passkeysOf(user)[0]!.name).to.equal(name ?? proposed);
    });

  it('sends each request once after a double click, shows what to do, and cannot be canceled meanwhile', async () => {
    const { tag, sent, browser } = await startAdding();
    const answer = deferred<undefined>();
    browser.instead(() => answer.promise);
    const first = button(tag, create);
    first.click();
    first.click();
    await waitUntil(() => namesOf(tag, 'button').includes('Continue in your browser…'));
    button(tag, 'Continue in your browser…').click();
    button(tag, 'Cancel').click();
    await expect(tag).to.be.accessible();
    answer.resolve(undefined);
    await whenIdle(tag);
    expect(browser.asked).to.have.lengthOf(1);
    expect(linesSent(sent)).to.deep.equal(steps);
  });

  for (const [how, leave] of [
    ['Cancel', async (tag: HTMLElement) => button(tag, 'Cancel').click()],
    ['Escape', () => sendKeys({ press: 'Escape' })],
  ] as const)
    it(`closes with ${how}, creates nothing, and returns the focus to the button`, async () => {
      const { tag, browser, user } = await startAdding();
      labelled(tag, 'Name').focus();
      expect(asksBeforeLeaving()).to.equal(false);
      await leave(tag);
      await whenIdle(tag);
      expect([isRowOpen(tag), browser.asked.length, passkeysOf(user).length]).to.deep.equal([false, 0, 0]);
      expect(focused(tag)).to.equal(button(tag, addName));
    });

  it('works if Logto does not list passkeys, and says so', async () => {
    const { tag, user } = await startAdding({ fields: { mfa: 'Off', passkey: 'Edit' } });
    await pressAndWait(tag, create);
    expect(passkeysOf(user)).to.have.lengthOf(1);
    expect([statusOf(tag), labelsOf(tag)]).to.deep.equal(['Passkey added.', ['New passkey']]);
    expect(focused(tag)).to.equal(button(tag, addName));
  });

  it('works without settings', async () => {
    const { tag, user } = await startAdding({ settings: 'none', mode: 'embedded' });
    await pressAndWait(tag, create);
    expect([passkeysOf(user).length, namesIn(tag).length]).to.deep.equal([1, 1]);
  });

  it('works if passkeys are only used for sign-in', async () => {
    const { tag, user } = await startAdding({
      mfa: { factors: ['Totp'] as never },
      signInExperience: { passkeySignIn: { enabled: true } },
    });
    await pressAndWait(tag, create);
    expect(passkeysOf(user)).to.have.lengthOf(1);
  });

  it('adds several passkeys in a row', async () => {
    const { tag, user } = await startAdding();
    for (const name of ['One', 'Two']) {
      if (!isRowOpen(tag)) await pressAndWait(tag, addName);
      enter(tag, 'Name', name);
      await pressAndWait(tag, create);
    }
    expect(namesIn(tag)).to.deep.equal(['One', 'Two']);
    expect(new Set(passkeysOf(user).map((passkey) => passkey.credentialId)).size).to.equal(2);
  });
});

describe('before a passkey is added', () => {
  it('requires step-up verification, and opens nothing if the user cancels it', async () => {
    stubBrowser();
    const { tag, sent } = await openPasskeys({ withDialog: true });
    button(tag, addName).click();
    button(await theDialog(), 'Cancel').click();
    await whenIdle(tag);
    expect([isRowOpen(tag), alertsIn(tag), linesSent(sent)]).to.deep.equal([false, [], []]);
    button(tag, addName).click();
    await giveThePassword();
    await waitUntil(() => isRowOpen(tag));
    await submit(tag, create);
    expect(namesIn(tag)).to.have.lengthOf(1);
  });

  it('shows an error in the closed row if verification fails, and can be retried', async () => {
    stubBrowser();
    const { tag, logto } = await openPasskeys();
    const recover = answerWith(logto, /web-authn\/registration$/, () => refusal(500, 'x'));
    await pressAndWait(tag, addName);
    expect(textOfPart(rowOf(tag, 'Your first passkey'), 'error')).to.contain('Something went wrong on our side.');
    expect([isRowOpen(tag), focused(tag)]).to.deep.equal([false, button(tag, addName)]);
    await expect(tag).to.be.accessible();
    recover();
    await pressAndWait(tag, addName);
    expect([isRowOpen(tag), alertsIn(tag)]).to.deep.equal([true, []]);
  });

  it('says that the browser does not support passkeys, and shows no button', async () => {
    forgetWebAuthn();
    const { tag } = await openPasskeys({ has: [withPasskey] });
    expect(textOfPart(rowOf(tag, 'Another passkey'), 'value')).to.equal(
      'This browser cannot use passkeys. Try another browser or device.',
    );
    expect(namesOf(tag, 'button')).to.deep.equal([`Rename ${ownName}`, `Remove ${ownName}`]);
    expect(textOf(part(tag, 'list'))).not.to.contain('fingerprint');
    await expect(tag).to.be.accessible();
  });
});
