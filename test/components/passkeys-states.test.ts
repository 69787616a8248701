import { expect } from '@open-wc/testing';

import { withPasskey } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { deferred } from '../helpers/deferred.js';
import { whenLoaded, whenRendered } from '../helpers/mount.js';
import { allByRole, namesOf, part, textOf } from '../helpers/read.js';
import { buttonsIn, labelsOf, rowOf, valuesOf, textOfPart } from '../helpers/rows.js';
import { accessHeard, answerWith, aTenant, errorsHeard, pressAndWait, whenIdle } from './credential-page.js';
import { addName, openPasskeys, readsOf, type PasskeysOptions } from './passkeys-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const about = 'Sign in with your fingerprint, face, or screen lock.';

async function expectOff(options: PasskeysOptions) {
  const heard = accessHeard();
  const errors = errorsHeard();
  const page = await openPasskeys(options);
  expect(textOf(page.tag)).to.equal('');
  expect(page.tag.getBoundingClientRect().height).to.equal(0);
  expect(page.tag.matches(':state(off)')).to.equal(true);
  expect(heard()).to.deep.equal(['off']);
  expect(errors.kinds()).to.deep.equal([]);
  return page;
}

describe('<logto-passkeys> while its resources are loading', () => {
  it('shows only the loading state, and announces no access', async () => {
    const heard = accessHeard();
    const logto = aTenant();
    const gate = deferred<undefined>();
    answerWith(logto, /^GET .*(mfa-verifications|logto-configs)$/, () => gate.promise);
    const { tag, provider } = await openPasskeys({ logto, has: ['Phone'], stillLoading: true });
    await whenLoaded(provider);
    await waitUntil(() => logto.requests.length >= 3);
    await whenRendered(tag);
    expect(textOf(tag)).to.equal('Loading…');
    expect(tag.matches(':state(loading)')).to.equal(true);
    expect(heard()).to.deep.equal([]);
    await expect(tag).to.be.accessible();
    gate.resolve(undefined);
    await whenIdle(tag);
    expect(labelsOf(tag)).to.deep.equal(['Phone', 'Another passkey']);
    expect(tag.matches(':state(loading)')).to.equal(false);
    expect(heard()).to.deep.equal(['edit']);
  });
});

describe('<logto-passkeys> with the tenant’s toggles', () => {
  it('is off without a request if the settings say so', async () => {
    const { logto } = await expectOff({ fields: { passkey: 'Off' }, has: ['Phone'] });
    expect(logto.requests.map(({ path }) => path)).to.deep.equal(['/api/my-account']);
  });

  it('is off if only Logto’s response says so', async () => {
    const { logto, provider, tag } = await expectOff({ fields: { passkey: 'Off' }, settings: 'none', has: ['Phone'] });
    await provider.refresh();
    await whenIdle(tag);
    expect(textOf(tag)).to.equal('');
    expect(readsOf(logto, '/logto-configs')).to.be.lessThan(3);
  });

  for (const [access, announced] of [
    ['Off', 'off'],
    ['ReadOnly', 'read-only'],
    ['Edit', 'edit'],
  ] as const)
    it(`follows the toggle for MFA if passkeys have no toggle: ${access}`, async () => {
      const heard = accessHeard();
      const logto = aTenant({ fields: { mfa: access } });
      delete logto.tenant.accountCenter.fields.passkey;
      const { tag } = await openPasskeys({ logto, has: ['Phone'] });
      expect(heard()).to.deep.equal([announced]);
      expect(textOf(tag).includes('Phone')).to.equal(access !== 'Off');
      expect(namesOf(tag, 'button').includes('Rename Phone')).to.equal(access === 'Edit');
    });

  it('shows everything without buttons if it is read-only', async () => {
    const heard = accessHeard();
    const signInExperience = { passkeySignIn: { enabled: true } };
    const { tag } = await openPasskeys({ fields: { passkey: 'ReadOnly' }, signInExperience, has: ['Phone'] });
    expect(valuesOf(tag)).to.deep.equal({ Phone: 'Added Sep 1, 2026', 'Suggest passkeys': 'On' });
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    expect(heard()).to.deep.equal(['read-only']);
    await expect(tag).to.be.accessible();
  });

  it('says that there are no passkeys if it is read-only', async () => {
    const { tag } = await openPasskeys({ fields: { passkey: 'ReadOnly' } });
    expect(allByRole(tag, 'listitem').map(textOf)).to.deep.equal(['Not set up']);
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('hides the buttons while the attribute readonly is set', async () => {
    const heard = accessHeard();
    const { tag } = await openPasskeys({ readonly: true, has: ['Phone'] });
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(tag.hasAttribute('readonly')).to.equal(true);
    tag.removeAttribute('readonly');
    await tag.updateComplete;
    expect(namesOf(tag, 'button')).to.deep.equal(['Rename Phone', 'Remove Phone', addName]);
    expect(heard()).to.deep.equal(['read-only', 'edit']);
  });

  for (const settings of ['property', 'none'] as const)
    it(`offers to add a first passkey if it is editable: settings ${settings}`, async () => {
      const heard = accessHeard();
      const { tag } = await openPasskeys({ settings });
      expect(textOf(part(tag, 'heading'))).to.equal('Passkeys');
      expect(valuesOf(tag)['Your first passkey']).to.equal(about);
      expect(buttonsIn(tag, 'Your first passkey')).to.deep.equal([addName]);
      expect(heard()).to.deep.equal(['edit']);
      for (const state of ['loading', 'signed-out', 'failed', 'off', 'read-only'])
        expect(tag.matches(`:state(${state})`), state).to.equal(false);
      await expect(tag).to.be.accessible();
    });

  for (const settings of ['property', 'none'] as const)
    it(`says that passkeys cannot be listed if MFA is off: settings ${settings}`, async () => {
      const fields = { mfa: 'Off', passkey: 'Edit' } as const;
      const { tag, logto, provider } = await openPasskeys({ settings, fields, has: ['Phone'] });
      expect(textOf(tag)).not.to.contain('Phone');
      expect(textOfPart(rowOf(tag, 'New passkey'), 'hint')).to.equal(
        'Passkeys that you already have cannot be shown here.',
      );
      expect(buttonsIn(tag, 'New passkey')).to.deep.equal([addName]);
      await expect(tag).to.be.accessible();
      await provider.refresh();
      await whenIdle(tag);
      expect(readsOf(logto, '/mfa-verifications')).to.be.at.most(settings === 'none' ? 2 : 0);
      expect(labelsOf(tag)).to.include('New passkey');
    });

  it('asks a signed-out user to sign in, without a request to Logto', async () => {
    const { tag, logto } = await openPasskeys({ signedOut: true });
    expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
    expect(tag.matches(':state(signed-out)')).to.equal(true);
    expect(logto.requests).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('says that the page lacks permission without the scope, and offers no retry', async () => {
    listenToConsole();
    const { tag } = await openPasskeys({ scopes: ['openid', 'profile', 'email'] });
    expect(textOf(tag)).to.equal(
      'This page is not allowed to do that. Sign out and sign in again, or contact support. Contact support',
    );
    expect(tag.matches(':state(failed)')).to.equal(true);
    await expect(tag).to.be.accessible();
  });

  it('has a heading slot', async () => {
    const { tag } = await openPasskeys({ has: ['Phone'] });
    tag.append(Object.assign(document.createElement('h3'), { slot: 'heading', textContent: 'Mine' }));
    expect(namesOf(tag, 'heading')).to.deep.equal(['Mine']);
    expect(allByRole(tag, 'listitem')).to.have.lengthOf(2);
  });
});

describe('<logto-passkeys> with the tenant’s factors', () => {
  const factors = ['Totp', 'BackupCode'] as never;

  it('is off if the tenant offers no passkeys and the user has none', async () => {
    await expectOff({ mfa: { factors } });
  });

  it('shows existing passkeys to rename and remove if the tenant no longer offers them', async () => {
    const { tag } = await openPasskeys({ mfa: { factors }, has: ['Phone'] });
    expect(labelsOf(tag)).to.deep.equal(['Phone']);
    expect(namesOf(tag, 'button')).to.deep.equal(['Rename Phone', 'Remove Phone']);
    await expect(tag).to.be.accessible();
  });

  it('offers passkeys if they are only used for sign-in', async () => {
    const signInExperience = { passkeySignIn: { enabled: true } };
    const { tag } = await openPasskeys({ mfa: { factors }, signInExperience });
    expect(labelsOf(tag)).to.deep.equal(['Your first passkey', 'Suggest passkeys']);
    expect(buttonsIn(tag, 'Your first passkey')).to.deep.equal([addName]);
  });

  it('does not offer the suggestion if no one signs in with a passkey', async () => {
    const { tag } = await openPasskeys({ signInExperience: { passkeySignIn: { enabled: false } } });
    expect(labelsOf(tag)).to.deep.equal(['Your first passkey']);
  });
});

describe('<logto-passkeys> when a resource cannot be read', () => {
  for (const [what, answer] of [
    ['an unreachable server', () => Response.error()],
    ['a server fault', () => new Response(null, { status: 500 })],
    ['a response of another shape', () => Response.json('Hello.')],
  ] as const)
    for (const route of ['mfa-verifications', 'logto-configs'])
      it(`shows an error instead of an empty list, and tries again: ${what}, ${route}`, async () => {
        const errors = errorsHeard();
        const logto = aTenant();
        const recover = answerWith(logto, new RegExp(`^GET .*${route}$`), answer);
        const { tag } = await openPasskeys({ logto, has: ['Phone'] });
        expect(labelsOf(tag)).to.deep.equal([]);
        expect(textOf(tag)).to.match(/[Tt]ry again/);
        expect(tag.matches(':state(failed)')).to.equal(true);
        expect(errors.kinds()).to.have.lengthOf(1);
        await expect(tag).to.be.accessible();
        recover();
        const before = logto.requests.length;
        await pressAndWait(tag, 'Try again');
        await waitUntil(() => labelsOf(tag).includes('Phone'), 'The list did not come.');
        expect(logto.requests.slice(before).map(({ path }) => path)).to.deep.equal([`/api/my-account/${route}`]);
      });

  it('works without the suggestion at sign-in if this version of Logto does not report it', async () => {
    const logto = aTenant({ signInExperience: { passkeySignIn: { enabled: true } } });
    answerWith(logto, /^GET .*logto-configs$/, () => new Response('Not Found', { status: 404 }));
    const { tag } = await openPasskeys({ logto, has: [withPasskey] });
    expect(labelsOf(tag)).to.deep.equal(['Chrome on Linux', 'Another passkey']);
  });
});
