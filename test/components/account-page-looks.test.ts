import { expect } from '@open-wc/testing';

import { whenRendered } from '../helpers/mount.js';
import { allByRole, namesOf, part, parts, textOf } from '../helpers/read.js';
import {
  beAt,
  follow,
  linksOf,
  only,
  openAccount,
  whenAccountIdle,
  tagIn,
  topOf,
  visibleTagsOf,
  type AccountOptions,
} from './account-page.js';
import { openForm } from './credential-page.js';

const everything = { fields: { trustedDevice: 'Edit' }, devFeatures: true } as const;

/** In the section with the ways to sign in. */
function openSecurity(options?: AccountOptions) {
  beAt('#security');
  return openAccount(options);
}

const boxOf = (element: Element) => element.getBoundingClientRect();

describe('accessibility and links of <logto-account>', () => {
  for (const section of ['Profile', 'Security', 'Devices and apps'])
    it(`a section is accessible: ${section}`, async () => {
      const { tag } = await openAccount({ ...everything, inside: '<h1 slot="heading">Your account</h1>' });
      await follow(tag, section);
      await expect(tag).to.be.accessible();
    });

  it('is accessible while a form is open', async () => {
    const { tag } = await openSecurity(everything);
    await openForm(tagIn(tag, 'logto-username'));
    await expect(tag).to.be.accessible();
  });

  it('gives each landmark a unique name', async () => {
    const { tag } = await openAccount({ ...everything, has: { routing: 'off' } });
    const names = ['navigation', 'region'].flatMap((role) => allByRole(tag, role)).map(({ ariaLabel }) => ariaLabel);
    expect(names.every(Boolean)).to.equal(true);
    expect(new Set(names).size).to.equal(names.length);
    expect(names).to.include.members(['Profile', 'Security', 'Devices and apps']);
  });

  for (const width of ['60rem', '20rem'])
    it(`has links that are large enough to hit: ${width} wide`, async () => {
      const { tag } = await openAccount(everything);
      tag.style.width = width;
      for (const link of parts(tag, 'link')) {
        const { width: inline, height } = boxOf(link);
        expect(Math.min(inline, height), textOf(link)).to.be.at.least(24);
      }
    });

  it('keeps links at least 24 pixels high at the lowest density', async () => {
    const { tag } = await openAccount(everything);
    tag.style.setProperty('--logto-density', '0.4');
    for (const link of parts(tag, 'link')) expect(boxOf(link).height).to.be.at.least(24);
  });
});

describe('the navigation of <logto-account>', () => {
  const places = (tag: Element) => [boxOf(part(tag, 'navigation')), boxOf(parts(tag, 'section')[0]!)] as const;

  it('is beside the sections if there is enough room', async () => {
    const { tag } = await openAccount();
    tag.style.width = '60rem';
    const [navigation, section] = places(tag);
    expect([navigation.right < section.left, Math.abs(navigation.top - section.top) < 1]).to.deep.equal([true, true]);
  });

  it('is on the right in a right-to-left page', async () => {
    const { tag } = await openAccount({ has: { dir: 'rtl', lang: 'ar' } });
    tag.style.width = '60rem';
    await whenAccountIdle(tag);
    const [navigation, section] = places(tag);
    expect(navigation.left > section.right).to.equal(true);
    const link = part(tag, 'link');
    expect(parseFloat(getComputedStyle(link).borderRightWidth)).to.be.greaterThan(0);
    expect(parseFloat(getComputedStyle(link).borderLeftWidth)).to.equal(0);
  });

  for (const width of ['40rem', '20rem'])
    it(`is above the sections, in a single column, when the element is narrow: ${width}`, async () => {
      const { tag } = await openAccount();
      tag.style.width = width;
      const [navigation, section] = places(tag);
      expect(navigation.bottom <= section.top).to.equal(true);
      expect([navigation.left, section.left].map(Math.round)).to.deep.equal([boxOf(tag).left, boxOf(tag).left]);
      expect(Math.round(section.width)).to.equal(Math.round(boxOf(tag).width));
    });

  it('overflows neither on the smallest screens nor with long words', async () => {
    const { tag } = await openAccount({ ...everything, has: { lang: 'de' } });
    tag.style.width = '256px';
    for (const name of [0, 1, 2]) {
      await follow(tag, linksOf(tag)[name]!);
      expect(tag.scrollWidth, `section ${name}`).to.be.at.most(256);
    }
  });

  it('looks the same in every section', async () => {
    const { tag } = await openAccount();
    tag.style.width = '60rem';
    const [before] = places(tag);
    await follow(tag, 'Devices and apps');
    const [after] = places(tag);
    expect([after.left, after.top, after.width]).to.deep.equal([before.left, before.top, before.width]);
  });

  it('is left out if there is only one section, which then gets the full width', async () => {
    beAt('#security');
    const { tag } = await openAccount({ has: { sections: 'security' } });
    tag.style.width = '60rem';
    await whenRendered(tag);
    expect(parts(tag, 'navigation')).to.have.lengthOf(0);
    const [section] = parts(tag, 'section');
    expect(Math.round(boxOf(section!).width)).to.equal(Math.round(boxOf(tag).width));
  });

  it('leaves no gap between the rows of one section, and separates its lists', async () => {
    const { tag } = await openSecurity();
    const gaps = visibleTagsOf(tag)
      .map((name) => boxOf(tag.querySelector(`logto-${name}`)!))
      .map(({ top }, index, all) => (index === 0 ? undefined : Math.round(top - all[index - 1]!.bottom)));
    expect(gaps.slice(1, 4)).to.deep.equal([0, 0, 0]);
    const [mfa, passkeys] = ['logto-mfa', 'logto-passkeys'].map((name) => boxOf(tag.querySelector(name)!));
    expect(passkeys!.top - mfa!.bottom).to.be.greaterThan(24);
  });
});

describe('the header of <logto-account>', () => {
  it('shows the initial, name and address of the user once', async () => {
    const { tag } = await openAccount();
    expect(['avatar', 'name', 'address'].map((name) => textOf(part(tag, name)))).to.deep.equal([
      'A',
      'Ada Lovelace',
      'ada@example.com',
    ]);
    const value = part(tagIn(tag, 'logto-sign-in'), 'value');
    expect(getComputedStyle(value).clipPath).to.equal('inset(50%)');
  });

  it('updates when the user’s name changes', async () => {
    const { tag, provider, logto } = await openAccount();
    logto.tenant.users[0]!.name = 'Countess';
    await provider.refresh();
    await whenAccountIdle(tag);
    expect(textOf(part(tag, 'name'))).to.equal('Countess');
  });

  it('shows the address if there is no name, and loads no picture from an unsafe URL', async () => {
    const user = { name: null, username: null, primaryEmail: null, avatar: 'javascript:alert(1)' };
    const { tag } = await openAccount({ user });
    expect(textOf(part(tag, 'name'))).to.equal('+1 202 555 0123');
    expect(parts(tag, 'address')).to.deep.equal([]);
    expect(part(tag, 'avatar').querySelector('img')).to.equal(null);
  });
});

describe('the icons of <logto-account>', () => {
  it('appear beside the section names and are hidden from screen readers', async () => {
    const { tag } = await openAccount({ inside: '<p slot="billing" aria-label="Billing">Free</p>' });
    const icons = parts(tag, 'link').map((link) => link.querySelector('[part="icon"]')?.getAttribute('aria-hidden'));
    expect(icons).to.deep.equal(['true', 'true', 'true', undefined]);
  });
});

describe('the card of <logto-account>', () => {
  it('puts the ways to sign in into one box, with lines between them', async () => {
    const { tag } = await openSecurity();
    const rows = (['username', 'email', 'phone', 'password'] as const).map((name) => tagIn(tag, `logto-${name}`));
    expect(parts(tag, 'card').filter((card) => card.checkVisibility())).to.have.lengthOf(1);
    for (const [index, row] of rows.slice(1).entries()) expect(boxOf(rows[index]!).bottom).to.equal(boxOf(row).top);
    const lines = rows.map((row) => getComputedStyle(row).borderTopWidth);
    expect(lines).to.deep.equal(['0px', '1px', '1px', '1px']);
    for (const row of rows) expect(getComputedStyle(part(row, 'list')).borderTopWidth).to.equal('0px');
  });

  it('is a group with one heading, below what protects the account and above the second steps', async () => {
    const { tag } = await openSecurity();
    expect(namesOf(tag, 'group')).to.include('Ways to sign in');
    const heading = part(tag, 'heading');
    expect([heading.localName, textOf(heading)]).to.deep.equal(['h2', 'Ways to sign in']);
    const tops = [part(tag, 'summary'), heading, part(tag, 'card'), tagIn(tag, 'logto-mfa')].map(topOf);
    expect(tops).to.deep.equal([...tops].sort((one, other) => one - other));
    await expect(tag).to.be.accessible();
  });

  it('draws a line only between elements that are shown', async () => {
    const { tag } = await openSecurity({ fields: { username: 'Off' } });
    expect(getComputedStyle(tagIn(tag, 'logto-email')).borderTopWidth).to.equal('0px');
  });

  it('is not there, and its heading neither, where the tenant shows no way to sign in', async () => {
    const { tag } = await openSecurity({ fields: only({ mfa: 'Edit', name: 'Edit' }) });
    expect([parts(tag, 'card'), textOf(tag).includes('Ways to sign in')]).to.deep.equal([[], false]);
  });
});
