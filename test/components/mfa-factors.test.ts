import { expect } from '@open-wc/testing';

import '../../components/email/logto-email.js';
import '../../components/phone/logto-phone.js';
import { withBackupCodes, withPasskey, withTotp, type User } from '../fake-logto/fake-logto.js';
import { namesOf, textOf } from '../helpers/read.js';
import { labelsOf, valuesOf, buttonsIn } from '../helpers/rows.js';
import { waitUntil } from '../helpers/wait-until.js';
import { aTenant, answerWith, isOpen, press, pressAndWait } from './credential-page.js';
import { codesOf, keyOf, openMfa, valueOf, warningsIn, type MfaOptions } from './mfa-page.js';

const everything = ['Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode', 'PhoneVerificationCode'] as const;
const all = { factors: [...everything] };
const list = /^GET .*mfa-verifications$/;

describe('codes by email and text message', () => {
  it('show their address if they count as second steps, and are changed in their own elements', async () => {
    const { tag } = await openMfa({ mfa: all, has: [withTotp, withPasskey] });
    expect(labelsOf(tag)).to.deep.equal([
      'Ask at sign-in',
      'Authenticator app',
      'Code by email',
      'Code by text message',
      'Passkeys',
      'Backup codes',
    ]);
    expect(valuesOf(tag)).to.include({ 'Code by email': 'ada@example.com', 'Code by text message': '+1 202 555 0123' });
    expect(buttonsIn(tag, 'Code by email')).to.deep.equal(['Change Code by email']);
    expect(buttonsIn(tag, 'Code by text message')).to.deep.equal(['Change Code by text message']);
    expect(buttonsIn(tag, 'Passkeys')).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('open the form of the email address or phone number, which takes the focus', async () => {
    const { tag, provider } = await openMfa({ mfa: all });
    for (const [name, button] of [
      ['logto-email', 'Change Code by email'],
      ['logto-phone', 'Change Code by text message'],
    ] as const) {
      const other = document.createElement(name);
      provider.append(other);
      await waitUntil(() => namesOf(other, 'button').length > 0, `<${name}> is not there.`);
      press(tag, button);
      await waitUntil(() => isOpen(other) && other.contains(document.activeElement), 'No form is open.');
      expect(namesOf(tag, 'button')).to.include(button);
    }
  });

  for (const [what, fields, readonly] of [
    ['may not be changed', { email: 'ReadOnly', phone: 'Off' }, false],
    ['are read-only here', {}, true],
  ] as const)
    it(`codes by email and text message have no button if they ${what}`, async () => {
      const { tag } = await openMfa({ mfa: all, fields, readonly });
      expect(namesOf(tag, 'button').filter((name) => name.startsWith('Change'))).to.deep.equal([]);
    });

  for (const [who, user, shown] of [
    ['neither', { primaryEmail: null, primaryPhone: null }, []],
    ['an email address', { primaryPhone: null }, ['Code by email']],
    ['a phone number', { primaryEmail: null }, ['Code by text message']],
  ] as [string, Partial<User>, string[]][])
    it(`are shown if the user has an address or number: ${who}`, async () => {
      const { tag } = await openMfa({ mfa: all, user });
      expect(labelsOf(tag).filter((label) => label.startsWith('Code'))).to.deep.equal(shown);
      const nothing = warningsIn(tag, 'Ask at sign-in').filter((words) => words.startsWith('You have no second step'));
      expect(nothing).to.have.lengthOf(shown.length > 0 ? 0 : 1);
    });

  it('codes by email and text message are not shown without settings', async () => {
    const { tag } = await openMfa({ mfa: all, settings: 'none' });
    expect(labelsOf(tag)).to.deep.equal(['Ask at sign-in', 'Authenticator app', 'Backup codes']);
  });

  it('are enough for the element to be shown', async () => {
    const { tag } = await openMfa({ mfa: { factors: ['EmailVerificationCode'] } });
    expect(labelsOf(tag)).to.deep.equal(['Ask at sign-in', 'Code by email']);
    expect(namesOf(tag, 'button')).to.deep.equal(['Turn off two-step verification', 'Change Code by email']);
  });

  it('update when the account changes', async () => {
    const { tag, user, provider } = await openMfa({ mfa: all });
    user.primaryEmail = 'countess@example.com';
    await provider.refresh();
    await tag.updateComplete;
    expect(valueOf(tag, 'Code by email')).to.equal('countess@example.com');
  });
});

describe('passkeys in <logto-mfa>', () => {
  for (const [count, words] of [
    [1, '1 passkey'],
    [3, '3 passkeys'],
  ] as const)
    it(`show their number: ${count}`, async () => {
      const { tag } = await openMfa({ has: Array.from({ length: count }, () => withPasskey) });
      expect(valueOf(tag, 'Passkeys')).to.equal(words);
    });

  it('are not shown if the user has none or they do not count as a second step', async () => {
    expect(labelsOf((await openMfa()).tag)).not.to.include('Passkeys');
    const mfa = { factors: ['Totp' as const] };
    expect(labelsOf((await openMfa({ mfa, has: [withPasskey] })).tag)).not.to.include('Passkeys');
  });

  it('passkeys are shown without settings, too', async () => {
    const { tag } = await openMfa({ settings: 'none', has: [withPasskey, withPasskey] });
    expect(valueOf(tag, 'Passkeys')).to.equal('2 passkeys');
  });

  it('leave only the row “Ask at sign-in” if the user has no passkey and nothing else is offered', async () => {
    const { tag } = await openMfa({ mfa: { factors: ['WebAuthn'] } });
    expect(labelsOf(tag)).to.deep.equal(['Ask at sign-in']);
  });
});

describe('unknown values from a later Logto version', () => {
  it('unknown factors of the tenant are ignored', async () => {
    const { tag } = await openMfa({ mfa: { factors: ['Telepathy', 'Totp', 7, null] as never } });
    expect(labelsOf(tag)).to.deep.equal(['Ask at sign-in', 'Authenticator app']);
    await expect(tag).to.be.accessible();
  });

  it('unknown factors of the user are ignored', async () => {
    const logto = aTenant();
    const totp = { id: 'a', type: 'Totp', createdAt: '2026-09-01T00:00:00.000Z' };
    const strange = [
      null,
      7,
      'Totp',
      {},
      { id: 'b', type: 'Telepathy' },
      { id: 5, type: 'Totp' },
      { type: 'WebAuthn' },
    ];
    answerWith(logto, list, () => Response.json([...strange, totp]));
    const { tag } = await openMfa({ logto });
    expect(valuesOf(tag)).to.deep.equal({
      'Ask at sign-in': 'On',
      'Authenticator app': 'Set up Added Sep 1, 2026',
      'Backup codes': 'Not set up',
    });
  });

  it('invalid dates are left out of the row', async () => {
    const { tag } = await openMfa({ has: [(user) => withTotp(user, { createdAt: 'soon', lastUsedAt: 'never' })] });
    expect(valueOf(tag, 'Authenticator app')).not.to.match(/Invalid|NaN|soon|undefined/);
  });
});

describe('hostile responses to <logto-mfa>', () => {
  const hostile = '"><img src=x onerror="hacked=1"><script>hacked=1</script>';

  const isTextIn = (tag: Element) => {
    for (const root of [tag, tag.shadowRoot!]) expect(root.querySelectorAll('img, script')).to.have.lengthOf(0);
    expect('hacked' in window).to.equal(false);
  };

  it('are rendered as text: the user’s name', async () => {
    const { tag } = await openMfa({
      mfa: all,
      user: { username: hostile, primaryEmail: hostile, primaryPhone: hostile },
    });
    expect(valueOf(tag, 'Code by email')).to.contain('onerror');
    await pressAndWait(tag, 'Add Authenticator app');
    isTextIn(tag);
  });

  it('are rendered as text: a key', async () => {
    const { tag, logto } = await openMfa({ issuer: hostile });
    answerWith(logto, /totp-secret/, () => Response.json({ secret: hostile }));
    await pressAndWait(tag, 'Add Authenticator app');
    expect(keyOf(tag)).to.equal(hostile.replace(/\s/g, ''));
    expect(tag.shadowRoot!.querySelector('a')!.protocol).to.equal('otpauth:');
    isTextIn(tag);
  });

  it('are rendered as text: backup codes', async () => {
    const { tag, logto } = await openMfa({ has: [withTotp, withBackupCodes] });
    answerWith(logto, /^GET .*backup-codes$/, () => Response.json({ codes: [{ code: hostile, usedAt: hostile }] }));
    await pressAndWait(tag, 'Show Backup codes');
    expect(codesOf(tag)).to.deep.equal([`${hostile} used`]);
    isTextIn(tag);
  });

  it('are never shown: the message of an error', async () => {
    const { tag, logto } = await openMfa();
    answerWith(logto, /totp-secret/, () => Response.json({ code: hostile, message: hostile }, { status: 400 }));
    await pressAndWait(tag, 'Add Authenticator app');
    expect(textOf(tag)).not.to.contain('onerror');
    isTextIn(tag);
  });

  it('do not break the element: a key that is too long for a QR code', async () => {
    const { tag, logto } = await openMfa();
    const stop = answerWith(logto, /totp-secret/, () => Response.json({ secret: 'A'.repeat(5000) }));
    await pressAndWait(tag, 'Add Authenticator app');
    stop();
    expect(textOf(tag)).to.contain('Two-step verification');
    expect(labelsOf(tag)).to.include('Authenticator app');
    expect(labelsOf(tag)).to.include('Backup codes');
    await expect(tag).to.be.accessible();
  });

  it('are escaped in the request path: the id of a factor', async () => {
    const id = '../../my-account?x=1#';
    const { tag, sent } = await openMfa({ has: [(user: User) => withTotp(user, { id })] } satisfies MfaOptions);
    await pressAndWait(tag, 'Remove Authenticator app');
    await pressAndWait(tag, 'Remove');
    expect(sent.map(({ path }) => path)).to.include(`/api/my-account/mfa-verifications/${encodeURIComponent(id)}`);
  });
});
