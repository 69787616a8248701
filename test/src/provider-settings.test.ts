import { expect, html } from '@open-wc/testing';
import { delay, http, HttpResponse } from 'msw';

import '../../components/profile/logto-profile.js';
import type { FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { deferred } from '../helpers/deferred.js';
import { find, inlineSettings, mount, whenLoaded, snapshotOf, type MountOptions } from '../helpers/mount.js';
import { button, part, textOf } from '../helpers/read.js';
import { serveAlso } from '../helpers/stand-in.js';
import { waitUntil } from '../helpers/wait-until.js';

const settingsUrl = `${location.origin}/account-settings`;

/** Settings that can be told apart by the one field of the profile that they leave. */
const only = (name: string) => snapshotOf(new FakeLogto({ profileFields: [{ name }], fields: off }));
const off: FakeLogtoOptions['fields'] = { avatar: 'Off', name: 'Off' };
const rows = { nickname: 'Nickname', birthdate: 'Birthday', gender: 'Gender', website: 'Website' };

async function show(options: MountOptions & { inline?: unknown } = {}) {
  const said = listenToConsole();
  const content = html`${options.inline === undefined ? '' : inlineSettings(options.inline)}<logto-profile
    ></logto-profile>`;
  const page = await mount(content, { settings: 'none', ...options });
  const tag = find(page, 'logto-profile');
  const fields = Object.values(rows).filter((label) => textOf(tag).includes(label));
  return { ...page, tag, said, fields };
}

/** The tenant answers at Logto's own public routes, as in development. */
const open = (options: FakeLogtoOptions = {}) => new FakeLogto({ environment: 'development', ...options });
const wellKnown = ({ requests }: FakeLogto) =>
  requests.map(({ path }) => path).filter((path) => path.startsWith('/api/.well-known/'));

describe('the settings of a provider', () => {
  const logto = () => open({ profileFields: [{ name: 'website' }], fields: off });
  const settings = only('nickname');
  const inline = only('birthdate');
  const attributes = { 'settings-src': settingsUrl };
  const serveFile = () => serveAlso(http.get(settingsUrl, () => HttpResponse.json(only('gender'))));

  it('the settings come from the property first', async () => {
    const page = await show({ logto: logto(), inline, attributes, properties: { settings } });
    expect(page.fields).to.deep.equal([rows.nickname]);
    expect(wellKnown(page.logto)).to.deep.equal([]);
  });

  it('the settings come from inline JSON second', async () => {
    const page = await show({ logto: logto(), inline, attributes });
    expect(page.fields).to.deep.equal([rows.birthdate]);
    expect(textOf(page.provider)).not.to.contain('accountCenter');
  });

  it('come from settings-src third, read once for all elements', async () => {
    let reads = 0;
    serveAlso(http.get(settingsUrl, () => HttpResponse.json(((reads += 1), only('gender')))));
    const page = await show({ logto: logto(), attributes });
    await page.provider.refresh();
    expect(page.fields).to.deep.equal([rows.gender]);
    expect(reads).to.equal(1);
    expect(wellKnown(page.logto)).to.deep.equal([]);
  });

  it('come from Logto fourth, if the origin may read them', async () => {
    const page = await show({ logto: logto() });
    expect(page.fields).to.deep.equal([rows.website]);
    expect(wellKnown(page.logto)).to.deep.equal(['/api/.well-known/account-center', '/api/.well-known/sign-in-exp']);
    expect(page.said.lines).to.deep.equal([]);
  });

  it('are derived from the account last: one request fails, and one warning explains how to supply them', async () => {
    const page = await show({ logto: new FakeLogto({ fields: { avatar: 'Off' } }) });
    expect(textOf(page.tag)).to.contain('Name Ada Lovelace');
    expect(textOf(page.tag)).not.to.contain('Picture');
    expect(wellKnown(page.logto)).to.deep.equal(['/api/.well-known/account-center']);
    expect(await page.said.warned()).to.have.lengthOf(1);
    expect(page.said.warnings[0]).to.match(/could not be read.*settings-src/);
  });

  it('are skipped and reported if invalid, and the next source is used', async () => {
    serveFile();
    const script = inlineSettings('');
    script.textContent = '{ "accountCenter": ';
    const said = listenToConsole();
    const page = await mount(html`${script}<logto-profile></logto-profile>`, {
      settings: 'none',
      attributes,
      properties: { settings: { accountCenter: 'nonsense' } },
    });
    expect(textOf(page.provider)).to.contain(rows.gender);
    expect(said.warnings.length).to.equal(2);
    expect(said.warnings[0]).to.contain('settings property are not a snapshot');
    expect(said.warnings[1]).to.contain('<script type="application/json"> could not be read');
  });

  for (const [what, answer] of Object.entries({
    'a 404': () => new HttpResponse('Not Found', { status: 404 }),
    'a page of HTML': () => HttpResponse.html('<title>Sign in</title>'),
    nothing: () => HttpResponse.error(),
  })) {
    it(`are read from the next source if settings-src is ${what}`, async () => {
      serveAlso(http.get(settingsUrl, answer));
      const page = await show({ logto: logto(), attributes });
      expect(page.fields).to.deep.equal([rows.website]);
      expect(await page.said.warned()).to.have.lengthOf(1);
      expect(page.said.warnings[0]).to.contain(`settings-src="${settingsUrl}" could not be read`);
    });
  }

  it('do not block the account if settings-src hangs', async () => {
    const answer = deferred<undefined>();
    serveAlso(
      http.get(settingsUrl, async () => {
        await answer.promise;
        return HttpResponse.json(only('gender'));
      }),
    );
    const page = await show({ logto: new FakeLogto(), attributes });
    expect(textOf(page.tag)).to.contain('Name Ada Lovelace');
    expect(await page.said.warned()).to.have.lengthOf(1);
    expect(page.said.warnings[0]).to.contain('The settings take more than 2 seconds');
    answer.resolve(undefined);
    await waitUntil(() => textOf(page.tag).includes(rows.gender) && !textOf(page.tag).includes('Ada Lovelace'));
    expect(page.logto.requests.length).to.equal(1);
  });

  it('are read again when settings-src changes, without the account', async () => {
    serveFile();
    const page = await show({ logto: logto(), attributes });
    serveAlso(http.get(`${settingsUrl}/2`, () => HttpResponse.json(only('nickname'))));
    page.provider.settingsSrc = `${settingsUrl}/2`;
    await waitUntil(() => textOf(page.tag).includes(rows.nickname), 'They were not read again.');
    expect(page.logto.requests.length).to.equal(1);
  });

  it('are the latest ones if the page sets them while the account is loading', async () => {
    const slow = open({ profileFields: [{ name: 'website' }], fields: off });
    slow.intercept(async ({ url }) => {
      if (url.endsWith('/my-account')) await delay(150);
      return undefined;
    });
    const page = await mount(html`<logto-profile></logto-profile>`, {
      logto: slow,
      settings: 'none',
      stillLoading: true,
    });
    await delay(75);
    page.provider.settings = settings;
    await whenLoaded(page.provider);
    expect(textOf(page.provider)).to.contain(rows.nickname);
  });

  it('are not read while no one is signed in', async () => {
    const page = await show({ logto: logto(), signedOut: true });
    expect(page.logto.requests).to.deep.equal([]);
    expect(page.said.lines).to.deep.equal([]);
  });
});

describe('the tenant’s brand color', () => {
  const color = (primaryColor: unknown, more = {}) => ({ signInExperience: { color: { primaryColor, ...more } } });

  async function saveButton(tag: Element) {
    part(tag, 'edit').click();
    await waitUntil(() => tag.querySelector('form'), 'The form did not open.');
    return button(tag, 'Save');
  }

  /** Of the button that saves, whose background is the accent. */
  async function accent(options: FakeLogtoOptions, scheme = 'light') {
    const page = await show({ logto: new FakeLogto(options), settings: 'property' });
    page.provider.style.colorScheme = scheme;
    return getComputedStyle(await saveButton(page.tag));
  }

  let plain: string;
  before(async () => {
    plain = (await accent(color(''))).backgroundColor;
  });

  it('the brand color is used as the accent color', async () => {
    expect((await accent(color('#123456'))).backgroundColor).to.equal('rgb(18, 52, 86)');
    expect((await accent(color('#663399'))).backgroundColor).to.equal('rgb(102, 51, 153)');
    expect(plain).not.to.equal('rgb(18, 52, 86)');
  });

  it('has a dark variant on a dark page if the tenant has one', async () => {
    const both = color('#123456', { darkPrimaryColor: '#abcdef', isDarkModeEnabled: true });
    expect((await accent(both, 'light')).backgroundColor).to.equal('rgb(18, 52, 86)');
    expect((await accent(both, 'dark')).backgroundColor).to.equal('rgb(171, 205, 239)');
  });

  it('is overridden by the page’s accent color', async () => {
    const page = await show({ logto: new FakeLogto(color('#123456')), settings: 'property' });
    page.provider.style.setProperty('--logto-color-accent', 'rgb(1, 2, 3)');
    expect(getComputedStyle(await saveButton(page.tag)).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  for (const hostile of [
    'red; } * { display: none',
    'url(https://evil.example/x.png)',
    'red) } :host { display: none',
    '#12',
    17,
    null,
  ]) {
    it(`is ignored if it is ${JSON.stringify(hostile)}`, async () => {
      expect((await accent(color(hostile))).backgroundColor).to.equal(plain);
    });
  }

  it('is ignored if it hides a URL in a CSS color', async () => {
    const style = await accent(color('var(--x, url(https://evil.example/x.png))'));
    expect(style.backgroundImage).to.equal('none');
    expect(style.backgroundColor).to.equal(plain);
  });

  it('is ignored if it would swallow the dark variant', async () => {
    const both = color('red /*', { darkPrimaryColor: '#fff', isDarkModeEnabled: true });
    expect((await accent(both)).backgroundColor).to.equal(plain);
  });
});
