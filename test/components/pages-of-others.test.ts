import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';

import { listenToConsole } from '../helpers/console.js';
import { deferred } from '../helpers/deferred.js';
import { put } from '../helpers/mount.js';
import { button, byRole, namesOf, part, parts, textOf } from '../helpers/read.js';
import { rowOf, textOfPart } from '../helpers/rows.js';
import { currentOf, follow, goToFragment, only, openAccount } from './account-page.js';
import { waitingForCode } from './code-dialog.js';
import {
  dialogs,
  enter,
  formOf,
  isOpen,
  labelled,
  openForm,
  openPage,
  openTag,
  passTime,
  press,
  pressAndWait,
  whenIdle,
  theDialog,
} from './credential-page.js';
import { aPicture, choose, crop } from './pictures.js';
import { change, openProfile } from './profile-page.js';
import { addName, openPasskeys, stubBrowser, throwing } from './passkeys-page.js';
import { stayHere } from '../helpers/stay-here.js';
import { waitUntil } from '../helpers/wait-until.js';

/*
 * What pages and browsers do to elements that know nothing of it.
 */

describe('a page whose HTML is replaced with a copy', () => {
  it('has no dead copies of forms, and its elements work', async () => {
    const { provider, tag } = await openTag('logto-username');
    enter(await openForm(tag), 'Username', 'countess');
    const { getAccessToken, settings } = provider;
    const copy = put(provider.cloneNode(true) as typeof provider);
    provider.remove();
    Object.assign(copy, { getAccessToken, settings });
    const other = copy.querySelector('logto-username')!;
    await waitUntil(() => textOf(other).includes('ada'), 'It does not load.');
    expect(isOpen(other)).to.equal(false);
    await openForm(other);
    expect(labelled(other, 'Username').value).to.equal('ada');
    press(other, 'Cancel');
    await whenIdle(other);
    expect(isOpen(other)).to.equal(false);
  });

  it('has no dead copy of the dialog', async () => {
    const { provider } = await openPage('', { withDialog: true });
    provider.verify().catch(() => undefined);
    await theDialog();
    const copy = put(provider.cloneNode(true) as typeof provider);
    expect(copy.querySelector('dialog')).to.equal(null);
    expect(dialogs()).to.have.lengthOf(1);
  });

  it('keeps an open form in an element that is only moved', async () => {
    const { provider, tag } = await openTag('logto-username');
    enter(await openForm(tag), 'Username', 'countess');
    document.body.append(provider);
    await whenIdle(tag);
    expect(labelled(tag, 'Username').value).to.equal('countess');
  });

  it('does not navigate when a dead copy of a form is submitted', async () => {
    const { tag } = await openTag('logto-password');
    const dead = put(formOf((await openForm(tag), tag)).cloneNode(true) as HTMLFormElement);
    const before = location.href;
    dead.querySelectorAll('input').forEach((input) => (input.value = 'secret'));
    dead.requestSubmit();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([location.href, dead.method]).to.deep.equal([before, 'dialog']);
  });
});

describe('a page with its own modal dialog', () => {
  afterEach(() => document.body.removeAttribute('style'));

  it('can disable pointer events without disabling them in the step-up dialog', async () => {
    const { provider } = await openPage('', { withDialog: true });
    document.body.style.pointerEvents = 'none';
    provider.verify().catch(() => undefined);
    const dialog = await theDialog();
    const { x, y, width, height } = button(dialog, 'Cancel').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await waitUntil(() => dialogs().length === 0, 'The dialog is still there.');
  });

  it('can trap the focus and the Tab key without affecting the step-up dialog', async () => {
    const { heard, open } = aTrap();
    try {
      const { provider } = await openPage('', { withDialog: true });
      provider.verify().catch(() => undefined);
      const dialog = await theDialog();
      await waitUntil(() => dialog.contains(document.activeElement));
      await sendKeys({ press: 'Tab' });
      expect(textOf(document.activeElement!)).to.equal('Show');
      expect(heard).to.deep.equal([]);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => dialogs().length === 0, 'The dialog is still there.');
    } finally {
      open();
    }
  });

  it('can trap the focus and the Tab key without affecting the avatar cropper', async () => {
    const { tag } = await openProfile();
    const row = await change(tag, 'Picture');
    const { heard, open } = aTrap();
    try {
      choose(row, await aPicture());
      await waitUntil(() => parts(tag, 'dialog')[0]?.querySelector('[part~="save"]:enabled'), 'It is not read.');
      const dialog = part(tag, 'dialog');
      const area = byRole(dialog, 'application');
      const preview = dialog.querySelectorAll('canvas')[1]!;
      const shown = () => preview.toDataURL();
      expect(tag.shadowRoot!.activeElement).to.equal(area);
      const before = shown();
      await sendKeys({ press: 'ArrowLeft' });
      const moved = shown();
      expect(moved, 'after an arrow key').not.to.equal(before);
      const { x, y, width, height } = area.getBoundingClientRect();
      const [left, top] = [Math.round(x + width / 2), Math.round(y + height / 2)];
      await sendMouse({ type: 'move', position: [left, top] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [left + 40, top] });
      await sendMouse({ type: 'up' });
      expect(shown(), 'after it was dragged').not.to.equal(moved);
      await sendKeys({ press: 'Tab' });
      expect(tag.shadowRoot!.activeElement).to.equal(byRole(dialog, 'slider'));
      expect(heard).to.deep.equal([]);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => parts(tag, 'dialog').length === 0, 'The dialog is still there.');
    } finally {
      open();
    }
  });
});

/** A modal of the page that gets everything which happens outside of it, until it is opened. */
function aTrap() {
  const trap = put(document.createElement('button'));
  const heard: string[] = [];
  const keep = (event: Event) => {
    if (trap.contains(event.target as Node)) return;
    heard.push(event.type);
    if (event instanceof KeyboardEvent) event.preventDefault();
    trap.focus();
  };
  const types = ['focusin', 'keydown', 'pointerdown', 'mousedown'] as const;
  for (const type of types) document.addEventListener(type, keep, true);
  const open = () => {
    for (const type of types) document.removeEventListener(type, keep, true);
  };
  return { heard, open };
}

describe('a page with single-letter shortcuts', () => {
  it('receives no key that is typed into a form', async () => {
    const shortcut = (event: KeyboardEvent) => {
      const isTyping = (event.target as Element).matches('input, textarea, select, [contenteditable]');
      if (event.key === 's' && !isTyping) event.preventDefault();
    };
    document.addEventListener('keydown', shortcut);
    try {
      const { tag } = await openProfile();
      const form = await change(tag, 'Name');
      const input = form.querySelector('input')!;
      input.focus();
      input.select();
      await sendKeys({ type: 'Jess' });
      expect(input.value).to.equal('Jess');
    } finally {
      document.removeEventListener('keydown', shortcut);
    }
  });
});

describe('a password manager', () => {
  it('may insert elements beside the field, and the button still shows the password', async () => {
    const { tag } = await openTag('logto-password');
    await openForm(tag);
    const input = labelled(tag, 'New password');
    input.after(document.createElement('div'));
    button(tag, 'Show password').click();
    expect(input.type).to.equal('text');
  });
});

describe('a browser that translates the page', () => {
  /** As Chromium and Google Translate do it. */
  function translate(root: Element) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({ data }) => data.trim() !== '')) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text);
    }
  }

  it('does not stop the countdown of a code', async () => {
    const { dialog } = await waitingForCode();
    translate(dialog);
    const left = () => namesOf(dialog, 'button').find((name) => name.startsWith('Send a new code'));
    passTime(61_000);
    await waitUntil(() => left() === 'Send a new code', 'It stands still.');
  });

  it('does not hide the progress of a picture upload', async () => {
    const { tag, logto } = await openProfile();
    const gate = deferred<undefined>();
    const row = await change(tag, 'Picture');
    logto.intercept(({ method, url }) => (method === 'POST' && url.includes('avatar') ? gate.promise : undefined));
    translate(row);
    const isCropped = crop(tag, row);
    await waitUntil(() => namesOf(row, 'button').includes('Uploading…'), 'It does not say that it uploads.');
    gate.resolve(undefined);
    await isCropped;
    await waitUntil(() => !isOpen(tag), 'It is not saved.');
  });

  it('does not hide that no passkey was created', async () => {
    stubBrowser(throwing('NotAllowedError'));
    const { tag } = await openPasskeys();
    await pressAndWait(tag, addName);
    translate(tag);
    await pressAndWait(tag, 'Create passkey');
    expect(textOf(formOf(tag))).to.contain('Nothing was changed.');
  });

  it('does not hide the next message of a form', async () => {
    const { tag, logto } = await openTag('logto-username');
    enter(await openForm(tag), 'Username', 'charles');
    translate(tag);
    logto.intercept(({ method }) =>
      method === 'PATCH'
        ? Response.json({ code: 'user.username_already_in_use', message: '' }, { status: 422 })
        : undefined,
    );
    press(tag, 'Save');
    await waitUntil(() => namesOf(tag, 'button').includes('Saving…'), 'It does not say that it saves.');
    await whenIdle(tag);
    expect(textOf(formOf(tag))).to.contain('This username is taken. Choose another one.');
    translate(tag);
    enter(tag, 'Username', '');
    press(tag, 'Save');
    await whenIdle(tag);
    expect(textOf(formOf(tag)))
      .to.contain('Username is required.')
      .and.not.to.contain('taken');
    expect(namesOf(tag, 'button')).to.include('Save');
  });
});

describe('a page whose permissions policy blocks passkey creation', () => {
  /** As of a page with the header `Permissions-Policy: publickey-credentials-create=()`. */
  const forbid = () =>
    Object.defineProperty(document, 'permissionsPolicy', {
      configurable: true,
      value: { allowsFeature: (name: string) => name !== 'publickey-credentials-create' },
    });

  afterEach(() => Reflect.deleteProperty(document, 'permissionsPolicy'));

  it('leads to Logto’s page for passkeys', async () => {
    forbid();
    const addresses = stayHere();
    const { tag } = await openPasskeys();
    expect(textOfPart(rowOf(tag, 'Your first passkey'), 'hint')).to.contain('Passkeys are added on the sign-in page.');
    await pressAndWait(tag, addName);
    expect(addresses.map(({ pathname }) => pathname)).to.deep.equal(['/account/passkey/add']);
  });

  it('says that the browser blocks passkeys in the mode “embedded”, instead of blaming the user', async () => {
    forbid();
    stubBrowser(throwing('NotAllowedError'));
    const { tag } = await openPasskeys({ mode: 'embedded' });
    await pressAndWait(tag, addName);
    await pressAndWait(tag, 'Create passkey');
    expect(textOf(formOf(tag))).to.contain('Your browser does not allow this page to create a passkey');
  });
});

describe('a page with its own hash routing', () => {
  it('keeps its fragment when the user moves to a section, and warns the developer once', async () => {
    const lines = listenToConsole();
    const { tag } = await openAccount({
      fields: only({ username: 'Edit', password: 'Edit', session: 'Edit' }),
      deleteAccountUrl: null,
    });
    await goToFragment(tag, '#/settings/account?tab=me');
    for (const section of ['Devices and apps', 'Security', 'Devices and apps']) {
      await follow(tag, section);
      expect([currentOf(tag), location.hash]).to.deep.equal([section, '#/settings/account?tab=me']);
    }
    await lines.warned();
    const told = lines.warnings.filter((line) => line.includes('fragment'));
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.contain('<logto-account>').and.to.contain('routing');
  });
});

describe('an element outside a provider', () => {
  it('is reported once in the console, unless it is moved into a provider in time', async () => {
    const lines = listenToConsole();
    const { setTimeout: later } = globalThis;
    const waiting: (() => void)[] = [];
    Object.assign(globalThis, {
      setTimeout: (run: () => void, time?: number) => (time === 3000 ? waiting.push(run) : later(run, time)),
    });
    try {
      put(document.createElement('logto-username'));
      const { provider } = await openPage('');
      const moved = document.createElement('logto-email');
      document.body.append(moved);
      provider.append(moved);
      await whenIdle(moved);
      waiting.forEach((run) => run());
    } finally {
      globalThis.setTimeout = later;
    }
    await lines.warned();
    expect(lines.warnings.filter((line) => line.includes('is not inside'))).to.deep.equal([
      '[logto-account-elements] <logto-username> is not inside a <logto-account-provider>, so it stays empty.',
    ]);
  });
});
