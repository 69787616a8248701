import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { textOf } from '../helpers/read.js';
import { currentOf, follow, linkOf, linksOf, only, openAccount, whenAccountIdle, travel } from './account-page.js';

const small = { fields: only({ name: 'Edit', password: 'Edit', session: 'Edit' }), deleteAccountUrl: null };

/** The focused element: the text of a link or button, or the name of a region. */
function focused(): string {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return '';
  return element.ariaLabel ?? textOf(element);
}

const tab = () => sendKeys({ press: 'Tab' });

describe('<logto-account> with the keyboard', () => {
  it('moves from link to link with Tab, and then into the section', async () => {
    const { tag } = await openAccount(small);
    const passed: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      await tab();
      passed.push(focused());
    }
    expect(passed).to.deep.equal([...linksOf(tag), 'Change Name']);
  });

  it('opens a section with Enter, and Tab continues from there', async () => {
    const { tag } = await openAccount(small);
    linkOf(tag, 'Security').focus();
    await sendKeys({ press: 'Enter' });
    await whenAccountIdle(tag);
    expect([currentOf(tag), focused()]).to.deep.equal(['Security', 'Security']);
    await tab();
    expect(focused()).to.equal('Change Password');
  });

  it('does not make the section itself a Tab stop', async () => {
    const { tag } = await openAccount(small);
    linkOf(tag, 'Devices and apps').focus();
    await tab();
    expect(focused()).to.equal('Change Name');
    await sendKeys({ down: 'Shift' });
    await tab();
    await sendKeys({ up: 'Shift' });
    expect(focused()).to.equal('Devices and apps');
  });

  it('shows a focus ring on the current link', async () => {
    const { tag } = await openAccount(small);
    await tab();
    const link = linkOf(tag, 'Profile');
    expect(link.matches(':focus-visible')).to.equal(true);
    const { outlineStyle, outlineWidth } = getComputedStyle(link);
    expect([outlineStyle === 'none', parseFloat(outlineWidth) > 0]).to.deep.equal([false, true]);
  });

  it('keeps the focus where it is when the browser goes back', async () => {
    const { tag, provider } = await openAccount(small);
    const button = document.createElement('button');
    button.textContent = 'Of the page';
    provider.before(button);
    await follow(tag, 'Security');
    button.focus();
    await travel(tag, -1);
    expect([currentOf(tag), focused()]).to.deep.equal(['Profile', 'Of the page']);
    button.remove();
  });

  it('does not move the focus when it first renders', async () => {
    await openAccount(small);
    expect(document.activeElement === document.body).to.equal(true);
  });
});
