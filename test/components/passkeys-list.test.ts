import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { withBackupCodes, withPasskey, withTotp, type User } from '../fake-logto/fake-logto.js';
import { whenRendered } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { allByRole, button, namesOf, textOf } from '../helpers/read.js';
import { buttonsIn, focused, labelsOf, rowOf, valuesOf, textOfPart } from '../helpers/rows.js';
import {
  alertsIn,
  answerWith,
  errorsHeard,
  labelled,
  openPage,
  pressAndWait,
  refusal,
  whenIdle,
  statusOf,
  writesIn,
} from './credential-page.js';
import { namesIn, openPasskeys, readsOf, rename, type PasskeysOptions } from './passkeys-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';
const passkey = (overrides: Parameters<typeof withPasskey>[1]) => (user: User) => withPasskey(user, overrides);

describe('the list of <logto-passkeys>', () => {
  it('shows each passkey by name, in Logto’s order, with a row to add another', async () => {
    const { tag } = await openPasskeys({ has: ['Phone', 'Key on the ring', 'Laptop'] });
    expect(labelsOf(tag)).to.deep.equal(['Phone', 'Key on the ring', 'Laptop', 'Another passkey']);
    expect(buttonsIn(tag, 'Phone')).to.deep.equal(['Rename Phone', 'Remove Phone']);
    expect(allByRole(tag, 'list')).to.have.lengthOf(1);
    expect(allByRole(tag, 'listitem')).to.have.lengthOf(4);
    await expect(tag).to.be.accessible();
  });

  for (const [what, overrides, name] of [
    ['has no name', {}, 'Chrome on Linux'],
    ['has an empty name', { name: '' }, 'Chrome on Linux'],
    ['has a name of spaces', { name: '  ' }, 'Chrome on Linux'],
    ['comes from a phone', { agent: iPhone }, 'Safari on iOS'],
    ['has an empty user agent', { agent: '' }, 'Unnamed passkey'],
    ['has no user agent', { agent: undefined }, 'Unnamed passkey'],
    ['has a name with spaces around it', { name: ' Phone ' }, 'Phone'],
  ] as const)
    it(`names a passkey that ${what}: ${name}`, async () => {
      const { tag } = await openPasskeys({ has: [passkey(overrides)] });
      expect(labelsOf(tag)[0]).to.equal(name);
      expect(buttonsIn(tag, name)).to.deep.equal([`Rename ${name}`, `Remove ${name}`]);
    });

  it('shows when each passkey was added and last used', async () => {
    const [createdAt, lastUsedAt] = ['2026-03-04T12:00:00.000Z', '2026-10-05T12:00:00.000Z'];
    const has = [passkey({ name: 'Old', createdAt, lastUsedAt }), passkey({ name: 'New', createdAt })];
    const { tag } = await openPasskeys({ has });
    expect([valuesOf(tag)['Old'], valuesOf(tag)['New']]).to.deep.equal([
      'Added Mar 4, 2026 Last used Oct 5, 2026',
      'Added Mar 4, 2026',
    ]);
  });

  it('leaves out other second factors and unknown types', async () => {
    const aura = (user: User) => void user.mfaVerifications.push({ type: 'Aura', id: 'a', codes: [] } as never);
    const { tag } = await openPasskeys({ has: ['Phone', withTotp, withBackupCodes, aura] });
    expect(labelsOf(tag)).to.deep.equal(['Phone', 'Another passkey']);
  });

  it('follows a language change, and keeps the open form and its input', async () => {
    const { tag, provider } = await openPasskeys({ has: ['Phone', withPasskey] });
    await pressAndWait(tag, 'Rename Chrome on Linux');
    const field = labelled(tag, 'Name');
    field.value = 'Phone of work';
    field.dispatchEvent(new Event('input'));
    provider.lang = 'de';
    await whenIdle(tag);
    await waitUntil(() => namesOf(tag, 'button').includes('Phone umbenennen'), 'It is not in German.');
    expect(textOf(tag)).to.contain('Hinzugefügt am 01.09.2026');
    expect(labelled(tag, 'Name').value).to.equal('Phone of work');
    await expect(tag).to.be.accessible();
  });

  it('is read once for two elements, and a change in one shows in both', async () => {
    const two = html`<logto-passkeys></logto-passkeys><logto-passkeys></logto-passkeys>`;
    const { provider, logto } = await openPage(two);
    withPasskey(logto.tenant.users[0]!, { name: 'Phone' });
    const [first, second] = [...provider.querySelectorAll('logto-passkeys')] as const;
    await provider.refresh();
    await whenIdle(first!);
    const before = readsOf(logto, '/mfa-verifications');
    await rename(first!, 'Phone', 'Work phone');
    await whenRendered(provider);
    for (const tag of [first!, second!]) expect(namesIn(tag)).to.deep.equal(['Work phone']);
    expect([first!, second!].map(statusOf)).to.deep.equal(['Work phone saved.', '']);
    expect(before).to.be.at.most(2);
    expect(readsOf(logto, '/mfa-verifications')).to.equal(before);
  });
});

describe('the suggestion to sign in with a passkey', () => {
  const signInExperience = { passkeySignIn: { enabled: true } };
  const on = 'Turn on passkey suggestions at sign-in';
  const off = 'Turn off passkey suggestions at sign-in';
  const value = 'Suggest passkeys';
  const opened = (options: PasskeysOptions = {}) => openPasskeys({ signInExperience, ...options });
  const config = /^PATCH .*logto-configs$/;

  it('turns off and on again immediately, is announced, and keeps the focus on the button', async () => {
    const { tag, user, sent } = await opened();
    const heard = eventsOf(document, 'logto-passkeys-updated');
    await pressAndWait(tag, off);
    expect(user.logtoConfig.passkeySignIn.skipped).to.equal(true);
    expect([valuesOf(tag)[value], statusOf(tag)]).to.deep.equal([
      'Off',
      'When you sign in, you are no longer asked whether to create a passkey.',
    ]);
    expect(focused(tag)).to.equal(button(tag, on));
    await pressAndWait(tag, on);
    expect(user.logtoConfig.passkeySignIn.skipped).to.equal(false);
    expect([valuesOf(tag)[value], statusOf(tag)]).to.deep.equal([
      'On',
      'When you sign in, you are asked whether to create a passkey.',
    ]);
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([
      ['disabled', 'sign-in', tag],
      ['enabled', 'sign-in', tag],
    ]);
    expect(writesIn(sent).map(({ body }) => body)).to.deep.equal([
      { passkeySignIn: { skipped: true } },
      { passkeySignIn: { skipped: false } },
    ]);
  });

  it('keeps other preferences when it changes', async () => {
    const has = [(user: User) => void Object.assign(user.logtoConfig.mfa, { skipped: true })];
    const { tag, user } = await opened({ has });
    await pressAndWait(tag, off);
    expect(user.logtoConfig.mfa.skipped).to.equal(true);
  });

  it('has a button whose accessible name contains its visible text', async () => {
    const { tag } = await opened();
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, off);
    await expect(tag).to.be.accessible();
  });

  it('stays unchanged if Logto rejects the change, with an error in its row', async () => {
    const { tag, logto } = await opened();
    const errors = errorsHeard();
    const recover = answerWith(logto, config, () => refusal(500, 'x'));
    await pressAndWait(tag, off);
    expect(textOfPart(rowOf(tag, value), 'error')).to.equal('Something went wrong on our side. Try again in a moment.');
    expect(valuesOf(tag)[value]).to.equal('On');
    expect(errors.kinds()).to.deep.equal(['unexpected']);
    recover();
    await pressAndWait(tag, off);
    expect(valuesOf(tag)[value]).to.equal('Off');
    expect(alertsIn(tag)).to.deep.equal([]);
  });

  it('sends one request after a double click', async () => {
    const { tag, sent } = await opened();
    const toggle = button(tag, off);
    toggle.click();
    toggle.click();
    await whenIdle(tag);
    expect(writesIn(sent)).to.have.lengthOf(1);
  });

  it('becomes read-only when Logto refuses, and says so', async () => {
    const { tag, logto } = await opened();
    logto.tenant.accountCenter.fields.passkey = 'ReadOnly';
    await pressAndWait(tag, off);
    expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
    expect(allByRole(tag, 'button')).to.deep.equal([]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
  });
});
