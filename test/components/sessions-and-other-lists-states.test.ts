import { expect } from '@open-wc/testing';

import { listenToConsole } from '../helpers/console.js';
import { deferred } from '../helpers/deferred.js';
import { whenLoaded, whenRendered } from '../helpers/mount.js';
import { allByRole, button, namesOf, part, textOf } from '../helpers/read.js';
import { stayHere } from '../helpers/stay-here.js';
import { focused, labelsOf, rowOf, valuesOf } from '../helpers/rows.js';
import {
  accessHeard,
  alertsIn,
  answerWith,
  errorsHeard,
  isOpen,
  press,
  pressAndWait,
  refusal,
  whenIdle,
} from './credential-page.js';
import { aGuardedTenant, guardedTags, openList, openShown, showName } from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

/** A user who signs in with a social account only. */
const withoutMethod = {
  password: null,
  primaryEmail: null,
  primaryPhone: null,
  identities: { github: { userId: '1' } },
};

for (const { name, has, path, field, heading, locked, labels, remove } of guardedTags) {
  const show = showName[name];

  describe(`<${name}> before the list is shown`, () => {
    it('offers to show the list, without requesting it', async () => {
      const heard = accessHeard();
      const { tag, reads, sent } = await openList(name, { has });
      expect(textOf(part(tag, 'heading'))).to.equal(heading);
      expect(labelsOf(tag)).to.deep.equal([locked]);
      expect(valuesOf(tag)[locked]).to.contain('confirm it’s you');
      expect(namesOf(tag, 'button')).to.deep.equal([show]);
      expect(textOf(button(tag, show))).to.equal('Show');
      expect(reads()).to.deep.equal(name === 'logto-trusted-devices' ? [path] : []);
      expect(sent).to.deep.equal([]);
      expect(heard()).to.deep.equal(['edit']);
      for (const state of ['loading', 'signed-out', 'failed', 'off', 'read-only'])
        expect(tag.matches(`:state(${state})`), state).to.equal(false);
      await expect(tag).to.be.accessible();
    });

    it('does not request the list when the account is read again', async () => {
      const { tag, provider, reads } = await openList(name, { has });
      const before = reads().length;
      await provider.refresh();
      await whenIdle(tag);
      expect(labelsOf(tag)).to.deep.equal([locked]);
      expect(reads().slice(before).length).to.equal(name === 'logto-trusted-devices' ? 1 : 0);
    });

    it('shows only the loading state while the account is loading', async () => {
      const logto = aGuardedTenant();
      const gate = deferred<undefined>();
      answerWith(logto, /^GET .*my-account$/, () => gate.promise);
      const { tag, provider } = await openList(name, { logto, has, stillLoading: true });
      await whenRendered(tag);
      expect(textOf(tag)).to.equal('Loading…');
      expect(tag.matches(':state(loading)')).to.equal(true);
      await expect(tag).to.be.accessible();
      gate.resolve(undefined);
      await whenLoaded(provider);
      await whenIdle(tag);
      expect(tag.matches(':state(loading)')).to.equal(false);
      expect(labelsOf(tag)).to.deep.equal([locked]);
    });
  });

  describe(`<${name}> with the tenant’s toggles`, () => {
    it('renders nothing, takes no space, sends no request and is in the state “off” if it is off', async () => {
      const heard = accessHeard();
      const { tag, reads } = await openList(name, { has, fields: { [field]: 'Off' } });
      expect(tag.shadowRoot!.textContent.trim()).to.equal('');
      expect(tag.getBoundingClientRect().height).to.equal(0);
      expect(tag.matches(':state(off)')).to.equal(true);
      expect(heard()).to.deep.equal(['off']);
      expect(reads()).to.deep.equal([]);
    });

    it('shows the list without buttons if it is read-only', async () => {
      const heard = accessHeard();
      const { tag } = await openList(name, { has, fields: { [field]: 'ReadOnly' } });
      expect(namesOf(tag, 'button')).to.deep.equal([show]);
      expect(tag.matches(':state(read-only)')).to.equal(true);
      await pressAndWait(tag, show);
      expect(labelsOf(tag)).to.deep.equal(labels.filter((label) => label !== 'Everywhere else'));
      expect(namesOf(tag, 'button')).to.deep.equal([]);
      expect(heard()).to.deep.equal(['read-only']);
      await expect(tag).to.be.accessible();
    });

    it('shows the list without buttons while the attribute readonly is set', async () => {
      const { tag } = await openShown(name, { has, readonly: true });
      expect(tag.hasAttribute('readonly')).to.equal(true);
      expect(tag.matches(':state(read-only)')).to.equal(true);
      expect(labelsOf(tag)).to.deep.equal(labels.filter((label) => label !== 'Everywhere else'));
      expect(namesOf(tag, 'button')).to.deep.equal([]);
    });

    it('announces the length of the list with the attribute readonly, too', async () => {
      const { tag } = await openShown(name, { has, readonly: true });
      expect(textOf(part(tag, 'status'))).not.to.equal('');
    });

    it('shows an error with the attribute readonly, too', async () => {
      const logto = aGuardedTenant();
      const { tag } = await openList(name, { logto, has, readonly: true });
      answerWith(logto, new RegExp(`^GET .*${path}$`), () => new Response(null, { status: 500 }));
      await pressAndWait(tag, show);
      expect(alertsIn(tag)).to.deep.equal(['Something went wrong on our side. Try again in a moment.']);
    });

    it('is editable without settings', async () => {
      const heard = accessHeard();
      const { tag } = await openShown(name, { has, settings: 'none' });
      expect(namesOf(tag, 'button')).to.include(remove);
      expect(heard()).to.deep.equal(['edit']);
    });

    it('says that it is off if only Logto’s response says so', async () => {
      const errors = errorsHeard();
      const { tag } = await openList(name, { has, settings: 'none', fields: { [field]: 'Off' } });
      expect(labelsOf(tag)).to.deep.equal([locked]);
      expect(tag.matches(':state(off)')).to.equal(false);
      await pressAndWait(tag, show);
      expect(textOf(tag)).to.equal('This part of your account is not available here.');
      expect(namesOf(tag, 'button')).to.deep.equal([]);
      expect(focused(tag)).to.equal(part(tag, 'notice'));
      expect(tag.matches(':state(failed)')).to.equal(true);
      expect(errors.codes()).to.deep.equal(['account_center.field_not_enabled']);
      await expect(tag).to.be.accessible();
    });

    it('leads to the password if the user has no way to verify', async () => {
      const { tag, sent, provider } = await openList(name, { has, user: withoutMethod });
      provider.append(document.createElement('logto-password'));
      await whenIdle(provider);
      await pressAndWait(tag, show);
      expect(alertsIn(rowOf(tag, locked))).to.deep.equal(['To do this, set a password first.']);
      expect(sent).to.deep.equal([]);
      await expect(tag).to.be.accessible();
      await waitUntil(() => namesOf(tag, 'button').includes('Set a password'));
      press(tag, 'Set a password');
      const password = provider.querySelector('logto-password')!;
      await waitUntil(() => isOpen(password) && password.contains(document.activeElement), 'No form is open.');
    });

    it('leads to the password on Logto’s page if this page has no element for it', async () => {
      const addresses = stayHere();
      const { tag } = await openList(name, { has, user: withoutMethod });
      await pressAndWait(tag, show);
      await waitUntil(() => namesOf(tag, 'button').includes('Set a password'));
      press(tag, 'Set a password');
      await waitUntil(() => addresses.length > 0);
      expect(addresses.map(({ pathname }) => pathname)).to.deep.equal(['/account/password']);
    });

    it('tells the user what to do if Logto also rejects the second verification', async () => {
      const logto = aGuardedTenant();
      const { tag } = await openList(name, { logto, has });
      answerWith(logto, new RegExp(`^GET .*${path}$`), () => refusal(401, 'verification_record.permission_denied'));
      await pressAndWait(tag, show);
      expect(alertsIn(rowOf(tag, locked))).to.deep.equal([
        'This could not be confirmed. Sign out, sign in again, and then try once more.',
      ]);
    });

    it('has a heading slot, and one list', async () => {
      const { tag } = await openShown(name, { has });
      const mine = document.createElement('h3');
      mine.slot = 'heading';
      mine.textContent = 'Mine';
      tag.append(mine);
      expect(namesOf(tag, 'heading')).to.deep.equal(['Mine']);
      expect(allByRole(tag, 'list')).to.have.lengthOf(1);
      expect(allByRole(tag, 'listitem')).to.have.lengthOf(labels.length);
    });
  });

  describe(`<${name}> without an account`, () => {
    it('asks a signed-out user to sign in, without a request to Logto', async () => {
      const { tag, logto } = await openList(name, { has, signedOut: true });
      expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
      expect(tag.matches(':state(signed-out)')).to.equal(true);
      expect(logto.requests).to.deep.equal([]);
      await expect(tag).to.be.accessible();
    });

    it('shows that the account could not be loaded, and tries again', async () => {
      const logto = aGuardedTenant();
      const recover = answerWith(logto, /^GET .*my-account$/, () => Response.error());
      const { tag } = await openList(name, { logto, has });
      expect(textOf(tag)).to.contain('We could not reach the server.');
      expect(namesOf(tag, 'button')).to.deep.equal(['Try again']);
      expect(tag.matches(':state(failed)')).to.equal(true);
      await expect(tag).to.be.accessible();
      recover();
      await pressAndWait(tag, 'Try again');
      await waitUntil(() => labelsOf(tag).length > 0);
      expect(labelsOf(tag)).to.deep.equal([locked]);
    });

    it('offers no retry if the tenant has no account center', async () => {
      const said = listenToConsole();
      const { tag } = await openList(name, { enabled: false });
      expect(textOf(tag)).to.equal('You cannot manage your account here yet. Contact support');
      expect(namesOf(tag, 'button')).to.deep.equal([]);
      expect(said.warnings.join()).to.contain('account_center.not_enabled');
    });
  });
}

describe('a response that sessions are off', () => {
  it('turns off all elements of the page that show sessions', async () => {
    const { tag, provider } = await openList('logto-sessions', { settings: 'none', fields: { session: 'Off' } });
    const apps = provider.appendChild(document.createElement('logto-connected-apps'));
    await whenIdle(provider);
    expect(namesOf(apps, 'button')).to.deep.equal([showName['logto-connected-apps']]);
    await pressAndWait(tag, showName['logto-sessions']);
    await whenRendered(apps);
    expect(apps.matches(':state(off)')).to.equal(true);
    expect(textOf(apps)).to.equal('');
  });
});
