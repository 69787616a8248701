import { expect } from '@open-wc/testing';
import { generate } from 'lean-qr/nano';

import type { User } from '../fake-logto/fake-logto.js';
import { byRole, part, parts, textOf } from '../helpers/read.js';
import { isRowOpen, panelOf } from '../helpers/rows.js';
import {
  descriptionOf,
  formOf,
  giveThePassword,
  labelled,
  linesOf,
  press,
  pressAndWait,
  whenIdle,
  theDialog,
} from './credential-page.js';
import { codeLabel, keyOf, openMfa, stubClipboard, type MfaOptions, focusName } from './mfa-page.js';

const add = 'Add Authenticator app';

async function openWithForm(options: MfaOptions = {}) {
  const page = await openMfa(options);
  await pressAndWait(page.tag, add);
  return page;
}

const addressOf = (tag: Element) => part<HTMLAnchorElement>(tag, 'link').href;

/** The dark squares of a QR code that is drawn as one path. */
function squaresOf(drawing: Element): boolean[][] {
  const size = (drawing as SVGSVGElement).viewBox.baseVal.width - 8;
  const path = drawing.querySelector('path')!;
  const point = (x: number, y: number) => path.isPointInFill(new DOMPoint(x + 0.5, y + 0.5));
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => point(x, y)));
}

describe('the key for an authenticator app', () => {
  it('asks for step-up verification before a key is generated', async () => {
    const { tag, sent } = await openMfa({ withDialog: true });
    press(tag, add);
    await theDialog();
    expect(linesOf(sent)).to.deep.equal([]);
    expect(isRowOpen(tag)).to.equal(false);
    await giveThePassword();
    await whenIdle(tag);
    expect(linesOf(sent)).to.deep.equal([
      'POST /api/verifications/password',
      'POST /api/my-account/mfa-verifications/totp-secret/generate',
    ]);
    expect(keyOf(tag)).to.have.lengthOf(32);
  });

  it('generates no key if the user cancels step-up verification', async () => {
    const { tag, sent } = await openMfa({ withDialog: true });
    press(tag, add);
    press(await theDialog(), 'Cancel');
    await whenIdle(tag);
    expect([linesOf(sent), isRowOpen(tag)]).to.deep.equal([[], false]);
    expect(focusName(tag)).to.equal(add);
  });

  it('shows a QR code with a name, the key, and one field for the code', async () => {
    const { tag } = await openWithForm();
    expect(textOf(panelOf(tag))).to.contain('Scan this QR code with your authenticator app, or enter the key by hand.');
    expect(textOf(panelOf(tag))).not.to.contain('What you use now');
    expect(part(tag, 'qr').getAttribute('role')).to.equal('img');
    expect(part(tag, 'qr').getAttribute('aria-label')).to.equal('QR code for your authenticator app');
    expect(textOf(part(tag, 'key'))).to.match(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const { name, type, inputMode, value } = labelled(tag, codeLabel);
    expect([name, type, inputMode, value]).to.deep.equal(['code', 'text', 'numeric', '']);
    expect(labelled(tag, codeLabel)).to.have.attribute('autocomplete', 'one-time-code');
    expect(descriptionOf(labelled(tag, codeLabel))).to.equal('The six digits that the app shows now.');
    expect(formOf(tag).querySelectorAll('input')).to.have.lengthOf(1);
  });

  it('is accessible while its form is open', async () => {
    const { tag } = await openWithForm();
    await expect(tag).to.be.accessible();
  });

  it('moves the focus into the form, which is named like its row', async () => {
    const { tag } = await openWithForm();
    expect(focusName(tag)).to.equal('Code from the app');
    expect(byRole(tag, 'group', 'Authenticator app')).to.equal(panelOf(tag));
  });

  it('draws the QR code without an image request or inline styles', async () => {
    const { tag } = await openWithForm();
    expect(tag.shadowRoot!.querySelectorAll('img, canvas, style, [style], [src]')).to.have.lengthOf(0);
    expect(tag.querySelectorAll('img, style, [style]')).to.have.lengthOf(0);
    expect(tag.shadowRoot!.innerHTML).not.to.match(/data:|blob:|https?:/);
  });

  it('draws the link as a QR code with the margin that scanners need', async () => {
    const { tag } = await openWithForm({ issuer: 'Ünïcode & Co: "quoted"' });
    const code = generate(addressOf(tag));
    const { size } = code;
    const expected = Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => code.get(x, y)));
    expect(squaresOf(part(tag, 'qr'))).to.deep.equal(expected);
    const { x, y, width, height } = (part(tag, 'qr') as unknown as SVGSVGElement).viewBox.baseVal;
    expect([x, y, width, height]).to.deep.equal([-4, -4, size + 8, size + 8]);
  });

  it('draws the QR code black on white in dark mode, too', async () => {
    const { tag } = await openMfa();
    tag.style.colorScheme = 'dark';
    await pressAndWait(tag, add);
    const { fill, backgroundColor } = getComputedStyle(part(tag, 'qr'));
    expect([fill, backgroundColor]).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });

  it('names the account and the host in the link for an app on the same device', async () => {
    const { tag } = await openWithForm();
    const host = location.hostname;
    expect(addressOf(tag)).to.equal(`otpauth://totp/${host}:ada?secret=${keyOf(tag)}&issuer=${host}`);
    expect(part(tag, 'link').textContent.trim()).to.equal('Open in an app on this device');
  });

  it('names the service set by the page, in a form that apps can read', async () => {
    const { tag } = await openWithForm({ issuer: ' Acme: Tools & Co ', user: { username: null } });
    const label = 'Acme%20%20Tools%20%26%20Co:ada%40example.com';
    const expected = `otpauth://totp/${label}?secret=${keyOf(tag)}&issuer=Acme%3A%20Tools%20%26%20Co`;
    expect(addressOf(tag)).to.equal(expected);
  });

  for (const [user, account] of [
    [{ username: null }, 'ada%40example.com'],
    [{ username: null, primaryEmail: null }, '12025550123'],
    [{ username: null, primaryEmail: null, primaryPhone: null }, 'Ada%20Lovelace'],
  ] as [Partial<User>, string][])
    it(`identifies the user by what they have: ${account}`, async () => {
      const { tag } = await openWithForm({ user });
      expect(addressOf(tag)).to.contain(`:${account}?`);
    });

  it('copies the key without spaces, and says so', async () => {
    const copied = stubClipboard();
    const { tag } = await openWithForm();
    await pressAndWait(tag, 'Copy key');
    expect(copied).to.deep.equal([keyOf(tag)]);
    expect(parts(tag, 'hint').map((hint) => [textOf(hint), hint.getAttribute('role')])).to.deep.include([
      'Copied.',
      'status',
    ]);
    await expect(byRole(tag, 'group')).to.be.accessible();
  });

  for (const [why, stub] of [
    ['it is refused', () => stubClipboard({ fails: true })],
    [
      'there is no clipboard',
      () => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
    ],
  ] as const)
    it(`explains how to copy the key by hand when ${why}`, async () => {
      stub();
      const { tag } = await openWithForm();
      await pressAndWait(tag, 'Copy key');
      expect(textOf(panelOf(tag))).to.contain('This could not be copied. Select the text and copy it yourself.');
      expect(keyOf(tag)).to.have.lengthOf(32);
    });
});
