import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';

import type { SocialConnector } from '../../src/settings/social-connectors.js';
import { whenRendered } from '../helpers/mount.js';
import { allByRole, namesOf, part, parts, textOf } from '../helpers/read.js';
import { buttonsIn, labelsOf, valuesOf } from '../helpers/rows.js';
import { serveAlso } from '../helpers/stand-in.js';
import { aTenant, pressAndWait, whenIdle } from './credential-page.js';
import { github, logosOf, openSocial, type SocialOptions } from './social-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const dark = { style: 'display: block; background: #111; color: rgb(238, 238, 238); color-scheme: dark' };
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>';
const picture = (name: string) =>
  `data:image/svg+xml,${encodeURIComponent(svg.replace('<path', `<path id="${name}"`))}`;
const markup = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';

const openOne = (connector: Partial<SocialConnector>, options: SocialOptions = {}) =>
  openSocial({ providers: [{ id: 'x', target: 'x', name: 'X', ...connector }], ...options });

const srcsOf = (page: Awaited<ReturnType<typeof openSocial>>) =>
  logosOf(page.tag).map((logo) => logo.getAttribute('src'));

describe('the rows of <logto-social-links>', () => {
  it('list linked accounts in the order they were linked, and then the other providers', async () => {
    const { tag } = await openSocial({ linked: { google: { userId: 'g' }, gone: { userId: 'x' }, ...github } });
    expect(labelsOf(tag)).to.deep.equal(['Google', 'Gone', 'GitHub', 'Mock Social']);
    expect(allByRole(tag, 'listitem')).to.have.lengthOf(4);
  });

  for (const [what, details, value] of [
    ['name and address', { id: '1', name: 'Grace', email: 'g@a.example' }, 'Grace · g@a.example'],
    ['only the name', { id: '1', name: 'Grace' }, 'Grace'],
    ['only the address', { id: '1', email: 'g@a.example' }, 'g@a.example'],
    ['nothing', { id: '1' }, 'Linked'],
    ['spaces', { id: '1', name: ' ', email: '' }, 'Linked'],
    ['values of another type', { id: '1', name: { first: 'Grace' }, email: 7 }, 'Linked'],
    ['no details', undefined, 'Linked'],
    ['null', null, 'Linked'],
    ['a text', 'Grace', 'Linked'],
  ] as const)
    it(`show whose account it is if the provider supplied ${what}`, async () => {
      const { tag } = await openSocial({ linked: { github: { userId: 'secret-id', details: details as never } } });
      expect(valuesOf(tag)['GitHub']).to.equal(value);
      expect(textOf(tag)).not.to.contain('secret-id');
    });

  it('are in the language of the element', async () => {
    const { tag, provider } = await openSocial({ linked: github });
    provider.lang = 'de';
    await waitUntil(() => textOf(tag).includes('Soziale Konten'), 'It is not in German.');
    expect(valuesOf(tag)).to.deep.include({ 'Mock Social': 'Nicht verknüpft' });
    expect(namesOf(tag, 'button')).to.include.members(['GitHub trennen', 'Google verknüpfen']);
    provider.lang = 'zh-CN';
    await waitUntil(() => labelsOf(tag).includes('Mock 社交登录'), 'The provider has its English name.');
  });

  it('offer only to unlink an account whose provider the tenant no longer has', async () => {
    const { tag } = await openSocial({ linked: { 'my-space': { userId: '1' } } });
    expect(buttonsIn(tag, 'My-space')).to.deep.equal(['Unlink My-space']);
    await expect(tag).to.be.accessible();
  });

  it('update when the account is read again', async () => {
    const { tag, provider, user } = await openSocial();
    user.identities = { ...github };
    await provider.refresh();
    await whenIdle(tag);
    expect(labelsOf(tag)[0]).to.equal('GitHub');
    expect(buttonsIn(tag, 'GitHub')).to.deep.equal(['Replace the GitHub account', 'Unlink GitHub']);
  });

  it('render names from providers and users as text, whatever they contain', async () => {
    const linked = { [markup]: { userId: '1', details: { id: '1', name: markup, email: markup } } };
    const { tag } = await openSocial({ linked, providers: [{ id: 'y', target: 'y', name: markup }] });
    expect(labelsOf(tag)).to.deep.equal([markup, markup]);
    expect(valuesOf(tag)[markup]).to.equal('Not linked'); // the last of the two
    expect(textOf(tag)).to.contain(`${markup} · ${markup}`);
    await pressAndWait(tag, `Unlink ${markup}`);
    expect(textOf(tag)).to.contain(`Unlink ${markup}?`);
    expect(tag.shadowRoot!.querySelectorAll('script, [onerror]')).to.have.lengthOf(0);
    expect((window as { hit?: number }).hit).to.equal(undefined);
  });

  for (const target of ['__proto__', 'constructor', 'toString'])
    it(`support a provider named like a member of Object.prototype: ${target}`, async () => {
      const { tag } = await openOne({ target, name: 'Odd' }, { linked: github });
      expect(labelsOf(tag)).to.deep.equal(['Github', 'Odd']);
      expect(buttonsIn(tag, 'Odd')).to.deep.equal(['Link Odd']);
    });

  it('look the same in right-to-left and dark mode', async () => {
    const { tag, provider } = await openSocial({ linked: github, attributes: { ...dark, dir: 'rtl' } });
    const [logo] = logosOf(tag);
    expect(logo!.getBoundingClientRect().right).to.be.greaterThan(tag.getBoundingClientRect().left + 100);
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, 'Unlink GitHub');
    await expect(tag).to.be.accessible();
    expect(getComputedStyle(provider).direction).to.equal('rtl');
  });
});

describe('provider logos', () => {
  it('are hidden from screen readers, and send no referrer', async () => {
    const { tag } = await openSocial();
    expect(logosOf(tag)).to.have.lengthOf(3);
    for (const logo of logosOf(tag)) expect([logo.alt, logo.referrerPolicy]).to.deep.equal(['', 'no-referrer']);
    expect(allByRole(tag, 'img')).to.deep.equal([]);
  });

  it('have a dark version on a dark page if there is one', async () => {
    const [logo, logoDark] = [picture('light'), picture('dark')];
    expect(srcsOf(await openOne({ logo, logoDark }))).to.deep.equal([logo]);
    expect(srcsOf(await openOne({ logo, logoDark }, { attributes: dark }))).to.deep.equal([logoDark]);
    expect(srcsOf(await openOne({ logo, logoDark: null }, { attributes: dark }))).to.deep.equal([logo]);
    expect(srcsOf(await openOne({ logoDark }))).to.deep.equal([]);
  });

  it('are left out if there are none, and the name stays', async () => {
    const { tag } = await openOne({ logo: null });
    expect([logosOf(tag).length, labelsOf(tag)]).to.deep.equal([0, ['X']]);
    await expect(tag).to.be.accessible();
  });

  for (const logo of [
    'javascript:window.hit=1',
    'data:text/html,<script>window.hit=1</script>',
    'blob:https://evil.example/1',
    'file:///etc/passwd',
    '/logo.png',
    'logo.png',
    '//evil.example/logo.png',
  ])
    it(`are loaded only from http and https URLs: ${logo}`, async () => {
      const { tag } = await openOne({ logo, logoDark: logo });
      expect([tag.shadowRoot!.querySelectorAll('img').length, labelsOf(tag)]).to.deep.equal([0, ['X']]);
    });

  it('run no scripts', async () => {
    const evil = svg.replace('<path', '<script>parent.hit=1;window.hit=1</script><path onload="parent.hit=1"');
    const { tag } = await openOne({ logo: `data:image/svg+xml,${encodeURIComponent(evil)}` });
    await waitUntil(() => logosOf(tag)[0]?.complete, 'It is not loaded.');
    expect((window as { hit?: number }).hit).to.equal(undefined);
  });

  it('are hidden if they fail to load, and reappear with a working URL', async () => {
    const asked: (string | null)[] = [];
    serveAlso(
      http.get('https://logos.example/:name', ({ request, params }) => {
        asked.push(request.referrer);
        if (params['name'] === 'broken.svg') return new HttpResponse(null, { status: 404 });
        return new HttpResponse(svg, { headers: { 'content-type': 'image/svg+xml' } });
      }),
    );
    const { tag } = await openOne({ logo: 'https://logos.example/broken.svg' });
    await waitUntil(() => logosOf(tag).length === 0, 'The broken picture is still there.');
    expect(labelsOf(tag)).to.deep.equal(['X']);
    tag.connectors = [{ id: 'x', target: 'x', name: 'X', logo: 'https://logos.example/good.svg' }];
    await whenRendered(tag);
    await waitUntil(() => logosOf(tag).length === 1, 'The good picture is not there.');
    expect(asked).to.have.lengthOf(2);
  });

  it('appear for linked providers, too', async () => {
    const logto = aTenant();
    const { logo } = logto.tenant.signInExperience.socialConnectors.find(({ target }) => target === 'github')!;
    expect(srcsOf(await openSocial({ logto, linked: github }))[0]).to.equal(logo);
  });
});

describe('the picture of a linked account', () => {
  const withPicture = (avatar: unknown) =>
    openSocial({ linked: { github: { userId: '1', details: { id: '1', name: 'Grace', avatar } as never } } });

  it('is before the name, hidden from screen readers, and sends no referrer', async () => {
    const avatar = picture('grace');
    const { tag } = await withPicture(avatar);
    const shownPicture = part<HTMLImageElement>(tag, 'picture');
    expect([shownPicture.src, shownPicture.alt, shownPicture.referrerPolicy]).to.deep.equal([
      avatar,
      '',
      'no-referrer',
    ]);
    expect(valuesOf(tag)['GitHub']).to.equal('Grace');
    await expect(tag).to.be.accessible();
  });

  for (const avatar of ['javascript:window.hit=1', '/grace.png', { url: 'https://a.example/1.png' }, 7, null])
    it(`is loaded only from http and https URLs: ${JSON.stringify(avatar)}`, async () => {
      const { tag } = await withPicture(avatar);
      expect(parts(tag, 'picture')).to.deep.equal([]);
      expect(valuesOf(tag)['GitHub']).to.equal('Grace');
    });
});
