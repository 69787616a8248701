import { expect } from '@open-wc/testing';
import { HttpResponse, http } from 'msw';

import { FakeLogto, type FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { whenLoaded, whenRendered, snapshotOf } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, parts, textOf, textsShown } from '../helpers/read.js';
import { serveAlso } from '../helpers/stand-in.js';
import { aGate, answerWith, buttonsOf, labelsOf, openProfile, valuesOf } from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const allOff = { name: 'Off', avatar: 'Off', profile: 'Off', customData: 'Off' } as const;
const allReadOnly = { name: 'ReadOnly', avatar: 'ReadOnly', profile: 'ReadOnly', customData: 'ReadOnly' } as const;

describe('<logto-profile> while the account is loading', () => {
  const slowly = async (options: FakeLogtoOptions) => {
    const gate = aGate();
    const logto = new FakeLogto(options);
    answerWith(logto, 'GET', gate.passed);
    const page = await openProfile({ logto, stillLoading: true });
    await whenRendered(page.provider);
    return { ...page, answer: gate.open, words: textsShown(page.tag) };
  };

  it('shows only the loading state, and is accessible', async () => {
    const { tag, provider, answer } = await slowly({});
    expect(textOf(tag)).to.equal('Loading…');
    expect(tag.matches(':state(loading)')).to.equal(true);
    await expect(tag).to.be.accessible();
    answer();
    await whenLoaded(provider);
    expect(tag.matches(':state(loading)')).to.equal(false);
    expect(textOf(tag)).to.contain('Ada Lovelace');
  });

  it('never shows anything that turns out to be off', async () => {
    const { tag, provider, answer, words } = await slowly({ fields: allOff });
    await new Promise((resolve) => setTimeout(resolve, 100));
    answer();
    await whenLoaded(provider);
    await whenRendered(tag);
    expect([...words]).to.have.members(['']);
  });

  it('waits for the settings, and never shows a button that they forbid', async () => {
    const gate = aGate();
    const logto = new FakeLogto({ fields: allReadOnly });
    serveAlso(
      http.get(`${location.origin}/settings.json`, async () => {
        await gate.opened;
        return HttpResponse.json(snapshotOf(logto));
      }),
    );
    const attributes = { 'settings-src': '/settings.json' };
    const { tag, provider } = await openProfile({ logto, settings: 'none', attributes, stillLoading: true });
    await waitUntil(() => logto.requests.some(({ path }) => path === '/api/my-account'));
    await whenRendered(provider);
    const words = textsShown(tag);
    gate.open();
    await whenLoaded(provider);
    expect(buttonsOf(tag)).to.deep.equal([]);
    expect([...words].filter((text) => text.includes('Change'))).to.deep.equal([]);
  });
});

describe('<logto-profile> with the tenant’s toggles', () => {
  it('renders nothing, takes no space and is in the state “off” if everything is off', async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag } = await openProfile({ fields: allOff });
    expect(textOf(tag)).to.equal('');
    expect(tag.shadowRoot!.textContent.trim()).to.equal('');
    expect(tag.getBoundingClientRect().height).to.equal(0);
    expect(tag.checkVisibility()).to.equal(false);
    expect(tag.matches(':state(off)')).to.equal(true);
    expect(heard.map(({ access, target }) => [access, target === tag])).to.deep.equal([['off', true]]);
  });

  it('shows values without buttons if everything is read-only', async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag } = await openProfile({ fields: allReadOnly });
    expect(valuesOf(tag)).to.include({ Name: 'Ada Lovelace', Nickname: 'Ada', 'Job title': 'Mathematician' });
    expect(buttonsOf(tag)).to.deep.equal([]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    expect(heard.map(({ access }) => access)).to.deep.equal(['read-only']);
    await expect(tag).to.be.accessible();
  });

  it('shows a button for each value if everything is editable', async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag } = await openProfile();
    expect(buttonsOf(tag)).to.deep.equal(labelsOf(tag).map((label) => `Change ${label}`));
    expect(textOf(part(tag, 'heading'))).to.equal('Profile');
    for (const state of ['loading', 'signed-out', 'failed', 'off', 'read-only'])
      expect(tag.matches(`:state(${state})`), state).to.equal(false);
    expect(heard.map(({ access }) => access)).to.deep.equal(['edit']);
    await expect(tag).to.be.accessible();
  });

  it('follows each toggle separately', async () => {
    const fields = { name: 'Edit', avatar: 'Off', profile: 'ReadOnly', customData: 'Edit' } as const;
    const { tag } = await openProfile({ fields });
    expect(labelsOf(tag)).to.include.members(['Name', 'Nickname', 'Address', 'Job title']);
    expect(labelsOf(tag)).not.to.include('Picture');
    expect(buttonsOf(tag)).to.deep.equal(
      ['Name', 'Job title', 'Team size', 'Newsletter', 'Plan', 'Badge'].map((label) => `Change ${label}`),
    );
    expect(tag.matches(':state(read-only)')).to.equal(false);
    await expect(tag).to.be.accessible();
  });

  it('hides the buttons and reports read-only access while readonly is set', async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag } = await openProfile({ readonly: true });
    expect(valuesOf(tag)).to.include({ Name: 'Ada Lovelace' });
    expect(buttonsOf(tag)).to.deep.equal([]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    tag.readonly = false;
    await tag.updateComplete;
    expect(buttonsOf(tag)).to.include('Change Name');
    expect(heard.map(({ access }) => access)).to.deep.equal(['read-only', 'edit']);
  });

  it('shows which values are not set', async () => {
    const { tag } = await openProfile({ user: { name: null, profile: {}, customData: {} } });
    const { Picture: picture, ...others } = valuesOf(tag);
    expect(picture).to.equal('A Not set'); // the initial of the username replaces the picture
    expect(new Set(Object.values(others))).to.deep.equal(new Set(['Not set']));
    await expect(tag).to.be.accessible();
  });
});

describe('<logto-profile> without an account', () => {
  for (const [what, answer] of [
    ['an unreachable server', () => Response.error()],
    ['a server fault', () => new Response(null, { status: 500 })],
    ['too many requests', () => new Response(null, { status: 429 })],
  ] as const)
    it(`says that loading failed because of ${what}, and can be retried`, async () => {
      const errors = eventsOf(document, 'logto-error');
      const logto = new FakeLogto();
      const recover = answerWith(logto, 'GET', answer);
      const { tag } = await openProfile({ logto });
      expect(textOf(tag)).to.match(/(try again|Try again)/);
      expect(parts(tag, 'row')).to.deep.equal([]);
      expect(tag.matches(':state(failed)')).to.equal(true);
      expect(errors).to.have.lengthOf(1);
      await expect(tag).to.be.accessible();
      recover();
      button(tag, 'Try again').click();
      await waitUntil(() => valuesOf(tag)['Name'] === 'Ada Lovelace');
    });

  it('keeps the focus in the element when a retry fails again', async () => {
    const logto = new FakeLogto();
    answerWith(logto, 'GET', () => Response.error());
    const { tag } = await openProfile({ logto });
    button(tag, 'Try again').focus();
    button(tag, 'Try again').click();
    await waitUntil(() => logto.requests.length === 2);
    await waitUntil(() => namesOf(tag, 'button').includes('Try again'));
    expect(document.activeElement?.localName).to.equal('logto-profile');
  });

  it('asks a signed-out user to sign in, without a request to Logto', async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag, logto } = await openProfile({ signedOut: true });
    expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
    expect(tag.matches(':state(signed-out)')).to.equal(true);
    expect(logto.requests).to.deep.equal([]);
    expect(heard).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('offers no retry if the tenant has no account center', async () => {
    const said = listenToConsole();
    const { tag } = await openProfile({ enabled: false });
    expect(textOf(tag)).to.equal('You cannot manage your account here yet. Contact support');
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    await waitUntil(() => said.warnings.join().includes('account_center.not_enabled'), 'The developer is not told.');
    await expect(tag).to.be.accessible();
  });

  it('has failed rather than being off if it lacks permission and the settings turn its fields on', async () => {
    const { tag } = await openProfile({ scopes: ['openid'] });
    expect(textOf(tag)).to.equal('This part of your account is not available here. Contact support');
    expect(tag.matches(':state(failed)')).to.equal(true);
    expect(tag.matches(':state(off)')).to.equal(false);
    await expect(tag).to.be.accessible();
  });

  it('leaves out values that it may not read, and keeps the others', async () => {
    const { tag } = await openProfile({ scopes: ['openid', 'profile', 'address'] });
    expect(labelsOf(tag)).to.include('Nickname');
    expect(labelsOf(tag)).not.to.include('Job title');
  });

  it('treats values that it may not read as off without settings', async () => {
    listenToConsole();
    const { tag } = await openProfile({ scopes: ['openid'], settings: 'none' });
    expect(textOf(tag)).to.equal('');
    expect(tag.matches(':state(off)')).to.equal(true);
  });
});
