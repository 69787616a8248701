import { expect } from '@open-wc/testing';
import { html } from 'lit';

import '../../components/index.js';
import { LogtoProfile } from '../../components/profile/profile-element.js';
import { elementLoaders } from '../../components/element-loaders.js';
import { mount, whenRendered, type Mounted } from '../helpers/mount.js';
import { textOf } from '../helpers/read.js';
import { change, enter, save } from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';
import { watchRenders } from '../helpers/watch-renders.js';

const kinds = Object.keys(elementLoaders);

/** So many tags of every kind, in turn. */
async function open(count: number): Promise<Mounted & { tags: Element[] }> {
  const names = Array.from({ length: count }, (_, index) => kinds[index % kinds.length]!);
  const elements = names.map((name) => document.createElement(name));
  const mounted = await mount(html`${elements}`);
  await complete(elements);
  await import('../../src/device/browser-name.js'); // names of browsers come later, and render what shows them
  await whenRendered(mounted.provider);
  return { ...mounted, tags: elements };
}

const complete = (tags: Element[]) =>
  waitUntil(() => tags.every((tag) => tag.shadowRoot && !tag.matches(':state(loading)')), 'Something is loading.');

/** Changes a field of the first profile. */
async function editFirst(tags: Element[], label: string, value: string) {
  const profile = tags.find((tag) => tag instanceof LogtoProfile)!;
  const row = await change(profile, label);
  const watched = watchRenders(tags);
  enter(row, value);
  await save(row);
  await whenRendered(profile.closest('logto-account-provider')!);
  return { profile, ...watched };
}

describe('many elements in one provider', () => {
  it('request the account once, and each other resource once', async () => {
    const { logto } = await open(100);
    expect(
      logto.requests.map(({ method, path }) => `${method} ${path.replace('/api/my-account', '')}`),
    ).to.have.members(['GET ', 'GET /mfa-verifications', 'GET /mfa-settings', 'GET /logto-configs', 'GET /oidc/me']);
  });

  it('show an edit made in one of them without another request', async () => {
    const { tags, logto } = await open(kinds.length * 2);
    const before = logto.requests.length;
    const { profile } = await editFirst(tags, 'Nickname', 'Countess');
    const other = tags.findLast((tag) => tag.localName === 'logto-profile')!;
    expect(other).not.to.equal(profile);
    expect(textOf(other)).to.contain('Nickname Countess');
    expect(logto.requests.slice(before)).to.deep.equal([{ method: 'PATCH', path: '/api/my-account/profile' }]);
  });

  for (const { label, value, concerns } of [
    { label: 'Nickname', value: 'Countess', concerns: ['logto-profile'] },
    { label: 'Name', value: 'Ada King', concerns: ['logto-profile', 'logto-sign-in'] },
  ]) {
    it(`render at most once when ${label} is saved in another element, and only if they show it`, async () => {
      const { tags } = await open(kinds.length * 2);
      const { profile, renders, changes } = await editFirst(tags, label, value);
      const often = tags.filter((tag) => tag !== profile && renders.get(tag)! > 1);
      expect(often.map(({ localName }) => localName)).to.deep.equal([]);
      const rendered = tags.filter((tag) => renders.get(tag)! > 0).map(({ localName }) => localName);
      expect([...new Set(rendered)]).to.have.members(concerns);
      const changed = tags.filter((tag) => changes.get(tag)! > 0).map(({ localName }) => localName);
      expect([...new Set(changed)]).to.have.members(concerns);
    });
  }
});
