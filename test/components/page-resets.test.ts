import { expect } from '@open-wc/testing';
import { html } from 'lit';

import '../../components/profile/logto-profile.js';
import { put } from '../helpers/mount.js';
import { openAccount } from './account-page.js';
import { enter, openForm, openPage, press, pressInDialog, theDialog } from './credential-page.js';
import { resets } from './resets.js';

/** The contrast of two colors by WCAG 2.2; the boundary of a control needs 3. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What a reader sees of the form: where each thing stands in it, how high it is, and how far its words are from its edge. */
function skeletonOf(root: HTMLElement): string[] {
  const { left, top } = root.getBoundingClientRect();
  const things = root.querySelectorAll('h2, p, label, li, input:not(.visually-hidden), select, button');
  return [...things].map((thing) => {
    const box = thing.getBoundingClientRect();
    const style = getComputedStyle(thing);
    const where = [box.left - left, box.top - top, box.height].map(Math.round).join(' ');
    return `${thing.localName} at ${where}, padded ${style.paddingInlineStart} ${style.paddingBlockStart}, lined ${style.borderTopWidth} ${style.borderTopStyle}`;
  });
}

const controlsIn = (root: Element) => [...root.querySelectorAll('input:not(.visually-hidden), select, button')];

/** The contrast of a control's boundary or fill with a white page. */
function boundaryOf(control: Element): number {
  const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(control);
  const isLined = borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1;
  return Math.max(contrast(backgroundColor, '#fff'), isLined ? contrast(borderTopColor, '#fff') : 1);
}

const page = html`<logto-password></logto-password><logto-phone></logto-phone><logto-profile></logto-profile>`;

interface Seen {
  form: string[];
  dialog: string[];
  ways: string[];
}

/** A form, and the dialog with a field and with the list of ways, each as it stands. */
async function look(check: (root: HTMLElement, name: keyof Seen) => unknown): Promise<Seen> {
  const { provider } = await openPage(page, { withDialog: true });
  provider.style.setProperty('--logto-font', '16px/1.5 monospace');
  const tag = provider.querySelector('logto-password')!;
  const form = await openForm(tag);
  await check(form, 'form');
  const seen = { form: skeletonOf(form) } as Seen;
  enter(form, 'New password', 'Teal-Kettle!48');
  press(tag, 'Save');
  const dialog = await theDialog();
  await check(dialog, 'dialog');
  seen.dialog = skeletonOf(dialog);
  await pressInDialog(dialog, 'Use another way');
  await check(dialog, 'ways');
  seen.ways = skeletonOf(dialog);
  press(dialog, 'Cancel');
  return seen;
}

function isCentred(dialog: HTMLElement) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  expect(Math.abs(left - (clientWidth - right)), 'from left to right').to.be.lessThan(2);
  expect(Math.abs(top - (clientHeight - bottom)), 'from top to bottom').to.be.lessThan(2);
  expect(parseFloat(getComputedStyle(dialog).paddingTop)).to.be.greaterThan(15);
}

/** Whether a click on it would be one on it. */
function canBeClicked(control: Element): boolean {
  const { left, top, width, height } = control.getBoundingClientRect();
  return control.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}

describe('forms and the dialog in a page with a CSS reset', () => {
  let without: Seen;
  before(async () => {
    without = await look(() => undefined);
  });

  for (const { name, css } of resets)
    it(`look the same as without the reset: ${name}`, async () => {
      const style = put(document.createElement('style'));
      style.textContent = css;
      document.head.append(style);
      const seen = await look((root, where) => {
        if (where !== 'form') {
          isCentred(root);
          expect(controlsIn(root).filter((control) => !canBeClicked(control))).to.deep.equal([]);
        }
        for (const control of controlsIn(root)) {
          const isField = control.matches('input, select');
          const isMain = control.matches('[type="submit"]');
          if (isField || isMain) expect(boundaryOf(control), control.outerHTML).to.be.at.least(3);
        }
      });
      expect(seen).to.deep.equal(without);
    });

  it('keep their vertical spacing in the whole account page', async () => {
    const gaps: number[] = [];
    for (const css of ['', '* { margin: 0; padding: 0 }']) {
      const style = put(document.createElement('style'));
      style.textContent = css;
      const { tag } = await openAccount({ has: { routing: 'off' } });
      const [upper, lower] = ['logto-mfa', 'logto-passkeys'].map((name) => tag.querySelector(name)!);
      gaps.push(lower!.getBoundingClientRect().top - upper!.getBoundingClientRect().bottom);
    }
    expect(gaps[0]).to.be.within(4, 48);
    expect(gaps[1]).to.equal(gaps[0]);
  });
});
