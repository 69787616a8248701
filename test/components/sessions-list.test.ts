import { expect } from '@open-wc/testing';

import { withSession } from '../fake-logto/fake-logto.js';
import { namesOf, part, parts, textOf } from '../helpers/read.js';
import { buttonsIn, labelsOf, rowOf, valuesOf, textOfPart } from '../helpers/rows.js';
import { answerWith } from './credential-page.js';
import {
  agents,
  aGuardedTenant,
  fourSessions,
  hoursAgo,
  openShown,
  twoSessions,
  type GuardedOptions,
  type Has,
} from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const openSessions = (has: Has | undefined, options: GuardedOptions = {}) =>
  openShown('logto-sessions', { has, ...options });

const inWords = (seconds: number, lang = 'en') =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(seconds * 1000);

/** This browser, and one that signed in as the test says. */
const withOther =
  (options: Parameters<typeof withSession>[2]): Has =>
  (tenant, user) => {
    withSession(tenant, user, { userAgent: agents.firefox });
    withSession(tenant, user, { loginTs: hoursAgo(1), ...options });
  };

describe('the browsers that <logto-sessions> lists', () => {
  it('are sorted: this one first, then the others, newest first', async () => {
    const { tag } = await openSessions((tenant, user) => {
      withSession(tenant, user, { userAgent: agents.chrome, loginTs: hoursAgo(100) });
      withSession(tenant, user, { userAgent: agents.edge, loginTs: hoursAgo(30) });
      withSession(tenant, user, { userAgent: agents.firefox, loginTs: hoursAgo(1) });
      withSession(tenant, user, { userAgent: agents.safari, loginTs: hoursAgo(7) });
    });
    expect(labelsOf(tag)).to.deep.equal([
      'Chrome on Linux',
      'Firefox on Windows',
      'Safari on iOS',
      'Microsoft Edge on Windows',
      'Everywhere else',
    ]);
  });

  it('show a place, an address and a time, and a labeled button unless it is this browser', async () => {
    const { tag, logto } = await openSessions(twoSessions);
    const { loginTs } = logto.tenant.sessions[1]!.payload;
    const here = rowOf(tag, 'Firefox on Windows');
    expect(valuesOf(tag)).to.deep.equal({
      'Firefox on Windows': 'This browser Berlin, Germany · 203.0.113.9',
      'Safari on iOS': '198.51.100.2',
      'Everywhere else': '1 other place',
    });
    expect(buttonsIn(tag, 'Firefox on Windows')).to.deep.equal([]);
    expect(textOfPart(here, 'hint')).to.match(/^Signed in .*20\d\d/);
    expect(textOfPart(rowOf(tag, 'Safari on iOS'), 'hint')).to.equal(`Signed in ${inWords(loginTs)}`);
    expect(namesOf(tag, 'button')).to.deep.equal(['Sign out Safari on iOS', 'Sign out everywhere else']);
  });

  it('show a device icon that is hidden from screen readers and that a CSS property removes', async () => {
    const { tag } = await openSessions(twoSessions);
    const iconOf = (label: string) => rowOf(tag, label).querySelector('[part="icon"]')!;
    const shapeOf = (label: string) => iconOf(label).querySelector('path')?.getAttribute('d');
    expect(iconOf('Safari on iOS').getAttribute('aria-hidden')).to.equal('true');
    expect(shapeOf('Safari on iOS')).not.to.equal(shapeOf('Firefox on Windows'));
    tag.style.setProperty('--logto-icon-size', '0px');
    expect(iconOf('Safari on iOS').getBoundingClientRect().width).to.equal(0);
  });

  it('mark this browser with a badge', async () => {
    const { tag } = await openSessions(twoSessions);
    expect(parts(tag, 'badge').map(textOf)).to.deep.equal(['This browser']);
  });

  it('show the number of other sessions', async () => {
    const { tag } = await openSessions(fourSessions);
    expect(valuesOf(tag)['Everywhere else']).to.equal('3 other places');
  });

  it('cannot be signed out together if there is only this one', async () => {
    const { tag } = await openSessions((tenant, user) => withSession(tenant, user, { userAgent: agents.firefox }));
    expect(labelsOf(tag)).to.deep.equal(['Firefox on Windows', 'Everywhere else']);
    expect(valuesOf(tag)['Everywhere else']).to.equal('No other active sessions');
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(textOf(part(tag, 'status'))).to.equal('You are signed in at 1 place.');
    await expect(tag).to.be.accessible();
  });

  it('cannot be signed out together if it is unknown which one is this browser', async () => {
    const logto = aGuardedTenant();
    const token = logto.issueToken('ada1815love1', { sessionUid: 'none-of-them' });
    const { tag } = await openSessions(fourSessions, { logto, properties: { getAccessToken: () => token } });
    expect(labelsOf(tag)).to.deep.equal([
      'Firefox on Windows',
      'Safari on iOS',
      'Microsoft Edge on Windows',
      'Chrome on Linux',
    ]);
    expect(Object.values(valuesOf(tag)).join()).not.to.contain('This browser');
    expect(namesOf(tag, 'button')).to.have.lengthOf(4);
    expect(parts(tag, 'remove-others')).to.deep.equal([]);
  });

  it('show the country in the user’s language', async () => {
    const { tag, logto } = await openSessions(twoSessions);
    const { loginTs } = logto.tenant.sessions[1]!.payload;
    tag.lang = 'de';
    await waitUntil(() => textOf(tag).includes('Wo Sie angemeldet sind'));
    expect(valuesOf(tag)['Firefox auf Windows']).to.equal('Dieser Browser Berlin, Deutschland · 203.0.113.9');
    expect(textOfPart(rowOf(tag, 'Safari auf iOS'), 'hint')).to.equal(`Angemeldet am ${inWords(loginTs, 'de')}`);
  });

  it('show the country in a language before its messages have loaded', async () => {
    const { tag } = await openSessions(twoSessions);
    tag.lang = 'fr';
    await waitUntil(() => textOf(tag).includes('Allemagne'));
    expect(textOf(tag)).to.contain('Berlin, Allemagne');
  });

  for (const [what, context, value] of [
    ['only a country', { country: 'JP', ip: undefined }, 'Japan'],
    ['only a city', { city: 'Atlantis', ip: undefined }, 'Atlantis'],
    ['an unknown country code', { country: 'T1', ip: undefined }, 'T1'],
    ['the name of a country', { country: 'Narnia', ip: undefined }, 'Narnia'],
    ['nothing', { ip: undefined }, undefined],
    ['an IPv6 address', { ip: '2001:db8::1' }, '2001:db8::1'],
  ] as const)
    it(`show what is known of the place: ${what}`, async () => {
      const { tag } = await openSessions(withOther({ userAgent: agents.safari, ...context }));
      expect(valuesOf(tag)['Safari on iOS']).to.equal(value);
      expect(textOf(tag)).not.to.match(/undefined|null|NaN/);
    });

  it('are shown without details that Logto no longer has', async () => {
    const { tag } = await openSessions((tenant, user) => {
      withSession(tenant, user, { userAgent: agents.firefox });
      withSession(tenant, user).lastSubmission = null;
      Reflect.deleteProperty(withSession(tenant, user, { userAgent: agents.edge }).payload, 'loginTs');
    });
    expect(labelsOf(tag)).to.have.members([
      'Firefox on Windows',
      'Unknown device',
      'Microsoft Edge on Windows',
      'Everywhere else',
    ]);
    expect(labelsOf(tag).slice(-2)).to.deep.equal(['Microsoft Edge on Windows', 'Everywhere else']);
    expect(textOfPart(rowOf(tag, 'Microsoft Edge on Windows'), 'hint')).to.equal(undefined);
    expect(textOf(tag)).not.to.match(/undefined|null|NaN|Invalid/);
  });

  it('leave out a session without an id', async () => {
    const logto = aGuardedTenant();
    answerWith(logto, /^GET .*sessions$/, () =>
      Response.json({
        sessions: [null, {}, { payload: {} }, { payload: { uid: 7 } }, { payload: { uid: 'u' }, isCurrent: false }],
      }),
    );
    const { tag } = await openSessions(undefined, { logto });
    expect(labelsOf(tag)).to.deep.equal(['Unknown device']);
    expect(namesOf(tag, 'button')).to.deep.equal(['Sign out Unknown device']);
  });

  for (const [what, userAgent] of [
    ['does not say what it is', undefined],
    ['says nothing', ''],
    ['says only a blank', ' '],
  ] as const)
    it(`have a name even if one ${what}`, async () => {
      const { tag } = await openSessions(withOther({ userAgent }));
      expect(labelsOf(tag)[1]).to.match(/\S/);
      expect(buttonsIn(tag, labelsOf(tag)[1]!)).to.deep.equal([`Sign out ${labelsOf(tag)[1]}`]);
      await expect(tag).to.be.accessible();
    });

  it('may include programs that are not browsers', async () => {
    const { tag } = await openSessions(withOther({ userAgent: 'curl/8.5.0' }));
    expect(labelsOf(tag)[1]).to.match(/^(curl|Unknown device)$/);
  });
});

describe('a hostile user agent in <logto-sessions>', () => {
  const markup = '<img src="x" onerror="document.title = 1"><b>bold</b>';
  for (const [what, text] of [
    ['markup', markup],
    ['markup before a slash', `${markup.replaceAll('/', '')}/1 (x) `],
    ['a template', '${alert(1)}{{constructor}} %s/1 x'],
    ['directions', '\u202eevil\u202c/1 (\u2067x) '],
    ['a very long word', `${'W'.repeat(20_000)}/1 (x) `],
  ] as const)
    it(`is rendered as text without overflow: ${what}`, async () => {
      const { title } = document;
      const place = { city: text, country: text, ip: text };
      const { tag } = await openSessions(withOther({ userAgent: text, ...place }));
      const row = parts(tag, 'row')[1]!;
      expect(row.querySelector('img, b, script')).to.equal(null);
      expect(row.querySelector('[part~="value"]')!.textContent).to.contain(text.trim());
      expect(document.title).to.equal(title);
      expect(row.scrollWidth).to.be.at.most(Math.ceil(tag.getBoundingClientRect().width));
      expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    });
});
