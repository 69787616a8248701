import { expect } from '@open-wc/testing';

import { withBackupCodes, withPasskey, withTotp, type FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { labelsOf, valuesOf, buttonsIn } from '../helpers/rows.js';
import { deferred } from '../helpers/deferred.js';
import { whenLoaded, whenRendered } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { allByRole, namesOf, part, textOf, textsShown } from '../helpers/read.js';
import { accessHeard, answerWith, aTenant, whenIdle } from './credential-page.js';
import { openMfa, warningsIn } from './mfa-page.js';
import { waitUntil } from '../helpers/wait-until.js';

/** Holds back the responses that the element needs besides the account. */
async function slowly(options: FakeLogtoOptions & { settings?: 'none' } = {}) {
  const gate = deferred<undefined>();
  const logto = aTenant(options);
  answerWith(logto, /^GET .*mfa-/, () => gate.promise);
  const { tag, provider } = await openMfa({ logto, settings: options.settings ?? 'property', stillLoading: true });
  await whenLoaded(provider);
  await waitUntil(() => logto.requests.length >= (options.fields?.mfa === 'Off' && !options.settings ? 1 : 3));
  await whenRendered(tag);
  return { tag, words: textsShown(tag), answer: () => gate.resolve(undefined) };
}

describe('<logto-mfa> while its resources are loading', () => {
  it('shows only the loading state, and announces no access', async () => {
    const heard = accessHeard();
    const { tag, words, answer } = await slowly();
    expect(textOf(tag)).to.equal('Loading…');
    expect(tag.matches(':state(loading)')).to.equal(true);
    expect(heard()).to.deep.equal([]);
    await expect(tag).to.be.accessible();
    answer();
    await whenIdle(tag);
    expect(tag.matches(':state(loading)')).to.equal(false);
    expect(textOf(tag)).to.contain('Authenticator app');
    expect(heard()).to.deep.equal(['edit']);
    expect([...words].filter((text) => text !== 'Loading…' && !text.includes('Authenticator app'))).to.deep.equal([]);
  });

  it('never shows anything that turns out to be off', async () => {
    const heard = accessHeard();
    const { tag, words, answer } = await slowly({ fields: { mfa: 'Off' }, settings: 'none' });
    expect(textOf(tag)).to.equal('Loading…');
    answer();
    await whenIdle(tag);
    expect([...words]).to.have.members(['Loading…', '']);
    expect(heard()).to.deep.equal(['off']);
  });
});

describe('<logto-mfa> as the tenant allows', () => {
  for (const settings of ['property', 'none'] as const)
    it(`renders nothing, takes no space and is in the state “off” if it is off: settings ${settings}`, async () => {
      const heard = accessHeard();
      const { tag, logto } = await openMfa({ settings, fields: { mfa: 'Off' }, has: [withTotp] });
      expect(tag.shadowRoot!.textContent.trim()).to.equal('');
      expect(tag.getBoundingClientRect().height).to.equal(0);
      expect(tag.matches(':state(off)')).to.equal(true);
      expect(tag.matches(':state(failed)')).to.equal(false);
      expect(heard()).to.deep.equal(['off']);
      const asked = logto.requests.filter(({ path }) => path.includes('/mfa-'));
      expect(asked.length > 0).to.equal(settings === 'none');
    });

  it('reports no error when Logto responds that it is off', async () => {
    const errors = eventsOf(document, 'logto-error');
    await openMfa({ settings: 'none', fields: { mfa: 'Off' } });
    expect(errors).to.deep.equal([]);
  });

  for (const settings of ['property', 'none'] as const)
    it(`shows each factor and its actions if it is editable: settings ${settings}`, async () => {
      const heard = accessHeard();
      const { tag } = await openMfa({ settings });
      expect(textOf(part(tag, 'heading'))).to.equal('Two-step verification');
      expect(valuesOf(tag)).to.deep.equal({
        'Ask at sign-in': 'On',
        'Authenticator app': 'Not set up',
        'Backup codes': 'Not set up',
      });
      expect(namesOf(tag, 'button')).to.deep.equal(['Turn off two-step verification', 'Add Authenticator app']);
      expect(textOf(tag)).to.contain('You can create them once you have an authenticator app or a passkey.');
      expect(heard()).to.deep.equal(['edit']);
      for (const state of ['loading', 'signed-out', 'failed', 'off', 'read-only'])
        expect(tag.matches(`:state(${state})`), state).to.equal(false);
      await expect(tag).to.be.accessible();
    });

  it('shows everything that is set up', async () => {
    const lastUsedAt = '2026-09-20T10:00:00.000Z';
    const used = (user: Parameters<typeof withTotp>[0]) => withTotp(user, { lastUsedAt });
    const { tag } = await openMfa({ has: [used, withPasskey, withBackupCodes] });
    expect(valuesOf(tag)).to.deep.equal({
      'Ask at sign-in': 'On',
      'Authenticator app': 'Set up Added Sep 1, 2026 Last used Sep 20, 2026',
      Passkeys: '1 passkey',
      'Backup codes': '10 codes left',
    });
    expect(buttonsIn(tag, 'Authenticator app')).to.deep.equal([
      'Replace Authenticator app',
      'Remove Authenticator app',
    ]);
    expect(buttonsIn(tag, 'Backup codes')).to.deep.equal(['Show Backup codes', 'Replace Backup codes']);
    expect(labelsOf(tag).flatMap((label) => warningsIn(tag, label))).to.deep.equal([]);
    expect(allByRole(tag, 'list')).to.have.lengthOf(1);
    expect(allByRole(tag, 'listitem')).to.have.lengthOf(4);
    await expect(tag).to.be.accessible();
  });

  it('shows everything without buttons or suggestions if it is read-only', async () => {
    const heard = accessHeard();
    const { tag } = await openMfa({ fields: { mfa: 'ReadOnly' }, has: [withTotp, withBackupCodes] });
    expect(valuesOf(tag)).to.deep.equal({
      'Ask at sign-in': 'On',
      'Authenticator app': 'Set up Added Sep 1, 2026',
      'Backup codes': '10 codes left',
    });
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    expect(heard()).to.deep.equal(['read-only']);
    await expect(tag).to.be.accessible();
  });

  it('hides the buttons while the attribute readonly is set', async () => {
    const heard = accessHeard();
    const { tag } = await openMfa({ readonly: true });
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    expect(tag.hasAttribute('readonly')).to.equal(true);
    tag.removeAttribute('readonly');
    await tag.updateComplete;
    expect(namesOf(tag, 'button')).to.include('Add Authenticator app');
    expect(heard()).to.deep.equal(['read-only', 'edit']);
  });

  for (const [what, factors] of [
    ['no second step', []],
    ['only some of a later version', ['Telepathy']],
    ['only codes by email, and the user has no address', ['EmailVerificationCode']],
  ] as const)
    it(`is off if the tenant offers ${what}`, async () => {
      const heard = accessHeard();
      const { tag } = await openMfa({ mfa: { factors: factors as never }, user: { primaryEmail: null } });
      expect(textOf(tag)).to.equal('');
      expect(tag.getBoundingClientRect().height).to.equal(0);
      expect(tag.matches(':state(off)')).to.equal(true);
      expect(heard()).to.deep.equal(['off']);
    });

  it('asks a signed-out user to sign in, without a request to Logto', async () => {
    const { tag, logto } = await openMfa({ signedOut: true });
    expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
    expect(tag.matches(':state(signed-out)')).to.equal(true);
    expect(logto.requests).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('offers no retry if the tenant has no account center', async () => {
    const said = listenToConsole();
    const { tag } = await openMfa({ enabled: false });
    expect(textOf(tag)).to.equal('You cannot manage your account here yet. Contact support');
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(said.warnings.join()).to.contain('account_center.not_enabled');
  });

  it('leaves out two-step verification at sign-in if this version of Logto does not report it', async () => {
    const logto = aTenant();
    answerWith(logto, /^GET .*mfa-settings$/, () => new Response('Not Found', { status: 404 }));
    const { tag } = await openMfa({ logto, has: [withTotp] });
    expect(labelsOf(tag)).to.deep.equal(['Authenticator app', 'Backup codes']);
    await expect(tag).to.be.accessible();
  });

  it('has a heading slot', async () => {
    const { tag } = await openMfa();
    const heading = document.createElement('h3');
    heading.slot = 'heading';
    heading.textContent = 'Mine';
    tag.append(heading);
    expect(textOf(tag)).to.match(/^Mine Ask at sign-in/);
    expect(namesOf(tag, 'heading')).to.deep.equal(['Mine']);
  });
});
