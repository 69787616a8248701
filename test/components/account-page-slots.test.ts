import { expect } from '@open-wc/testing';

import { byRole, namesOf, textOf } from '../helpers/read.js';
import {
  address,
  beAt,
  currentOf,
  follow,
  linkOf,
  linksOf,
  only,
  openAccount,
  quiet,
  regionsOf,
  statesOf,
  tagIn,
  tagsOf,
  topOf,
  visibleTagsOf,
} from './account-page.js';

const small = {
  fields: only({ name: 'Edit', password: 'Edit', mfa: 'Edit', passkey: 'Edit' }),
  deleteAccountUrl: null,
};

/** An element of the page's own. */
function anElement(words: string, attributes: Record<string, string>) {
  const element = document.createElement('div');
  element.textContent = words;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

describe('a tag that the page has put into <logto-account> itself', () => {
  it('stands in the place of the one that would be there, with its own attributes', async () => {
    beAt('#security');
    const { tag } = await openAccount({
      ...small,
      inside: '<logto-passkeys slot="logto-passkeys" mode="hosted"></logto-passkeys>',
    });
    expect(visibleTagsOf(tag)).to.deep.equal(['password', 'mfa', 'passkeys']);
    expect(tag.querySelectorAll('logto-passkeys')).to.have.lengthOf(1);
    expect(tagIn(tag, 'logto-passkeys').mode).to.equal('hosted');
    expect(textOf(tag)).to.contain('Passkeys are added on the sign-in page.');
  });

  it('may be any element', async () => {
    beAt('#security');
    const { tag } = await openAccount({ ...small, inside: '<div slot="logto-mfa">Ask the help desk.</div>' });
    expect(visibleTagsOf(tag)).to.deep.equal(['password', 'div', 'passkeys']);
    expect(textOf(tag)).to.contain('Ask the help desk.');
    expect(tagsOf(tag)).not.to.include('mfa');
  });

  it('is there although the tenant has switched off what it stands for', async () => {
    const { tag } = await openAccount({
      fields: only({ name: 'Edit' }),
      deleteAccountUrl: null,
      inside: '<div slot="logto-mfa">Ask the help desk.</div>',
    });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security']);
    await follow(tag, 'Security');
    expect(visibleTagsOf(tag)).to.deep.equal(['div']);
  });

  it('takes the place of one that is there when it comes later, and gives it back', async () => {
    beAt('#security');
    const { tag } = await openAccount(small);
    const other = anElement('Ask the help desk.', { slot: 'logto-mfa' });
    tag.append(other);
    await quiet(tag);
    expect(visibleTagsOf(tag)).to.deep.equal(['password', 'div', 'passkeys']);
    expect(tagsOf(tag)).not.to.include('mfa');
    other.remove();
    await quiet(tag);
    expect(visibleTagsOf(tag)).to.deep.equal(['password', 'mfa', 'passkeys']);
  });

  it('has no readonly of ours', async () => {
    beAt('#security');
    const { tag } = await openAccount({
      ...small,
      has: { readonly: '' },
      inside: '<logto-passkeys slot="logto-passkeys"></logto-passkeys>',
    });
    const isReadonly = (name: 'logto-mfa' | 'logto-passkeys') => tagIn(tag, name).hasAttribute('readonly');
    expect([isReadonly('logto-mfa'), isReadonly('logto-passkeys')]).to.deep.equal([true, false]);
  });

  it('can delete accounts without an address of the tenant', async () => {
    beAt('#security');
    const { tag } = await openAccount({
      ...small,
      inside: '<logto-delete-account slot="logto-delete-account" handled></logto-delete-account>',
    });
    expect(visibleTagsOf(tag).at(-1)).to.equal('delete-account');
  });

  it('stands for the button to sign in, too', async () => {
    const { tag } = await openAccount({ ...small, inside: '<p slot="logto-sign-in">Hello Ada</p>' });
    expect(tag.querySelector('logto-sign-in') === null).to.equal(true);
    expect(textOf(tag)).to.match(/^Hello Ada/);
  });
});

describe('what the page adds to <logto-account>', () => {
  it('has its heading above everything, in every state', async () => {
    const { tag } = await openAccount({ signedOut: true, inside: '<h1 slot="heading">Your account</h1>' });
    expect(textOf(tag)).to.equal('Your account Sign in to see this part of your account.');
    expect(byRole(tag, 'heading').localName).to.equal('h1');
  });

  it('stands below the tags of a section, and only there', async () => {
    const { tag } = await openAccount({ ...small, inside: '<p slot="security">Call us when you lose your phone.</p>' });
    const more = tag.querySelector('p')!;
    expect(more.checkVisibility()).to.equal(false);
    await follow(tag, 'Security');
    expect(visibleTagsOf(tag)).to.deep.equal(['password', 'mfa', 'passkeys', 'p']);
    await follow(tag, 'Profile');
    expect(more.checkVisibility()).to.equal(false);
  });

  it('makes a section that would have nothing else', async () => {
    const { tag } = await openAccount({
      fields: only({ name: 'Edit' }),
      deleteAccountUrl: null,
      inside: '<p slot="security">Call us when you lose your phone.</p>',
    });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security']);
    await follow(tag, 'Security');
    expect(visibleTagsOf(tag)).to.deep.equal(['p']);
  });

  it('can be a section of its own, the last one, with a link', async () => {
    const { tag } = await openAccount({ ...small, inside: '<div slot="billing" aria-label="Billing">Invoices</div>' });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Billing']);
    expect(linkOf(tag, 'Billing').hash).to.equal('#billing');
    await follow(tag, 'Billing');
    // It is a landmark by itself, and not within another one of the same name.
    expect([currentOf(tag), regionsOf(tag), address()]).to.deep.equal(['Billing', [], '/#billing']);
    expect(visibleTagsOf(tag)).to.deep.equal(['div']);
    await expect(tag).to.be.accessible();
  });

  it('is opened where the address says so', async () => {
    beAt('#billing');
    const { tag } = await openAccount({ ...small, inside: '<div slot="billing" aria-label="Billing">Invoices</div>' });
    expect([currentOf(tag), visibleTagsOf(tag)]).to.deep.equal(['Billing', ['div']]);
  });

  it('comes and goes while the page is open', async () => {
    const { tag } = await openAccount(small);
    const billing = anElement('Invoices', { slot: 'billing', 'aria-label': 'Billing' });
    tag.append(billing);
    await quiet(tag);
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Billing']);
    await follow(tag, 'Billing');
    billing.remove();
    await quiet(tag);
    expect([linksOf(tag), currentOf(tag)]).to.deep.equal([['Profile', 'Security'], 'Profile']);
    expect(visibleTagsOf(tag)).to.deep.equal(['profile']);
  });

  it('is called like its label, also when that changes with the next one that comes', async () => {
    const { tag } = await openAccount({
      ...small,
      inside: '<p slot="billing">One</p><p slot="billing" aria-label="Bills">Two</p>',
    });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Bills']);
    tag.append(anElement('Goods', { slot: 'shop' }));
    await quiet(tag);
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Bills', 'shop']);
  });

  it('is called differently as soon as its label changes', async () => {
    const { tag } = await openAccount({ ...small, inside: '<div slot="billing" aria-label="Billing">Invoices</div>' });
    tag.querySelector('div')!.setAttribute('aria-label', 'Rechnungen');
    await quiet(tag);
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Rechnungen']);
  });

  it('may have a name that stands encoded in addresses', async () => {
    const { tag } = await openAccount({ ...small, inside: '<div slot="Käufe" aria-label="Käufe">Invoices</div>' });
    await follow(tag, 'Käufe');
    expect(currentOf(tag)).to.equal('Käufe');
  });

  it('is all that there is where the tenant has switched everything off', async () => {
    const { tag } = await openAccount({
      fields: only(),
      deleteAccountUrl: null,
      inside: '<div slot="billing" aria-label="Billing">Invoices</div>',
    });
    expect([statesOf(tag), linksOf(tag), regionsOf(tag)]).to.deep.equal([[], [], []]);
    expect(tag.querySelector('[slot="billing"]')!.checkVisibility()).to.equal(true);
  });

  it('is not shown to who is not signed in', async () => {
    const { tag } = await openAccount({
      signedOut: true,
      inside: '<div slot="billing" aria-label="Billing">Invoices</div>',
    });
    expect(textOf(tag)).not.to.contain('Invoices');
  });

  it('is never read as a section without a slot', async () => {
    const { tag } = await openAccount({ ...small, inside: '<p>Nowhere</p>' });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security']);
    expect(textOf(tag)).not.to.contain('Nowhere');
  });
});

describe('the sections that the page chooses', () => {
  const three = { ...small, inside: '<div slot="billing" aria-label="Billing">Invoices</div>' };

  it('come in its order, its own among them', async () => {
    const { tag } = await openAccount({ ...three, has: { sections: 'security billing profile' } });
    expect(linksOf(tag)).to.deep.equal(['Security', 'Billing', 'Profile']);
    expect([currentOf(tag), tagsOf(tag)]).to.deep.equal(['Security', ['div', 'password', 'mfa', 'passkeys']]);
  });

  it('are all that there is', async () => {
    beAt('#profile');
    const { tag } = await openAccount({ ...three, has: { sections: ' billing   security ' } });
    expect([linksOf(tag), currentOf(tag)]).to.deep.equal([['Billing', 'Security'], 'Billing']);
  });

  it('may be named twice, or not exist', async () => {
    const { tag } = await openAccount({
      ...three,
      has: { sections: 'profile shop profile logto-mfa heading security' },
    });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security']);
  });

  it('change while the page is open', async () => {
    const { tag } = await openAccount(three);
    tag.sections = 'billing security';
    await quiet(tag);
    expect([linksOf(tag), currentOf(tag), tagsOf(tag)]).to.deep.equal([['Billing', 'Security'], 'Billing', ['div']]);
  });

  it('stand in their order also without routing', async () => {
    const { tag } = await openAccount({ ...three, has: { sections: 'security profile', routing: 'off' } });
    expect(namesOf(tag, 'region')).to.include.ordered.members(['Security', 'Profile']);
    expect(topOf(tagIn(tag, 'logto-password')) < topOf(tagIn(tag, 'logto-profile'))).to.equal(true);
  });
});
