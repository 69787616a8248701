import { expect } from '@open-wc/testing';
import { html } from 'lit';

import '../../components/account/logto-account.js';
import '../../components/mfa/logto-mfa.js';
import '../../components/passkeys/logto-passkeys.js';
import '../../components/profile/logto-profile.js';
import { withPasskey, withTotp } from '../fake-logto/fake-logto.js';
import { namesOf, part, parts, textOf } from '../helpers/read.js';
import { focused } from '../helpers/rows.js';
import { beAt, openAccount, whenAccountIdle } from './account-page.js';
import {
  alertsIn,
  answerWith,
  aTenant,
  whenDialogClosed,
  enter,
  formOf,
  isOpen,
  labelled,
  openForm,
  openPage,
  openTag,
  press,
  pressInDialog,
  refusal,
  whenIdle,
  submit,
  theDialog,
  type CredentialTag,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const isNotAllowed = () => refusal(400, 'account_center.field_not_editable');
const words = 'This cannot be changed here. For help, contact support.';

describe('a change that Logto refuses permanently', () => {
  for (const [name, label, value] of [
    ['logto-username', 'Username', 'countess'],
    ['logto-password', 'New password', 'Teal-Kettle!48'],
  ] as const)
    it(`cannot be sent again from the form, which keeps the input: <${name}>`, async () => {
      const { tag, logto } = await openTag(name);
      const form = await openForm(tag);
      answerWith(logto, /^(PATCH|POST) .*my-account/, isNotAllowed);
      enter(form, label, value);
      press(tag, 'Save');
      await whenIdle(tag);
      expect(textOf(form)).to.contain(words);
      expect(namesOf(form, 'button').filter((each) => !each.startsWith('Show'))).to.deep.equal(['Cancel']);
      expect(tag.contains(document.activeElement)).to.equal(true);
      enter(form, label, `${value}2`);
      await tag.updateComplete;
      expect(textOf(form)).to.contain(words);
      expect(namesOf(form, 'button')).not.to.include('Save');
    });

  it('cannot be sent again from the form, which keeps the input: a text of the profile', async () => {
    const logto = aTenant();
    const { provider } = await openPage(html`<logto-profile></logto-profile>`, { logto });
    await whenIdle(provider);
    const profile = provider.querySelector('logto-profile')!;
    press(profile, 'Change Name');
    await waitUntil(() => isOpen(profile));
    answerWith(logto, /^PATCH .*my-account/, isNotAllowed);
    enter(profile, 'Name', 'Ada King');
    press(profile, 'Save');
    await whenIdle(profile);
    const form = formOf(profile);
    expect(textOf(form)).to.contain(words);
    expect(namesOf(form, 'button')).to.deep.equal(['Cancel']);
    expect(labelled(profile, 'Name').value).to.equal('Ada King');
    expect(profile.contains(document.activeElement)).to.equal(true);
  });

  for (const [name, remove] of [
    ['logto-username', 'Remove Username'],
    ['logto-email', 'Remove Email'],
    ['logto-phone', 'Remove Phone'],
  ] as [CredentialTag, string][])
    it(`cannot be confirmed again: <${name}>`, async () => {
      const { tag, logto } = await openTag(name);
      answerWith(logto, /^(PATCH|DELETE) .*my-account/, isNotAllowed);
      press(tag, remove);
      await whenIdle(tag);
      press(tag, 'Remove');
      await whenIdle(tag);
      expect(textOf(tag)).to.contain(words);
      expect(namesOf(tag, 'button')).to.deep.equal(['Keep']);
      expect(focused(tag)).to.equal(part(tag, 'cancel'));
      press(tag, 'Keep');
      await whenIdle(tag);
      expect(parts(tag, 'form')).to.deep.equal([]);
      expect(namesOf(tag, 'button')).to.deep.equal([]);
    });

  it('offers the tenant’s support contact if there is one', async () => {
    const { tag, logto } = await openTag('logto-username');
    await openForm(tag);
    answerWith(logto, /^PATCH .*my-account/, isNotAllowed);
    enter(tag, 'Username', 'countess');
    expect(parts(tag, 'support')).to.deep.equal([]);
    await submit(tag);
    const link = part<HTMLAnchorElement>(tag, 'support');
    expect([textOf(link), link.href]).to.deep.equal(['Contact support', 'mailto:help@example.com']);
    await expect(tag).to.be.accessible();
    press(tag, 'Cancel');
    await whenIdle(tag);
    expect(parts(tag, 'support')).to.deep.equal([]);
  });

  it('offers no support contact if the tenant has none', async () => {
    const signInExperience = { supportEmail: null };
    const { tag, logto } = await openTag('logto-username', { signInExperience });
    await openForm(tag);
    answerWith(logto, /^PATCH .*my-account/, isNotAllowed);
    enter(tag, 'Username', 'countess');
    await submit(tag);
    expect(textOf(formOf(tag))).to.contain(words);
    expect(parts(tag, 'support')).to.deep.equal([]);
  });

  it('cannot be sent again: a picture, a name, a factor, a passkey', async () => {
    const logto = aTenant();
    const [user] = logto.tenant.users;
    withTotp(user!);
    withPasskey(user!, { name: 'Laptop' });
    const content = html`<logto-profile></logto-profile><logto-mfa></logto-mfa><logto-passkeys></logto-passkeys>`;
    const { provider } = await openPage(content, { logto });
    await whenIdle(provider);
    answerWith(logto, /^(PATCH|DELETE|POST) .*my-account/, isNotAllowed);
    for (const [name, open, confirm] of [
      ['logto-mfa', 'Remove Authenticator app', 'Remove'],
      ['logto-passkeys', 'Remove Laptop', 'Remove'],
    ] as const) {
      const tag = provider.querySelector(name)!;
      await whenIdle(tag);
      press(tag, open);
      await whenIdle(tag);
      press(tag, confirm);
      await whenIdle(tag);
      expect(textOf(tag), name).to.contain(words);
      expect(namesOf(tag, 'button'), name).to.include('Keep').and.not.to.include(confirm);
    }
    const profile = provider.querySelector('logto-profile')!;
    press(profile, 'Change Picture');
    await waitUntil(() => isOpen(profile));
    enter(profile, 'Or use a link to a picture', 'https://example.com/new.png');
    press(profile, 'Save');
    await whenIdle(profile);
    expect(textOf(profile)).to.contain(words);
    expect(namesOf(formOf(profile), 'button'))
      .not.to.include('Save')
      .and.not.to.include('Remove picture');
  });
});

describe('a third-party app', () => {
  it('may change the account at Logto 1.42 like any other app', async () => {
    const { tag, user } = await openTag('logto-username');
    await openForm(tag);
    enter(tag, 'Username', 'countess');
    await submit(tag);
    expect(user.username).to.equal('countess');
  });

  const isForbidden = () => refusal(403, 'auth.third_party_application_forbidden');
  const said = ['This page can show your account, but cannot change it.'];

  it('is refused by later versions of Logto, and keeps the input', async () => {
    const { tag, logto, user } = await openTag('logto-username');
    answerWith(logto, /^PATCH .*my-account/, isForbidden);
    await openForm(tag);
    enter(tag, 'Username', 'countess');
    await submit(tag);
    expect(alertsIn(tag)).to.deep.equal(said);
    expect(namesOf(formOf(tag), 'button')).to.deep.equal(['Cancel']);
    expect(textOf(tag)).to.contain('Contact support');
    expect([labelled(tag, 'Username').value, user.username]).to.deep.equal(['countess', 'ada']);
  });

  it('is refused during step-up verification by later versions of Logto', async () => {
    const { tag, logto, user } = await openTag('logto-username', { withDialog: true });
    answerWith(logto, /^POST .*verifications/, isForbidden);
    await openForm(tag);
    enter(tag, 'Username', 'countess');
    press(tag, 'Save');
    const dialog = await theDialog();
    enter(dialog, 'Password', 'any');
    await pressInDialog(dialog, 'Confirm');
    expect(alertsIn(dialog)).to.deep.equal(said);
    expect(namesOf(dialog, 'button')).not.to.include('Confirm');
    press(dialog, 'Cancel');
    await whenDialogClosed();
    expect([labelled(tag, 'Username').value, user.username]).to.deep.equal(['countess', 'ada']);
  });
});

describe('an account that needs a password first', () => {
  it('links to the password in <logto-account> from any section', async () => {
    beAt('#devices');
    const { tag } = await openAccount({
      user: {
        password: null,
        primaryEmail: null,
        primaryPhone: null,
        identities: { github: { userId: '1' } },
      },
    });
    const sessions = tag.querySelector('logto-sessions')!;
    press(sessions, 'Show where you are signed in');
    await whenIdle(sessions);
    await waitUntil(() => namesOf(sessions, 'button').includes('Set a password'));
    press(sessions, 'Set a password');
    await waitUntil(() => location.hash === '#security');
    await whenAccountIdle(tag);
    const password = tag.querySelector('logto-password')!;
    await waitUntil(() => isOpen(password) && password.contains(document.activeElement), 'No form is open.');
  });
});
