import { expect } from '@open-wc/testing';

import { asksBeforeLeaving } from '../helpers/leaving.js';
import { allByRole, button, namesOf, textOf } from '../helpers/read.js';
import { focused, isRowOpen, panelOf } from '../helpers/rows.js';
import { stayHere } from '../helpers/stay-here.js';
import { alertsIn, enter, errorsHeard, labelled, pressAndWait, statusOf } from './credential-page.js';
import { linesSent, namesIn, startAdding, throwing } from './passkeys-page.js';

const create = 'Create passkey';
const options = 'POST verifications/web-authn/registration';

describe('when the browser does not create a passkey', () => {
  for (const name of ['NotAllowedError', 'AbortError'])
    it(`keeps the form open and says that nothing was changed if the user cancels in the browser: ${name}`, async () => {
      const { tag, browser, sent } = await startAdding();
      const errors = errorsHeard();
      browser.instead(throwing(name));
      enter(tag, 'Name', 'Ring');
      await pressAndWait(tag, create);
      expect([alertsIn(tag), errors.kinds(), isRowOpen(tag)]).to.deep.equal([[], [], true]);
      expect(allByRole(panelOf(tag), 'status').map(textOf).filter(Boolean)).to.deep.equal(['Nothing was changed.']);
      await expect(tag).to.be.accessible();
      expect(labelled(tag, 'Name').value).to.equal('Ring');
      expect(focused(tag)).to.equal(labelled(tag, 'Name'));
      expect(linesSent(sent)).to.deep.equal([options]);
      browser.instead(() => undefined);
      await pressAndWait(tag, create);
      expect(namesIn(tag)).to.deep.equal(['Ring']);
    });

  it('removes the message that nothing was changed on the next try', async () => {
    const { tag, browser } = await startAdding();
    browser.instead(throwing('NotAllowedError'));
    await pressAndWait(tag, create);
    browser.instead(throwing('UnknownError'));
    await pressAndWait(tag, create);
    expect(allByRole(panelOf(tag), 'status').map(textOf).filter(Boolean)).to.deep.equal([]);
    expect(alertsIn(tag)).to.have.lengthOf(1);
  });

  for (const [name, words] of [
    ['InvalidStateError', 'This device already has a passkey for your account. Use another device.'],
    ['ConstraintError', 'This device cannot store a passkey. Use another device.'],
    ['NotSupportedError', 'This device cannot store a passkey. Use another device.'],
    ['UnknownError', 'Your browser could not create a passkey. Try again, or use another device.'],
    ['OperationError', 'Your browser could not create a passkey. Try again, or use another device.'],
  ] as const)
    it(`shows a reason for the browser’s error, and can be retried: ${name}`, async () => {
      const { tag, browser, sent } = await startAdding();
      const errors = errorsHeard();
      browser.instead(throwing(name));
      await pressAndWait(tag, create);
      expect(alertsIn(tag)).to.deep.equal([words]);
      expect(errors.kinds()).to.deep.equal(['rejected']);
      expect(asksBeforeLeaving()).to.equal(false);
      expect(linesSent(sent)).to.deep.equal([options]);
      await expect(tag).to.be.accessible();
      browser.instead(() => undefined);
      await pressAndWait(tag, create);
      expect(statusOf(tag)).to.equal('Passkey added.');
    });

  it('does not highlight “Create passkey” if the device already has one', async () => {
    const { tag, browser } = await startAdding();
    const look = () => getComputedStyle(button(tag, create)).backgroundColor;
    const before = look();
    browser.instead(throwing('InvalidStateError'));
    await pressAndWait(tag, create);
    expect(look()).not.to.equal(before);
    expect([...button(tag, create).classList])
      .to.include('quiet')
      .and.not.to.include('primary');
  });

  it('shows an error if the browser returns no credential', async () => {
    const { tag } = await startAdding();
    navigator.credentials.create = async () => null;
    await pressAndWait(tag, create);
    expect(alertsIn(tag)).to.deep.equal(['Your browser could not create a passkey. Try again, or use another device.']);
  });

  const wrongPlace = 'Your browser does not allow this page to create a passkey for your account.';

  it('offers Logto’s page if the browser does not allow this page to create passkeys', async () => {
    const addresses = stayHere();
    const { tag, browser } = await startAdding();
    browser.instead(throwing('SecurityError'));
    await pressAndWait(tag, create);
    expect(alertsIn(tag)).to.deep.equal([
      `${wrongPlace} Passkeys are added on the sign-in page. You will come back here afterward.`,
    ]);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Go to the sign-in page', 'Cancel']);
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, 'Go to the sign-in page');
    expect(addresses.map(({ pathname }) => pathname)).to.deep.equal(['/account/passkey/add']);
  });

  it('keeps the focus in the form if the browser does not allow this page to create passkeys', async () => {
    const { tag, browser } = await startAdding();
    browser.instead(throwing('SecurityError'));
    button(tag, create).focus();
    await pressAndWait(tag, create);
    expect(tag.contains(focused(tag))).to.equal(true);
  });

  it('does not offer Logto’s page in the mode “embedded” if the browser does not allow this page', async () => {
    const { tag, browser } = await startAdding({ mode: 'embedded' });
    browser.instead(throwing('SecurityError'));
    await pressAndWait(tag, create);
    expect(alertsIn(tag)).to.deep.equal([wrongPlace]);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal([create, 'Cancel']);
    await expect(tag).to.be.accessible();
  });
});
