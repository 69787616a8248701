import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { connectorName, connectorsOf } from '../../src/settings/social-connectors.js';

const github = { id: 'gh', target: 'github', name: { en: 'GitHub' }, logo: 'https://logo.example/gh.svg' };

const idsOf = (value: unknown) => connectorsOf(value).map(({ id }) => id);

describe('the social providers in a tenant’s settings', () => {
  it('keep their order, with only what is shown of them', () => {
    const all = [
      { ...github, logoDark: 'https://logo.example/dark.svg', platform: 'Universal', secret: 'x' },
      { id: 'g', target: 'google' },
    ];
    assert.deepEqual(connectorsOf(all), [
      { ...github, logoDark: 'https://logo.example/dark.svg' },
      { id: 'g', target: 'google', logo: null, logoDark: null },
    ]);
  });

  it('leave out those for native apps', () => {
    const [web, native] = [
      { ...github, platform: 'Web' },
      { id: 'wx', target: 'wechat', platform: 'Native' },
    ] as const;
    assert.deepEqual(idsOf([native, web]), ['gh']);
    assert.deepEqual(idsOf([native]), []);
  });

  it('have one for each target: the web one, wherever it is in the list', () => {
    const [web, universal, native] = ['Web', 'Universal', 'Native'].map((platform) => ({
      ...github,
      id: platform,
      platform,
    }));
    assert.deepEqual(idsOf([universal, web, native]), ['Web']);
    assert.deepEqual(idsOf([web, universal]), ['Web']);
    assert.deepEqual(idsOf([native, universal]), ['Universal']);
  });

  it('keep the place of the first one of their target', () => {
    const google = { id: 'g', target: 'google' };
    const web = { ...github, id: 'web', platform: 'Web' };
    assert.deepEqual(idsOf([{ ...github, platform: 'Universal' }, google, web]), ['web', 'g']);
  });

  it('contain no duplicates', () => {
    assert.deepEqual(idsOf([github, { ...github, id: 'second' }]), ['gh']);
  });

  it('a provider may have an unknown platform', () => {
    assert.deepEqual(
      idsOf([
        { ...github, platform: 'Watch' },
        { id: 'g', target: 'google', platform: null },
      ]),
      ['gh', 'g'],
    );
  });

  for (const garbage of [undefined, null, 0, '', 'github', true, {}, { 0: github, length: 1 }, () => [github]])
    it(`are empty for an invalid list: ${String(JSON.stringify(garbage))}`, () => {
      assert.deepEqual(connectorsOf(garbage), []);
    });

  for (const garbage of [
    null,
    'github',
    7,
    [github],
    {},
    { id: 'gh' },
    { target: 'github' },
    { id: '', target: 'github' },
    { id: 'gh', target: ' ' },
    { id: 1, target: 'github' },
    { id: 'gh', target: ['github'] },
  ])
    it(`leave out an invalid one: ${JSON.stringify(garbage)}`, () => {
      assert.deepEqual(idsOf([garbage, { id: 'g', target: 'google' }]), ['g']);
    });

  for (const logo of [undefined, null, '', ' ', 7, {}, ['https://logo.example/gh.svg']])
    it(`have no logo without a valid URL: ${String(JSON.stringify(logo))}`, () => {
      assert.deepEqual(connectorsOf([{ ...github, logo, logoDark: logo }]), [
        { ...github, logo: null, logoDark: null },
      ]);
    });

  for (const target of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    it(`may be named like an object member: ${target}`, () => {
      const [connector, ...others] = connectorsOf([{ id: 'x', target }]);
      assert.deepEqual([connector?.target, others.length], [target, 0]);
      assert.equal(connectorName(connector!, 'en'), target.charAt(0).toUpperCase() + target.slice(1));
    });
});

describe('the name of a social provider', () => {
  const named = (name: unknown, lang = 'en') => connectorName({ name, target: 'github' } as typeof github, lang);
  const name = { en: 'GitHub', de: 'GitHub (DE)', 'zh-CN': 'GitHub 中文', 'pt-BR': 'GitHub do Brasil' };

  it('a provider’s name is in the user’s language', () => {
    assert.equal(named(name, 'de'), 'GitHub (DE)');
    assert.equal(named(name, 'zh-CN'), 'GitHub 中文');
  });

  it('falls back to the language without the region', () => {
    assert.equal(named(name, 'de-AT'), 'GitHub (DE)');
  });

  it('falls back to English', () => {
    assert.equal(named(name, 'fr'), 'GitHub');
    assert.equal(named({ ...name, de: ' ' }, 'de'), 'GitHub');
  });

  void it('falls back to a region of the language, such as Logto’s “tr-TR” for Turkish', () => {
    assert.equal(named({ en: 'GitHub', 'tr-TR': 'GitHub Türkiye' }, 'tr'), 'GitHub Türkiye');
  });

  it('can be one string for all languages, as a page may set it', () => {
    assert.deepEqual([named('Our login'), named('Our login', 'de')], ['Our login', 'Our login']);
  });

  for (const nothing of [undefined, null, {}, { en: '' }, { en: 7 }, { de: 'Nur deutsch' }, [], 7, true])
    it(`falls back to the target: ${String(JSON.stringify(nothing))}`, () => {
      assert.equal(named(nothing), 'Github');
    });

  for (const blank of ['', '  '])
    void it(`falls back to the target for the blank name “${blank}”`, () => {
      assert.equal(named(blank), 'Github');
    });

  for (const lang of ['constructor', 'toString', '__proto__', ''])
    it(`is never an inherited object member, whatever the language is called: “${lang}”`, () => {
      assert.equal(named({}, lang), 'Github');
      assert.equal(named({ en: 'GitHub' }, lang), 'GitHub');
    });

  it('is unchanged, even if it looks like markup', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    assert.equal(named({ en: hostile }), hostile);
  });
});
