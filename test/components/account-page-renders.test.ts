import { expect, html } from '@open-wc/testing';

import '../../components/account/logto-account.js';
import '../../components/profile/logto-profile.js';
import '../../components/user-button/logto-user-button.js';
import { withTotp } from '../fake-logto/fake-logto.js';
import { whenRendered } from '../helpers/mount.js';
import { parts, textOf } from '../helpers/read.js';
import { watchRenders } from '../helpers/watch-renders.js';
import { beAt, whenAccountIdle } from './account-page.js';
import { aTenant, openPage } from './credential-page.js';
import { change, enter, save } from './profile-page.js';

/** An account page at its summary, a menu, and a profile beside them, in which a user edits something. */
async function open() {
  beAt('#security');
  const logto = aTenant();
  const [user] = logto.tenant.users;
  user!.primaryPhone = null;
  const page = document.createElement('logto-account');
  const button = document.createElement('logto-user-button');
  const profile = document.createElement('logto-profile');
  const { provider } = await openPage(html`${button}${profile}${page}`, { logto });
  await whenAccountIdle(page);
  await whenRendered(provider);
  return { logto, provider, page, profile, user: user! };
}

type Page = Awaited<ReturnType<typeof open>>;

/** The names of those that render while something happens, and of those in which something changes. */
async function rendersDuring({ provider, page, profile }: Page, happens: () => Promise<unknown>) {
  const others = [provider, ...provider.querySelectorAll(':scope > *'), ...page.children];
  const watched = others.filter((element) => element !== profile && element.shadowRoot);
  const { renders, changes } = watchRenders(watched);
  await happens();
  await whenAccountIdle(page);
  const named = (counts: Map<Element, number>) =>
    watched.filter((element) => counts.get(element)! > 0).map(({ localName }) => localName);
  return { all: watched.map(({ localName }) => localName), rendered: named(renders), changed: named(changes) };
}

const factsOf = ({ page }: Page) => parts(page, 'fact').map(textOf);

describe('a change beside an account page', () => {
  for (const { label, value, concerns } of [
    { label: 'Nickname', value: 'Countess', concerns: [] },
    { label: 'Name', value: 'Ada King', concerns: ['logto-user-button', 'logto-account', 'logto-sign-in'] },
  ])
    it(`renders only what shows it: ${label}`, async () => {
      const opened = await open();
      const row = await change(opened.profile, label);
      enter(row, value);
      const { all, rendered, changed } = await rendersDuring(opened, () => save(row));
      expect(all).to.include.members([
        'logto-account-provider',
        'logto-user-button',
        'logto-account',
        'logto-sign-in',
        'logto-password',
        'logto-mfa',
      ]);
      expect(rendered).to.deep.equal(concerns);
      expect(changed).to.deep.equal(concerns);
    });

  it('renders the page when it is in its summary: another way to get back in', async () => {
    const opened = await open();
    expect(factsOf(opened)).to.include('Ways to get back in Email');
    opened.user.primaryPhone = '4930901820';
    const { rendered } = await rendersDuring(opened, () => opened.provider.refresh());
    expect(factsOf(opened)).to.include('Ways to get back in Email, Phone');
    expect(rendered).to.include('logto-account');
    expect(rendered).not.to.include('logto-password');
  });

  it('renders the page when it is in its summary: a second step', async () => {
    const opened = await open();
    withTotp(opened.user);
    const { rendered } = await rendersDuring(opened, () => opened.provider.refresh());
    expect(factsOf(opened).join()).to.include('Authenticator app');
    expect(rendered).to.include.members(['logto-account', 'logto-mfa']);
    expect(rendered).not.to.include('logto-password');
  });

  it('renders no page when all is as before', async () => {
    const opened = await open();
    const { rendered } = await rendersDuring(opened, () => opened.provider.refresh());
    expect(rendered).not.to.include('logto-account');
    expect(rendered).not.to.include('logto-user-button');
    expect(rendered).not.to.include('logto-account-provider');
  });
});
