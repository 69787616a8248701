import { expect } from '@open-wc/testing';

import { FakeLogto } from '../fake-logto/fake-logto.js';
import { namesOf, parts, textOf } from '../helpers/read.js';
import { aField, change, edit, enter, inputIn, labelsOf, openProfile, save, valueOf } from './profile-page.js';

const markup = '<img src=x onerror="window.hacked = 1"><b>bold</b>';

describe('hostile server data in <logto-profile>', () => {
  it('is rendered as text, whatever it looks like', async () => {
    const options = [{ value: markup, label: markup }];
    const catalogue = [
      aField('plain', 'Text', { placeholder: markup }, { label: markup, description: markup }),
      aField(markup, 'Select', { options }, { label: 'A choice' }),
    ];
    const user = { name: markup, customData: { plain: markup, [markup]: markup } };
    const { tag } = await openProfile({ catalogue, user });
    expect(labelsOf(tag)).to.deep.equal(['Picture', 'Name', markup, 'A choice']);
    expect(valueOf(tag, 'A choice')).to.equal(markup);
    const row = await change(tag, markup);
    expect(textOf(row)).to.contain(markup);
    await change(tag, 'A choice');
    expect(tag.shadowRoot!.querySelectorAll('img, b, script')).to.have.lengthOf(0);
    expect(window).not.to.have.property('hacked');
  });

  it('in a field name does not prevent saving', async () => {
    for (const name of [markup, 'a"b', "it's", 'a.b[c]#d', '你好', 'toString', 'hasOwnProperty']) {
      const { tag, user } = await openProfile({ catalogue: [aField(name, 'Text')], user: { customData: {} } });
      await edit(tag, name, 'saved');
      expect(user.customData).to.deep.equal({ [name]: 'saved' });
      tag.remove();
    }
  });

  it('with spaces in a field name leaves the input labeled', async () => {
    const catalogue = [aField('shoe size', 'Text', {}, { description: 'In centimetres', required: true })];
    const { tag } = await openProfile({ catalogue });
    const row = await change(tag, 'shoe size');
    enter(row, '');
    await save(row);
    await expect(tag).to.be.accessible();
    const named = (element: Element, attribute: string) =>
      element
        .getAttribute(attribute)!
        .split(' ')
        .filter(Boolean)
        .flatMap((id) => document.getElementById(id)?.textContent ?? []);
    expect(namesOf(tag, 'group')).to.deep.equal(['shoe size']);
    expect(named(inputIn(row), 'aria-describedby')).to.deep.equal(['In centimetres', 'shoe size is required.']);
  });

  it('with a field named like a part of an address leaves the inputs labeled', async () => {
    const address = aField('address', 'Address', { parts: [{ name: 'country', enabled: true, label: 'State' }] });
    const { tag } = await openProfile({ catalogue: [address, aField('country', 'Text', {}, { label: 'Origin' })] });
    for (const [label, input] of [
      ['address', 'State'],
      ['Origin', 'Origin'],
    ] as const) {
      const row = await change(tag, label);
      expect(textOf((inputIn(row) as HTMLInputElement).labels![0]!)).to.equal(input);
      await expect(tag).to.be.accessible();
    }
  });

  it('may be of any type and size in place of a text', async () => {
    const odd: [unknown, string][] = [
      [{}, 'Not set'],
      [[], 'Not set'],
      [null, 'Not set'],
      [7, '7'],
      [true, 'true'],
      ['x'.repeat(100_000), 'x'.repeat(100_000)],
    ];
    for (const [name, shown] of odd) {
      // Of a longer name Logto itself could tell nothing.
      const kept = typeof name === 'string' ? name.slice(0, 128) : name;
      const user = { name: kept, username: name, avatar: kept, profile: { nickname: name, address: name } } as never;
      const { tag } = await openProfile({ user });
      expect([valueOf(tag, 'Name'), valueOf(tag, 'Nickname')]).to.deep.equal([shown.slice(0, 128), shown]);
      await change(tag, 'Name');
      await change(tag, 'Picture');
      await change(tag, 'Address');
      expect(parts(tag, 'form')).to.have.lengthOf(1);
      tag.remove();
    }
  });

  for (const [what, catalogue] of [
    ['null', null],
    ['a word', 'text'],
    ['an object', { name: 'nickname' }],
    ['a list of nothing', [null, undefined, 7, 'x', [], {}]],
    ['names that are none', [{ name: {} }, { name: 7 }, { name: '' }, { name: '__proto__', type: 'Text' }]],
    ['types that are none', [{ name: 'a', type: 'Hologram' }, { name: 'b' }, { name: 'c', type: {} }]],
    ['a choice of nothing', [{ name: 'd', type: 'Select', config: { options: 'x' } }]],
  ] as const)
    it(`about the fields falls back to the standard claims: ${what}`, async () => {
      const signInExperience = { customProfileFieldCatalog: catalogue as never, customProfileFields: null as never };
      const logto = new FakeLogto({ profileFields: [], signInExperience });
      const { tag } = await openProfile({ logto });
      expect(labelsOf(tag)).to.include.members(['Name', 'Nickname', 'Address']);
      expect(labelsOf(tag)).to.have.lengthOf(12);
      await edit(tag, 'Nickname', 'Countess');
      expect(valueOf(tag, 'Nickname')).to.equal('Countess');
    });

  it('about one field does not affect the others', async () => {
    const config = { minLength: 'x', maxLength: -1, format: {}, options: [null, { value: {} }], parts: 'none' };
    const catalogue = ['Text', 'Number', 'Date', 'Checkbox', 'Url', 'Regex'].map((type) =>
      aField(`odd ${type}`, type, config),
    );
    const { tag } = await openProfile({ catalogue: [...catalogue, aField('fine', 'Text')] });
    for (const { name } of catalogue) await change(tag, name);
    await edit(tag, 'fine', 'saved');
    expect(valueOf(tag, 'fine')).to.equal('saved');
  });

  it('about access counts as Off if the value is unknown', async () => {
    const fields = { name: 'Everything', avatar: {}, profile: 'Edit', customData: null } as never;
    const { tag } = await openProfile({ fields });
    expect(labelsOf(tag)).to.include('Nickname');
    expect(labelsOf(tag)).not.to.include.members(['Name', 'Picture', 'Job title']);
  });
});
