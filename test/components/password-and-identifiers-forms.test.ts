import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { put } from '../helpers/mount.js';
import {
  aTenant,
  anEndpoint,
  enter,
  isOpen,
  labelled,
  openForm,
  openPage,
  press,
  pressInDialog,
  submit,
  theDialog,
  type CredentialTag,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const names: CredentialTag[] = ['logto-username', 'logto-email', 'logto-phone', 'logto-password'];
const all = html`
  <logto-username></logto-username><logto-email></logto-email><logto-phone></logto-phone
  ><logto-password></logto-password>
`;

/** The fields that a script of the page or a password manager finds. */
const fields = () => [...document.querySelectorAll<HTMLInputElement>('input:not([readonly])')];

const describeField = (input: HTMLInputElement) => ({
  isInForm: input.form !== null && input.form.isConnected,
  hasLabel: input.labels?.length === 1 && input.labels[0]!.textContent.trim() !== '',
  name: input.name,
  type: input.type,
  autocomplete: input.getAttribute('autocomplete'), // the property is empty where a browser does not know the value
  inputMode: input.inputMode,
});

const ok = { isInForm: true, hasLabel: true };

describe('forms in the light DOM', () => {
  it('are in the page only while they are open', async () => {
    const { provider } = await openPage(all);
    for (const name of names) {
      const tag = provider.querySelector(name)!;
      expect([fields().length, document.querySelectorAll('form, dialog').length], name).to.deep.equal([0, 0]);
      await openForm(tag);
      expect(fields().length, name).to.equal(1);
      await submit(tag, 'Cancel');
    }
    expect(provider.querySelectorAll('input, form, .logto-form, .logto-dialog')).to.have.lengthOf(0);
  });

  it('have fields that the page and password managers can find and recognize', async () => {
    const { provider } = await openPage(all);
    for (const name of names) await openForm(provider.querySelector(name)!);
    expect(fields().map(describeField)).to.deep.equal([
      { ...ok, name: 'username', type: 'text', autocomplete: 'username', inputMode: '' },
      { ...ok, name: 'email', type: 'email', autocomplete: 'email', inputMode: 'email' },
      { ...ok, name: 'phone', type: 'tel', autocomplete: 'tel', inputMode: 'tel' },
      { ...ok, name: 'new-password', type: 'password', autocomplete: 'new-password', inputMode: '' },
    ]);
  });

  it('have a field for the code, and the dialog has one for the password', async () => {
    const { provider } = await openPage(all, { withDialog: true });
    const email = provider.querySelector('logto-email')!;
    await openForm(email);
    enter(email, 'New email address', 'ada@new.example');
    press(email, 'Continue');
    const dialog = await theDialog();
    const code = { ...ok, name: 'code', type: 'text', autocomplete: 'one-time-code', inputMode: 'numeric' };
    const password = { ...ok, name: 'password', type: 'password', autocomplete: 'current-password', inputMode: '' };
    expect(fields().slice(1).map(describeField)).to.deep.equal([password]);
    expect(document.querySelector<HTMLInputElement>('input[autocomplete="username"]')!.value).to.equal('ada');
    await pressInDialog(dialog, 'Use another way');
    await pressInDialog(dialog, 'With a code by email to ada@example.com');
    expect(fields().slice(1).map(describeField)).to.deep.equal([code]);
    press(dialog, 'Cancel');
  });

  it('let the page’s styles win', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ':is(.logto-form, .logto-dialog) input { border-radius: 3px; padding-left: 41px } button { text-transform: uppercase }',
    );
    document.adoptedStyleSheets.push(sheet);
    try {
      const { provider } = await openPage(all, { withDialog: true });
      const tag = provider.querySelector('logto-password')!;
      const form = await openForm(tag);
      const look = (element: Element) => getComputedStyle(element);
      const isOurs = [
        look(labelled(form, 'New password')).borderRadius,
        look(labelled(form, 'New password')).paddingLeft,
      ];
      expect(isOurs).to.deep.equal(['3px', '41px']);
      expect(look(form.querySelector('button')!).textTransform).to.equal('uppercase');
      enter(form, 'New password', 'Teal-Kettle!48');
      press(tag, 'Save');
      const dialog = await theDialog();
      expect(look(labelled(dialog, 'Password')).borderRadius).to.equal('3px');
      press(dialog, 'Cancel');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    }
  });

  it('have default styles without any from the page', async () => {
    const { provider } = await openPage(all);
    const input = labelled(await openForm(provider.querySelector('logto-username')!), 'Username');
    expect(getComputedStyle(input).borderRadius).not.to.equal('0px');
    expect(getComputedStyle(input).fontFamily).to.equal(getComputedStyle(document.body).fontFamily);
  });

  it('add no style element and no style attribute', async () => {
    const { provider } = await openPage(all, { withDialog: true });
    const styles = document.querySelectorAll('style').length;
    for (const name of names) await openForm(provider.querySelector(name)!);
    const email = provider.querySelector('logto-email')!;
    enter(email, 'New email address', 'ada@new.example');
    press(email, 'Continue');
    const dialog = await theDialog();
    const found = [provider, ...names.map((name) => provider.querySelector(name)!)].flatMap((element) => [
      ...element.querySelectorAll('[style], style'),
      ...(element.shadowRoot?.querySelectorAll('[style], style') ?? []),
    ]);
    expect(found).to.deep.equal([]);
    expect(document.querySelectorAll('style').length).to.equal(styles);
    press(dialog, 'Cancel');
  });

  it('have unique ids, even with several elements of a kind', async () => {
    const logto = aTenant();
    const at = anEndpoint();
    const pages = [await openPage(html`${all}${all}`, { logto, at }), await openPage(all, { logto, at })];
    for (const { provider } of pages)
      for (const name of names) for (const tag of provider.querySelectorAll(name)) await openForm(tag);
    expect(fields()).to.have.lengthOf(12);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id) => id.startsWith('logto-'));
    expect(new Set(ids).size).to.equal(ids.length);
    for (const field of fields()) {
      expect(field.labels).to.have.lengthOf(1);
      expect(field.closest('.logto-form')!.contains(field.labels![0]!)).to.equal(true);
    }
  });

  it('appear in the element, also within a shadow root of the page', async () => {
    const { provider } = await openPage(all);
    const outer = put(document.createElement('div'));
    outer.attachShadow({ mode: 'open' }).append(provider);
    const tag = provider.querySelector('logto-username')!;
    tag.shadowRoot!.querySelector<HTMLElement>('[part~="edit"]')!.click();
    await waitUntil(() => isOpen(tag), 'The form did not open.');
    const input = tag.querySelector('input')!;
    expect(input.checkVisibility()).to.equal(true);
    expect(getComputedStyle(input).borderRadius).not.to.equal('0px');
  });

  it('close with Escape, like those of the profile', async () => {
    const { provider } = await openPage(all);
    const tag = provider.querySelector('logto-username')!;
    const form = await openForm(tag);
    labelled(form, 'Username').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await tag.updateComplete;
    expect(tag.querySelector('form')).to.equal(null);
  });
});
