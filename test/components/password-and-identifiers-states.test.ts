import { expect } from '@open-wc/testing';

import type { User } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { whenRendered } from '../helpers/mount.js';
import { button, namesOf, part, parts, textOf } from '../helpers/read.js';
import { accessHeard, answerWith, aTenant, isOpen, openTag, type CredentialTag } from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

interface Tag {
  name: CredentialTag;
  toggle: 'username' | 'email' | 'phone' | 'password';
  label: string;
  value: string;
  buttons: string[];
  /** Without it. */
  unset: Partial<User>;
}

const tags: Tag[] = [
  {
    name: 'logto-username',
    toggle: 'username',
    label: 'Username',
    value: 'ada',
    buttons: ['Change Username', 'Remove Username'],
    unset: { username: null },
  },
  {
    name: 'logto-email',
    toggle: 'email',
    label: 'Email',
    value: 'ada@example.com',
    buttons: ['Change Email', 'Remove Email'],
    unset: { primaryEmail: null },
  },
  {
    name: 'logto-phone',
    toggle: 'phone',
    label: 'Phone',
    value: '+1 202 555 0123',
    buttons: ['Change Phone', 'Remove Phone'],
    unset: { primaryPhone: null },
  },
  {
    name: 'logto-password',
    toggle: 'password',
    label: 'Password',
    value: 'Set',
    buttons: ['Change Password'],
    unset: { password: null },
  },
];

for (const { name, toggle, label, value, buttons, unset } of tags)
  describe(`<${name}>`, () => {
    it('waits for the account to load', async () => {
      const logto = aTenant();
      answerWith(logto, /^GET/, () => new Promise(() => undefined));
      const { tag, provider } = await openTag(name, { logto, stillLoading: true });
      await waitUntil(() => logto.requests.length === 1);
      await whenRendered(provider);
      expect(textOf(tag)).to.equal('Loading…');
      expect(tag.matches(':state(loading)')).to.equal(true);
      await expect(tag).to.be.accessible();
    });

    for (const settings of ['property', 'none'] as const)
      it(`shows the value and what can be done: settings ${settings}`, async () => {
        if (settings === 'none') listenToConsole();
        const heard = accessHeard();
        const { tag } = await openTag(name, { settings });
        expect(textOf(part(tag, 'label'))).to.equal(label);
        expect(textOf(part(tag, 'value'))).to.equal(value);
        expect(namesOf(tag, 'button')).to.deep.equal(buttons);
        expect(heard()).to.deep.equal(['edit']);
        expect(isOpen(tag)).to.equal(false);
        await expect(tag).to.be.accessible();
      });

    for (const settings of ['property', 'none'] as const)
      it(`renders nothing if the tenant has turned the field off: settings ${settings}`, async () => {
        if (settings === 'none') listenToConsole();
        const heard = accessHeard();
        const { tag } = await openTag(name, { settings, fields: { [toggle]: 'Off' } });
        expect(textOf(tag)).to.equal('');
        expect(tag.getBoundingClientRect().height).to.equal(0);
        expect(tag.matches(':state(off)')).to.equal(true);
        expect(heard()).to.deep.equal(['off']);
      });

    it('shows the value without buttons if the field is read-only', async () => {
      const heard = accessHeard();
      const { tag } = await openTag(name, { fields: { [toggle]: 'ReadOnly' } });
      expect(textOf(part(tag, 'value'))).to.equal(value);
      expect(namesOf(tag, 'button')).to.deep.equal([]);
      expect(tag.matches(':state(read-only)')).to.equal(true);
      expect(heard()).to.deep.equal(['read-only']);
      await expect(tag).to.be.accessible();
    });

    it('hides the buttons while the attribute readonly is set', async () => {
      const { tag } = await openTag(name, { readonly: true });
      expect(namesOf(tag, 'button')).to.deep.equal([]);
      expect(tag.hasAttribute('readonly')).to.equal(true);
      tag.removeAttribute('readonly');
      await tag.updateComplete;
      expect(namesOf(tag, 'button')).to.deep.equal(buttons);
    });

    it('says that the value is not set, and offers to add it', async () => {
      const { tag } = await openTag(name, { user: unset });
      expect(textOf(part(tag, 'value'))).to.equal('Not set');
      expect(namesOf(tag, 'button')).to.deep.equal([`Add ${label}`]);
      expect(textOf(button(tag, `Add ${label}`))).to.equal('Add');
      await expect(tag).to.be.accessible();
    });

    it('asks a signed-out user to sign in', async () => {
      const { tag } = await openTag(name, { signedOut: true });
      expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
      expect(tag.matches(':state(signed-out)')).to.equal(true);
      await expect(tag).to.be.accessible();
    });

    it('tries again after loading has failed', async () => {
      const logto = aTenant();
      const recover = answerWith(logto, /^GET/, () => Response.error());
      const { tag } = await openTag(name, { logto });
      expect(tag.matches(':state(failed)')).to.equal(true);
      await expect(tag).to.be.accessible();
      recover();
      button(tag, 'Try again').click();
      await waitUntil(() => parts(tag, 'value').length === 1);
      expect(textOf(part(tag, 'value'))).to.equal(value);
    });

    it('says that the value is not available here without the scope', async () => {
      listenToConsole();
      const { tag } = await openTag(name, { scopes: ['openid'] });
      expect(textOf(tag)).to.equal('This part of your account is not available here. Contact support');
      await expect(tag).to.be.accessible();
    });

    it('has a heading slot', async () => {
      const { tag } = await openTag(name);
      const heading = document.createElement('h2');
      heading.slot = 'heading';
      heading.textContent = 'Mine';
      tag.append(heading);
      expect(textOf(tag)).to.match(/^Mine /);
    });

    it('opens its form with the focus in it, and returns the focus to the button on close', async () => {
      const { tag, logto } = await openTag(name);
      const requests = logto.requests.length;
      part(tag, 'edit').click();
      await waitUntil(() => isOpen(tag) && tag.contains(document.activeElement));
      expect(document.activeElement!.getAttribute('tabindex')).to.equal(null);
      expect(namesOf(tag, 'button').filter((each) => buttons.includes(each))).to.deep.equal([]);
      await expect(tag).to.be.accessible();
      button(tag, 'Cancel').click();
      await waitUntil(() => !isOpen(tag));
      expect(tag.querySelector('input')).to.equal(null);
      expect(tag.shadowRoot!.activeElement).to.equal(part(tag, 'edit'));
      expect(logto.requests.length).to.equal(requests);
    });

    it('shows a change in every element of the same kind', async () => {
      const { tag, provider, user } = await openTag(name);
      const second = document.createElement(name);
      provider.append(second);
      Object.assign(user, unset);
      await provider.refresh();
      await whenRendered(provider);
      for (const each of [tag, second]) expect(textOf(part(each, 'value'))).to.equal('Not set');
    });
  });
