import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';

import { elementLoaders } from '../../components/element-loaders.js';
import type { FakeLogto } from '../fake-logto/fake-logto.js';
import { stayHere } from '../helpers/stay-here.js';
import { part, parts, textOf } from '../helpers/read.js';
import {
  answerWith,
  aTenant,
  enter,
  isOpen,
  openPage,
  openTag,
  whenIdle,
  type CredentialOptions,
} from './credential-page.js';
import { anEndpointHere } from './passkeys-page.js';

type Openable = HTMLElement & { open(task?: string): Promise<boolean> };
type Name = keyof typeof elementLoaders;

/** Any element that has `open()`, in a provider. */
async function put(name: Name, { has = {}, ...options }: CredentialOptions & { has?: Record<string, string> } = {}) {
  await elementLoaders[name]();
  const tag = document.createElement(name) as unknown as Openable;
  for (const [attribute, value] of Object.entries(has)) tag.setAttribute(attribute, value);
  const page = await openPage(tag as unknown as TemplateResult, { at: anEndpointHere(), ...options });
  if (!options.stillLoading) await whenIdle(tag);
  return { ...page, tag };
}

/** The label of the row that is open; `''` where none is. */
function openRowOf(tag: Element): string {
  const row = parts(tag, 'row').find((each) => each.querySelector('[part~="form"]'));
  return row ? textOf(row.querySelector('[part~="label"]')!) : '';
}

const focusedIn = (tag: Element) => tag.shadowRoot?.activeElement?.ariaLabel ?? '';

/** Holds back the account. */
function holdAccount(logto: FakeLogto): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  answerWith(logto, /^GET .*my-account$/, () => held.then(() => undefined));
  return release;
}

describe('open() of an element with several forms', () => {
  for (const [name, task, label] of [
    ['logto-mfa', 'totp', 'Authenticator app'],
    ['logto-profile', 'nickname', 'Nickname'],
    ['logto-profile', 'address', 'Address'],
    ['logto-profile', undefined, 'Picture'],
    ['logto-mfa', undefined, 'Authenticator app'],
  ] as const)
    it(`opens ${label} of <${name}> for ${task ?? 'no name'}`, async () => {
      const { tag } = await put(name);
      expect(await tag.open(task)).to.equal(true);
      expect(openRowOf(tag)).to.equal(label);
    });

  for (const name of ['logto-mfa', 'logto-profile', 'logto-social-links'] as const)
    it(`opens nothing in <${name}> for an unknown task name`, async () => {
      const { tag } = await put(name);
      for (const task of ['nothing', '', 'constructor', '"] *']) expect(await tag.open(task), task).to.equal(false);
      expect([openRowOf(tag), focusedIn(tag)]).to.deep.equal(['', '']);
    });

  it('keeps another row open if it has unsaved input', async () => {
    const { tag } = await put('logto-profile');
    await tag.open('nickname');
    enter(tag, 'Nickname', 'Countess');
    expect(await tag.open('website')).to.equal(false);
    expect(openRowOf(tag)).to.equal('Nickname');
  });
});

describe('open() of a task that leaves the page', () => {
  it('focuses the button to link an account, and does not leave for the provider', async () => {
    const addresses = stayHere();
    const { tag, sent } = await put('logto-social-links');
    expect(await tag.open('google')).to.equal(true);
    expect([focusedIn(tag), addresses, sent]).to.deep.equal(['Link Google', [], []]);
  });

  it('focuses the button to add a passkey, and does not leave for Logto’s page', async () => {
    const addresses = stayHere();
    const { tag } = await put('logto-passkeys', { has: { mode: 'hosted' } });
    expect(await tag.open()).to.equal(true);
    expect([focusedIn(tag), addresses]).to.deep.equal(['Add a passkey', []]);
  });
});

describe('open() of any element', () => {
  for (const field of ['ReadOnly', 'Off'] as const)
    it(`opens nothing and sends no request if the field is ${field}`, async () => {
      const { tag, sent } = await openTag('logto-password', { fields: { password: field } });
      expect(await tag.open()).to.equal(false);
      expect([isOpen(tag), sent]).to.deep.equal([false, []]);
    });

  for (const name of ['logto-username', 'logto-profile', 'logto-mfa', 'logto-passkeys', 'logto-social-links'] as const)
    it(`opens nothing in a <${name}> that is readonly`, async () => {
      const { tag } = await put(name, { has: { readonly: '' } });
      expect(await tag.open()).to.equal(false);
      expect([openRowOf(tag), focusedIn(tag)]).to.deep.equal(['', '']);
    });

  it('waits for the account to load', async () => {
    const logto = aTenant();
    const release = holdAccount(logto);
    const { tag } = await openTag('logto-email', { logto, stillLoading: true });
    const opened = tag.open();
    expect(isOpen(tag)).to.equal(false);
    release();
    expect(await opened).to.equal(true);
    expect(isOpen(tag)).to.equal(true);
  });

  it('opens nothing in an element that was removed from the page meanwhile', async () => {
    const logto = aTenant();
    const release = holdAccount(logto);
    const { tag } = await openTag('logto-email', { logto, stillLoading: true });
    const opened = tag.open();
    tag.remove();
    expect([await opened, await tag.open()]).to.deep.equal([false, false]);
    release();
  });

  it('opens nothing while no one is signed in', async () => {
    const { tag } = await openTag('logto-email', { signedOut: true });
    expect(await tag.open()).to.equal(false);
  });

  it('opens nothing in an element that is not visible', async () => {
    const { provider } = await openPage(html`<div hidden><logto-username></logto-username></div>`);
    const tag = provider.querySelector('logto-username')!;
    expect(await tag.open()).to.equal(false);
    expect(isOpen(tag)).to.equal(false);
  });

  it('keeps the input of a form that is already open, and focuses it', async () => {
    const { tag } = await openTag('logto-username');
    await tag.open();
    enter(tag, 'Username', 'countess');
    part(tag, 'list').focus();
    expect(await tag.open()).to.equal(true);
    expect((document.activeElement as HTMLInputElement).value).to.equal('countess');
  });

  it('opens nothing if the user cancels step-up verification', async () => {
    await elementLoaders['logto-sessions']();
    const tag = document.createElement('logto-sessions');
    const { provider } = await openPage(tag as unknown as TemplateResult, { withDialog: true });
    provider.addEventListener('logto-verification-required', (event) => {
      event.preventDefault();
      event.attempt.cancel();
    });
    expect(await tag.open()).to.equal(false);
    expect(parts(tag, 'show')).to.have.lengthOf(1);
  });
});
