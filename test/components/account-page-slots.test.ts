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
  whenAccountIdle,
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

describe('an element that the page has slotted into <logto-account>', () => {
  it('replaces the built-in element, with its own attributes', async () => {
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

  it('accepts any custom element in the slot', async () => {
    beAt('#security');
    const { tag } = await openAccount({ ...small, inside: '<div slot="logto-mfa">Ask the help desk.</div>' });
    expect(visibleTagsOf(tag)).to.deep.equal(['password', 'div', 'passkeys']);
    expect(textOf(tag)).to.contain('Ask the help desk.');
    expect(tagsOf(tag)).not.to.include('mfa');
  });

  it('is shown even if the tenant has turned the feature off', async () => {
    const { tag } = await openAccount({
      fields: only({ name: 'Edit' }),
      deleteAccountUrl: null,
      inside: '<div slot="logto-mfa">Ask the help desk.</div>',
    });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security']);
    await follow(tag, 'Security');
    expect(visibleTagsOf(tag)).to.deep.equal(['div']);
  });

  it('replaces the built-in element when it is added later, and gives the place back when removed', async () => {
    beAt('#security');
    const { tag } = await openAccount(small);
    const other = anElement('Ask the help desk.', { slot: 'logto-mfa' });
    tag.append(other);
    await whenAccountIdle(tag);
    expect(visibleTagsOf(tag)).to.deep.equal(['password', 'div', 'passkeys']);
    expect(tagsOf(tag)).not.to.include('mfa');
    other.remove();
    await whenAccountIdle(tag);
    expect(visibleTagsOf(tag)).to.deep.equal(['password', 'mfa', 'passkeys']);
  });

  it('is not made read-only by the account page', async () => {
    beAt('#security');
    const { tag } = await openAccount({
      ...small,
      has: { readonly: '' },
      inside: '<logto-passkeys slot="logto-passkeys"></logto-passkeys>',
    });
    const isReadonly = (name: 'logto-mfa' | 'logto-passkeys') => tagIn(tag, name).hasAttribute('readonly');
    expect([isReadonly('logto-mfa'), isReadonly('logto-passkeys')]).to.deep.equal([true, false]);
  });

  it('can delete accounts without the tenant’s deletion URL', async () => {
    beAt('#security');
    const { tag } = await openAccount({
      ...small,
      inside: '<logto-delete-account slot="logto-delete-account" handled></logto-delete-account>',
    });
    expect(visibleTagsOf(tag).at(-1)).to.equal('delete-account');
  });

  it('can replace the sign-in button', async () => {
    const { tag } = await openAccount({ ...small, inside: '<p slot="logto-sign-in">Hello Ada</p>' });
    expect(tag.querySelector('logto-sign-in') === null).to.equal(true);
    expect(textOf(tag)).to.match(/^Hello Ada/);
  });
});

describe('content that the page adds to <logto-account>', () => {
  it('shows the page’s heading at the top in every state', async () => {
    const { tag } = await openAccount({ signedOut: true, inside: '<h1 slot="heading">Your account</h1>' });
    expect(textOf(tag)).to.equal('Your account Sign in to see this part of your account.');
    expect(byRole(tag, 'heading').localName).to.equal('h1');
  });

  it('appears below the elements of its section, and only there', async () => {
    const { tag } = await openAccount({ ...small, inside: '<p slot="security">Call us when you lose your phone.</p>' });
    const more = tag.querySelector('p')!;
    expect(more.checkVisibility()).to.equal(false);
    await follow(tag, 'Security');
    expect(visibleTagsOf(tag)).to.deep.equal(['password', 'mfa', 'passkeys', 'p']);
    await follow(tag, 'Profile');
    expect(more.checkVisibility()).to.equal(false);
  });

  it('makes a section appear that would be empty otherwise', async () => {
    const { tag } = await openAccount({
      fields: only({ name: 'Edit' }),
      deleteAccountUrl: null,
      inside: '<p slot="security">Call us when you lose your phone.</p>',
    });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security']);
    await follow(tag, 'Security');
    expect(visibleTagsOf(tag)).to.deep.equal(['p']);
  });

  it('can be a section with its own link, which comes last', async () => {
    const { tag } = await openAccount({ ...small, inside: '<div slot="billing" aria-label="Billing">Invoices</div>' });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Billing']);
    expect(linkOf(tag, 'Billing').hash).to.equal('#billing');
    await follow(tag, 'Billing');
    // It is a landmark by itself, and not within another one of the same name.
    expect([currentOf(tag), regionsOf(tag), address()]).to.deep.equal(['Billing', [], '/#billing']);
    expect(visibleTagsOf(tag)).to.deep.equal(['div']);
    await expect(tag).to.be.accessible();
  });

  it('opens the page’s section if the address names it', async () => {
    beAt('#billing');
    const { tag } = await openAccount({ ...small, inside: '<div slot="billing" aria-label="Billing">Invoices</div>' });
    expect([currentOf(tag), visibleTagsOf(tag)]).to.deep.equal(['Billing', ['div']]);
  });

  it('can be added and removed while the page is open', async () => {
    const { tag } = await openAccount(small);
    const billing = anElement('Invoices', { slot: 'billing', 'aria-label': 'Billing' });
    tag.append(billing);
    await whenAccountIdle(tag);
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Billing']);
    await follow(tag, 'Billing');
    billing.remove();
    await whenAccountIdle(tag);
    expect([linksOf(tag), currentOf(tag)]).to.deep.equal([['Profile', 'Security'], 'Profile']);
    expect(visibleTagsOf(tag)).to.deep.equal(['profile']);
  });

  it('takes the section’s name from the label of any of its elements', async () => {
    const { tag } = await openAccount({
      ...small,
      inside: '<p slot="billing">One</p><p slot="billing" aria-label="Bills">Two</p>',
    });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Bills']);
    tag.append(anElement('Goods', { slot: 'shop' }));
    await whenAccountIdle(tag);
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Bills', 'shop']);
  });

  it('renames the section when its label changes', async () => {
    const { tag } = await openAccount({ ...small, inside: '<div slot="billing" aria-label="Billing">Invoices</div>' });
    tag.querySelector('div')!.setAttribute('aria-label', 'Rechnungen');
    await whenAccountIdle(tag);
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Rechnungen']);
  });

  it('supports section names that are encoded in addresses', async () => {
    const { tag } = await openAccount({ ...small, inside: '<div slot="Käufe" aria-label="Käufe">Invoices</div>' });
    await follow(tag, 'Käufe');
    expect(currentOf(tag)).to.equal('Käufe');
  });

  it('is all that is shown if the tenant has turned everything off', async () => {
    const { tag } = await openAccount({
      fields: only(),
      deleteAccountUrl: null,
      inside: '<div slot="billing" aria-label="Billing">Invoices</div>',
    });
    expect([statesOf(tag), linksOf(tag), regionsOf(tag)]).to.deep.equal([[], [], []]);
    expect(tag.querySelector('[slot="billing"]')!.checkVisibility()).to.equal(true);
  });

  it('is hidden from signed-out users', async () => {
    const { tag } = await openAccount({
      signedOut: true,
      inside: '<div slot="billing" aria-label="Billing">Invoices</div>',
    });
    expect(textOf(tag)).not.to.contain('Invoices');
  });

  it('ignores content without a slot attribute', async () => {
    const { tag } = await openAccount({ ...small, inside: '<p>Nowhere</p>' });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security']);
    expect(textOf(tag)).not.to.contain('Nowhere');
  });
});

describe('the sections attribute of <logto-account>', () => {
  const three = { ...small, inside: '<div slot="billing" aria-label="Billing">Invoices</div>' };

  it('sets the order of the sections, including the page’s', async () => {
    const { tag } = await openAccount({ ...three, has: { sections: 'security billing profile' } });
    expect(linksOf(tag)).to.deep.equal(['Security', 'Billing', 'Profile']);
    expect([currentOf(tag), tagsOf(tag)]).to.deep.equal(['Security', ['div', 'password', 'mfa', 'passkeys']]);
  });

  it('limits the account to the named sections', async () => {
    beAt('#profile');
    const { tag } = await openAccount({ ...three, has: { sections: ' billing   security ' } });
    expect([linksOf(tag), currentOf(tag)]).to.deep.equal([['Billing', 'Security'], 'Billing']);
  });

  it('ignores duplicate and unknown names', async () => {
    const { tag } = await openAccount({
      ...three,
      has: { sections: 'profile shop profile logto-mfa heading security' },
    });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security']);
  });

  it('can change while the page is open', async () => {
    const { tag } = await openAccount(three);
    tag.sections = 'billing security';
    await whenAccountIdle(tag);
    expect([linksOf(tag), currentOf(tag), tagsOf(tag)]).to.deep.equal([['Billing', 'Security'], 'Billing', ['div']]);
  });

  it('sets the order without routing, too', async () => {
    const { tag } = await openAccount({ ...three, has: { sections: 'security profile', routing: 'off' } });
    expect(namesOf(tag, 'region')).to.include.ordered.members(['Security', 'Profile']);
    expect(topOf(tagIn(tag, 'logto-password')) < topOf(tagIn(tag, 'logto-profile'))).to.equal(true);
  });
});
