import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { withBackupCodes, withPasskey, withTotp } from '../fake-logto/fake-logto.js';
import { part, parts } from '../helpers/read.js';
import { isRowOpen, shiftTab } from '../helpers/rows.js';
import { isOpen, pressAndWait, whenIdle, statusOf } from './credential-page.js';
import { appCode, createCodes, factorsOf, openMfa, type MfaPage, focusName } from './mfa-page.js';
import { waitUntil } from '../helpers/wait-until.js';

type Tag = MfaPage['tag'];

/** What Tab reaches in the tag, from its beginning to its end. */
async function tabStops(tag: Tag, count: number): Promise<string[]> {
  const stops: string[] = [];
  for (let presses = 0; presses < count; presses += 1) {
    await sendKeys({ press: 'Tab' });
    stops.push(focusName(tag));
  }
  return stops;
}

/** A place in the page before the tag, from which Tab leads into it. */
function startBefore(tag: Tag) {
  const start = document.createElement('button');
  start.textContent = 'before';
  tag.before(start);
  start.focus();
}

describe('<logto-mfa> with the keyboard alone', () => {
  it('reaches all buttons in reading order', async () => {
    const { tag } = await openMfa({ has: [withTotp, withPasskey, withBackupCodes] });
    startBefore(tag);
    expect(await tabStops(tag, 5)).to.deep.equal([
      'Turn off two-step verification',
      'Replace Authenticator app',
      'Remove Authenticator app',
      'Show Backup codes',
      'Replace Backup codes',
    ]);
  });

  it('sets up an authenticator app, and returns the focus to the first button', async () => {
    const { tag, logto, user } = await openMfa();
    startBefore(tag);
    await tabStops(tag, 2);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => isOpen(tag) && focusName(tag) === 'Code from the app');
    await shiftTab();
    expect(focusName(tag)).to.equal('Copy key');
    expect(await tabStops(tag, 1)).to.deep.equal(['Code from the app']);
    await sendKeys({ type: appCode(tag, logto) });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => statusOf(tag) === 'Authenticator app saved.');
    await whenIdle(tag);
    expect(factorsOf(user)).to.deep.equal(['Totp']);
    expect(focusName(tag)).to.equal('Replace Authenticator app');
  });

  it('closes an open row with Escape', async () => {
    for (const [opener, has] of [
      ['Add Authenticator app', []],
      ['Remove Authenticator app', [withTotp]],
      ['Turn off two-step verification', [withTotp]],
      ['Show Backup codes', [withTotp, withBackupCodes]],
    ] as const) {
      const { tag } = await openMfa({ has: [...has] });
      await pressAndWait(tag, opener);
      expect(isRowOpen(tag), opener).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !isRowOpen(tag), opener);
      await whenIdle(tag);
      expect(focusName(tag)).to.equal(opener);
      tag.remove();
    }
  });

  it('moves from the code to Save and Cancel, and cancels', async () => {
    const { tag } = await openMfa();
    await pressAndWait(tag, 'Add Authenticator app');
    tag.querySelector('input')!.focus();
    expect(await tabStops(tag, 2)).to.deep.equal(['Save', 'Cancel']);
    await sendKeys({ press: ' ' });
    await waitUntil(() => !isRowOpen(tag));
    expect(focusName(tag)).to.equal('Add Authenticator app');
  });

  it('confirms and cancels a removal with the space bar', async () => {
    const { tag, user } = await openMfa({ has: [withTotp] });
    await pressAndWait(tag, 'Remove Authenticator app');
    expect(focusName(tag)).to.equal('Keep');
    await sendKeys({ press: ' ' });
    await waitUntil(() => !isRowOpen(tag));
    expect(focusName(tag)).to.equal('Remove Authenticator app');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => isRowOpen(tag) && focusName(tag) === 'Keep');
    await shiftTab();
    expect(focusName(tag)).to.equal('Remove');
    await sendKeys({ press: ' ' });
    await waitUntil(() => statusOf(tag) === 'Authenticator app removed.');
    await whenIdle(tag);
    expect(factorsOf(user)).to.deep.equal([]);
    expect(focusName(tag)).to.equal('Add Authenticator app');
  });

  it('moves through new backup codes to the last button, and back to the row', async () => {
    const { tag } = await openMfa({ has: [withTotp] });
    await createCodes(tag);
    expect(focusName(tag)).to.equal('Copy codes');
    expect(await tabStops(tag, 3)).to.deep.equal(['Download', 'Print', 'I have saved them']);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !isRowOpen(tag));
    await whenIdle(tag);
    expect(focusName(tag)).to.equal('Replace Backup codes');
  });

  it('closes stored backup codes with the focus back on Show', async () => {
    const { tag } = await openMfa({ has: [withTotp, withBackupCodes] });
    await pressAndWait(tag, 'Show Backup codes');
    expect(focusName(tag)).to.equal('Close');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !isRowOpen(tag));
    expect(focusName(tag)).to.equal('Show Backup codes');
  });

  it('shows where the focus is', async () => {
    const { tag } = await openMfa();
    startBefore(tag);
    await tabStops(tag, 1);
    const { outlineStyle, outlineWidth } = getComputedStyle(tag.shadowRoot!.activeElement!);
    expect([outlineStyle === 'none', parseFloat(outlineWidth) > 0]).to.deep.equal([false, true]);
  });
});

const looks = [
  ['dark', (tag: HTMLElement) => void (tag.style.colorScheme = 'dark')],
  ['right to left', (tag: HTMLElement) => void (tag.parentElement!.dir = 'rtl')],
] as const;

const rows: [string, (tag: Tag) => Promise<unknown>][] = [
  ['closed', async () => undefined],
  ['with the question whether to turn it off', (tag) => pressAndWait(tag, 'Turn off two-step verification')],
  ['with a key', (tag) => pressAndWait(tag, 'Replace Authenticator app')],
  ['with the question whether to remove', (tag) => pressAndWait(tag, 'Remove Authenticator app')],
  ['with stored codes', (tag) => pressAndWait(tag, 'Show Backup codes')],
  ['with new codes', (tag) => createCodes(tag, 'Replace Backup codes')],
];

for (const [look, dress] of looks)
  describe(`<logto-mfa>, ${look}`, () => {
    for (const [what, open] of rows)
      it(`is accessible: ${what}`, async () => {
        const { tag } = await openMfa({ has: [withTotp, withBackupCodes] });
        dress(tag);
        await open(tag);
        await expect(tag).to.be.accessible();
      });
  });

/** Whether the first character is to the left of another one in the same line. */
function isLeftToRight(element: Element, other: number) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = texts.nextNode() as Text;
  while (text.data.trim() === '') text = texts.nextNode() as Text;
  const start = text.data.search(/\S/);
  const at = (index: number) => {
    const range = document.createRange();
    range.setStart(text, start + index);
    range.setEnd(text, start + index + 1);
    return range.getBoundingClientRect();
  };
  expect(at(0).top).to.equal(at(other).top);
  return at(0).left < at(other).left;
}

describe('<logto-mfa>, right to left', () => {
  it('still writes key and codes from left to right', async () => {
    const { tag } = await openMfa({ has: [withTotp, withBackupCodes] });
    tag.parentElement!.dir = 'rtl';
    await pressAndWait(tag, 'Replace Authenticator app');
    expect(getComputedStyle(tag).direction).to.equal('rtl');
    expect(isLeftToRight(part(tag, 'key'), 6)).to.equal(true); // in the second group
    await pressAndWait(tag, 'Show Backup codes');
    for (const code of parts(tag, 'code')) expect(isLeftToRight(code, 9)).to.equal(true);
  });
});
