import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { connectorName, connectorsOf } from '../../src/settings/social-connectors.js';

const github = { id: 'gh', target: 'github', name: { en: 'GitHub' }, logo: 'https://logo.example/gh.svg' };

const idsOf = (value: unknown) => connectorsOf(value).map(({ id }) => id);

describe('the social providers in a tenant’s settings', () => {
  it('are taken over in their order, with what is shown of them and nothing else', () => {
    const all = [
      { ...github, logoDark: 'https://logo.example/dark.svg', platform: 'Universal', secret: 'x' },
      { id: 'g', target: 'google' },
    ];
    assert.deepEqual(connectorsOf(all), [
      { ...github, logoDark: 'https://logo.example/dark.svg' },
      { id: 'g', target: 'google', logo: null, logoDark: null },
    ]);
  });

  it('do not include those for native apps', () => {
    const [web, native] = [
      { ...github, platform: 'Web' },
      { id: 'wx', target: 'wechat', platform: 'Native' },
    ] as const;
    assert.deepEqual(idsOf([native, web]), ['gh']);
    assert.deepEqual(idsOf([native]), []);
  });

  it('are one for each target: the one for the web, whichever comes first', () => {
    const [web, universal, native] = ['Web', 'Universal', 'Native'].map((platform) => ({
      ...github,
      id: platform,
      platform,
    }));
    assert.deepEqual(idsOf([universal, web, native]), ['Web']);
    assert.deepEqual(idsOf([web, universal]), ['Web']);
    assert.deepEqual(idsOf([native, universal]), ['Universal']);
  });

  it('keep the place of the first of their target', () => {
    const google = { id: 'g', target: 'google' };
    const web = { ...github, id: 'web', platform: 'Web' };
    assert.deepEqual(idsOf([{ ...github, platform: 'Universal' }, google, web]), ['web', 'g']);
  });

  it('do not include the same one twice', () => {
    assert.deepEqual(idsOf([github, { ...github, id: 'second' }]), ['gh']);
  });

  it('may be of a platform that nobody knows yet', () => {
    assert.deepEqual(
      idsOf([
        { ...github, platform: 'Watch' },
        { id: 'g', target: 'google', platform: null },
      ]),
      ['gh', 'g'],
    );
  });

  for (const garbage of [undefined, null, 0, '', 'github', true, {}, { 0: github, length: 1 }, () => [github]])
    it(`are none where there is no list of them: ${String(JSON.stringify(garbage))}`, () => {
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
    it(`do not include what is none: ${JSON.stringify(garbage)}`, () => {
      assert.deepEqual(idsOf([garbage, { id: 'g', target: 'google' }]), ['g']);
    });

  for (const logo of [undefined, null, '', ' ', 7, {}, ['https://logo.example/gh.svg']])
    it(`have no logo where there is no address of one: ${String(JSON.stringify(logo))}`, () => {
      assert.deepEqual(connectorsOf([{ ...github, logo, logoDark: logo }]), [
        { ...github, logo: null, logoDark: null },
      ]);
    });

  for (const target of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    it(`may be named like a part of every object: ${target}`, () => {
      const [connector, ...others] = connectorsOf([{ id: 'x', target }]);
      assert.deepEqual([connector?.target, others.length], [target, 0]);
      assert.equal(connectorName(connector!, 'en'), target.charAt(0).toUpperCase() + target.slice(1));
    });
});

describe('the name of a social provider', () => {
  const named = (name: unknown, lang = 'en') => connectorName({ name, target: 'github' } as typeof github, lang);
  const name = { en: 'GitHub', de: 'GitHub (DE)', 'zh-CN': 'GitHub 中文', 'pt-BR': 'GitHub do Brasil' };

  it('is the one in the user’s language', () => {
    assert.equal(named(name, 'de'), 'GitHub (DE)');
    assert.equal(named(name, 'zh-CN'), 'GitHub 中文');
  });

  it('is the one without the region, where there is none for it', () => {
    assert.equal(named(name, 'de-AT'), 'GitHub (DE)');
  });

  it('is the English one, else', () => {
    assert.equal(named(name, 'fr'), 'GitHub');
    assert.equal(named({ ...name, de: ' ' }, 'de'), 'GitHub');
  });

  void it('is the one of a region, where there is none for the language alone, as Logto names Turkish “tr-TR”', () => {
    assert.equal(named({ en: 'GitHub', 'tr-TR': 'GitHub Türkiye' }, 'tr'), 'GitHub Türkiye');
  });

  it('is one text in every language, as a page may give it', () => {
    assert.deepEqual([named('Our login'), named('Our login', 'de')], ['Our login', 'Our login']);
  });

  for (const nothing of [undefined, null, {}, { en: '' }, { en: 7 }, { de: 'Nur deutsch' }, [], 7, true])
    it(`is made of its target where there is none: ${String(JSON.stringify(nothing))}`, () => {
      assert.equal(named(nothing), 'Github');
    });

  for (const blank of ['', '  '])
    void it(`is made of its target where there is but “${blank}”`, () => {
      assert.equal(named(blank), 'Github');
    });

  for (const lang of ['constructor', 'toString', '__proto__', ''])
    it(`is nothing that every object has, whatever the language is called: “${lang}”`, () => {
      assert.equal(named({}, lang), 'Github');
      assert.equal(named({ en: 'GitHub' }, lang), 'GitHub');
    });

  it('is what stands there, be it markup', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    assert.equal(named({ en: hostile }), hostile);
  });
});
