import { expect } from '@open-wc/testing';

import { sectionLoaders } from '../../components/element-loaders.js';
import { skippingMfa, withBackupCodes, withPasskey, withTotp, type User } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { whenRendered } from '../helpers/mount.js';
import { part, parts, textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';
import {
  beAt,
  currentOf,
  follow,
  only,
  openAccount,
  whenAccountIdle,
  tagIn,
  topOf,
  whenElementLoaded,
  visibleTagsOf,
  type AccountOptions,
} from './account-page.js';
import { answerWith, aTenant, enter, openForm, press, refusal } from './credential-page.js';

interface SummaryOptions extends AccountOptions {
  /** Gives Ada second factors before the page opens. */
  gives?: ((user: User) => unknown)[];
}

/** The section “Security” of a page. */
async function openSecurity({ gives = [], ...options }: SummaryOptions = {}) {
  beAt('#security');
  const logto = options.logto ?? aTenant(options);
  for (const give of gives) give(logto.tenant.users[0]!);
  const page = await openAccount({ ...options, logto });
  return { ...page, logto };
}

type Tag = Awaited<ReturnType<typeof openSecurity>>['tag'];

const factsOf = (tag: Tag) => parts(tag, 'fact').map(textOf);
const nextOf = (tag: Tag) => parts(tag, 'next').map(textOf).join();
const hasSummary = (tag: Tag) => parts(tag, 'summary').length > 0;
const bottomOf = (element: Element) => Math.round(element.getBoundingClientRect().bottom);

const isComplete = [withTotp, withBackupCodes];

/** Waits until an element has opened what its button leads to. */
const opens = (tag: Tag, element: 'logto-password' | 'logto-mfa' | 'logto-email' | 'logto-phone') =>
  waitUntil(
    () => tag.querySelector(element)?.shadowRoot?.querySelector('[part="form"]'),
    `<${element}> does not open.`,
  );

describe('the summary of <logto-account>', () => {
  it('says above the elements of Security what protects the account', async () => {
    const { tag } = await openSecurity({ gives: isComplete });
    expect(textOf(part(tag, 'summary-heading'))).to.equal('What protects your account');
    expect(factsOf(tag)).to.deep.equal([
      'Password Set',
      'Two-step verification On Authenticator app',
      'Backup codes 10 codes left',
      'Ways to get back in Email, Phone',
    ]);
    expect(parts(tag, 'next')).to.deep.equal([]);
    expect(bottomOf(part(tag, 'summary'))).to.be.below(topOf(part(tag, 'card')));
    await expect(tag).to.be.accessible();
  });

  it('shows what is missing if the user can add it', async () => {
    const { tag } = await openSecurity({ user: { primaryPhone: null } });
    expect(factsOf(tag)).to.deep.equal([
      'Password Set',
      'Two-step verification Not set up',
      'Ways to get back in Email',
    ]);
    await expect(tag).to.be.accessible();
  });

  it('sends no request twice, and changes nothing', async () => {
    const { logto, sent } = await openSecurity({ gives: isComplete });
    const reads = logto.requests.map(({ method, path }) => `${method} ${path}`);
    expect(reads.filter((line, index) => reads.indexOf(line) !== index)).to.deep.equal([]);
    expect(reads.join()).not.to.contain('backup-codes');
    expect(sent).to.deep.equal([]);
  });

  it('updates after the user changes something', async () => {
    const { tag, provider, user } = await openSecurity();
    expect(nextOf(tag)).to.equal('Set up a second step');
    withTotp(user);
    await provider.refresh();
    await waitUntil(() => nextOf(tag) === 'Create backup codes', nextOf(tag));
  });

  it('appears only in its section', async () => {
    const { tag } = await openSecurity();
    await follow(tag, 'Profile');
    expect(part(tag, 'summary').checkVisibility()).to.equal(false);
  });

  it('appears before the elements, so that nothing moves down', async () => {
    beAt('#security');
    const gate = deferred<undefined>();
    const logto = aTenant();
    answerWith(logto, /^GET .*mfa-settings/, () => gate.promise);
    const { tag } = await openAccount({ logto, stillLoading: true });
    await waitUntil(() => tag.querySelector('logto-password') !== null);
    await whenElementLoaded(tag, 'logto-passkeys');
    expect([hasSummary(tag), visibleTagsOf(tag)]).to.deep.equal([false, []]);
    gate.resolve(undefined);
    await whenAccountIdle(tag);
    expect([hasSummary(tag), visibleTagsOf(tag)[0]]).to.deep.equal([true, 'username']);
  });

  it('appears above an element that the page has slotted in', async () => {
    beAt('#security');
    const gate = deferred<void>();
    const original = sectionLoaders.security;
    Object.assign(sectionLoaders, { security: () => gate.promise.then(original) });
    try {
      const inside = '<p slot="logto-username">Ask us</p>';
      const { tag } = await openAccount({ fields: { mfa: 'Off' }, inside, stillLoading: true });
      await waitUntil(() => parts(tag, 'navigation').length > 0);
      expect([hasSummary(tag), visibleTagsOf(tag)]).to.deep.equal([false, []]);
      gate.resolve();
      await whenAccountIdle(tag);
      expect([hasSummary(tag), visibleTagsOf(tag)[0]]).to.deep.equal([true, 'p']);
    } finally {
      Object.assign(sectionLoaders, { security: original });
    }
  });

  it('hides when the session ends, and returns with it', async () => {
    const { tag, provider, user } = await openSecurity();
    user.isSuspended = true;
    await provider.refresh();
    await whenRendered(provider);
    expect(provider.status).to.equal('signed-out');
    expect(visibleTagsOf(tag)).to.include('password');
    expect(hasSummary(tag)).to.equal(false);
    user.isSuspended = false;
    await provider.refresh();
    await waitUntil(() => hasSummary(tag), 'It does not come back.');
  });
});

describe('the next step in the summary of <logto-account>', () => {
  it('suggests a recovery method first, and links to its section', async () => {
    const { tag } = await openSecurity({ user: { primaryEmail: null, primaryPhone: null } });
    expect(factsOf(tag)).to.include('Ways to get back in Not set up');
    expect(nextOf(tag)).to.equal('Add an email address');
    part(tag, 'next').click();
    await whenAccountIdle(tag);
    await opens(tag, 'logto-email');
    expect(currentOf(tag)).to.equal('Security');
  });

  it('suggests a phone number if an email address cannot be added', async () => {
    const none = { primaryEmail: null, primaryPhone: null };
    const { tag } = await openSecurity({ user: none, fields: { email: 'ReadOnly' } });
    expect(nextOf(tag)).to.equal('Add a phone number');
    part(tag, 'next').click();
    await opens(tag, 'logto-phone');
  });

  it('suggests setting up a second step', async () => {
    const { tag } = await openSecurity();
    expect(textOf(part(tag, 'advice'))).to.contain('Set up a second step to protect your account.');
    part(tag, 'next').click();
    await opens(tag, 'logto-mfa');
    expect(textOf(tagIn(tag, 'logto-mfa'))).to.contain('Scan this QR code');
  });

  it('suggests a passkey if it is the only second step offered', async () => {
    const { tag } = await openSecurity({ mfa: { factors: ['WebAuthn', 'BackupCode'] } });
    expect(nextOf(tag)).to.equal('Set up a second step');
    const pressed = deferred<EventTarget | null>();
    const hear = (event: Event) => {
      event.stopPropagation(); // a page of Logto's own would open
      pressed.resolve(event.target);
    };
    tagIn(tag, 'logto-passkeys').shadowRoot!.addEventListener('click', hear, { capture: true });
    part(tag, 'next').click();
    expect(((await pressed.promise) as Element).getAttribute('part')).to.equal('add');
  });

  it('moves the focus to the form if it is already open', async () => {
    const { tag } = await openSecurity();
    const mfa = tagIn(tag, 'logto-mfa');
    part(tag, 'next').click();
    await opens(tag, 'logto-mfa');
    part(tag, 'next').focus();
    part(tag, 'next').click();
    await waitUntil(() => mfa.matches(':focus-within'), 'It is not led there.');
    expect(parts(mfa, 'form')).to.have.lengthOf(1);
  });

  it('leads to an element that the page has slotted in', async () => {
    const { tag } = await openSecurity({ inside: '<logto-mfa slot="logto-mfa" issuer="Acme"></logto-mfa>' });
    part(tag, 'next').click();
    await opens(tag, 'logto-mfa');
  });

  it('suggests turning on two-step verification at sign-in', async () => {
    const { tag } = await openSecurity({ gives: [...isComplete, skippingMfa] });
    expect(factsOf(tag)).to.include('Two-step verification Off Authenticator app');
    expect(nextOf(tag)).to.equal('Turn on two-step verification');
    part(tag, 'next').click();
    await waitUntil(() => textOf(tagIn(tag, 'logto-mfa')).includes('Two-step verification is on.'));
  });

  for (const [how, gives, fact] of [
    ['there are none', [withTotp], 'Backup codes Not set up'],
    ['all are used', [withTotp, (user: User) => withBackupCodes(user, { used: 10 })], 'Backup codes All used'],
  ] as const)
    it(`suggests creating backup codes when ${how}`, async () => {
      const { tag } = await openSecurity({ gives: [...gives] });
      expect(factsOf(tag)).to.include(fact);
      expect(nextOf(tag)).to.equal('Create backup codes');
      part(tag, 'next').click();
      await opens(tag, 'logto-mfa');
      expect(textOf(tagIn(tag, 'logto-mfa'))).to.contain('Create backup codes?');
    });

  it('suggests a password if nothing else is missing', async () => {
    const { tag } = await openSecurity({ user: { password: null }, gives: isComplete });
    expect(factsOf(tag)).to.include('Password Not set up');
    expect(nextOf(tag)).to.equal('Set a password');
    part(tag, 'next').click();
    await opens(tag, 'logto-password');
  });
});

describe('the summary of <logto-account> leaves out', () => {
  const missing = 'Not set up';
  const user = { password: null, primaryEmail: null };

  for (const [place, options] of [
    ['is read-only', { fields: { mfa: 'ReadOnly', password: 'ReadOnly' } }],
    ['is read-only on this page', { has: { readonly: '' } }],
  ] as const)
    it(`what is missing if it ${place}`, async () => {
      const { tag } = await openSecurity({ ...options, user, gives: [withPasskey] });
      expect(factsOf(tag).join()).not.to.contain(missing);
      expect(nextOf(tag)).to.equal('');
    });

  for (const [what, inside] of [
    ['the page’s own', '<p slot="logto-mfa">Ask us</p>'],
    ['read-only', '<logto-mfa slot="logto-mfa" readonly></logto-mfa>'],
  ] as const)
    it(`two-step verification if its element is ${what}`, async () => {
      const { tag } = await openSecurity({ inside, mfa: { factors: ['Totp', 'BackupCode'] } });
      expect(factsOf(tag)).to.deep.equal(['Password Set', 'Ways to get back in Email, Phone']);
      expect(nextOf(tag)).to.equal('');
    });

  it('two-step verification if the tenant offers no second step', async () => {
    const { tag } = await openSecurity({ mfa: { factors: [] } });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Ways to get back in Email, Phone']);
  });

  it('a missing recovery method if the user cannot add one', async () => {
    const none = { primaryEmail: null, primaryPhone: null };
    const { tag } = await openSecurity({ user: none, fields: { email: 'ReadOnly', phone: 'ReadOnly' } });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Two-step verification Not set up']);
  });

  it('a missing recovery method if the page does not show its element', async () => {
    const none = { primaryEmail: null, primaryPhone: null };
    const inside = '<p slot="logto-email">Ask us</p><p slot="logto-phone">Ask us</p>';
    const { tag } = await openSecurity({ user: none, inside });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Two-step verification Not set up']);
  });

  it('nothing that protects the account', async () => {
    const { tag } = await openSecurity({ gives: isComplete, fields: { mfa: 'ReadOnly' } });
    expect(factsOf(tag)).to.deep.equal([
      'Password Set',
      'Two-step verification On Authenticator app',
      'Backup codes 10 codes left',
      'Ways to get back in Email, Phone',
    ]);
  });
});

describe('the summary without the tenant’s settings', () => {
  const settings = 'none';
  const unreachable = { primaryEmail: null, primaryPhone: null };

  it('reports a missing password and missing backup codes, which Logto itself reports', async () => {
    const { tag } = await openSecurity({ settings, user: { password: null }, gives: [withTotp] });
    expect(factsOf(tag)).to.deep.equal([
      'Password Not set up',
      'Two-step verification On Authenticator app',
      'Backup codes Not set up',
      'Ways to get back in Email, Phone',
    ]);
    expect(nextOf(tag)).to.equal('Create backup codes');
    part(tag, 'next').click();
    await opens(tag, 'logto-mfa');
  });

  it('reports that all backup codes are used', async () => {
    const { tag } = await openSecurity({ settings, gives: [withTotp, (user) => withBackupCodes(user, { used: 10 })] });
    expect(factsOf(tag)).to.include('Backup codes All used');
  });

  it('reports no recovery method and no second step if the user has no address', async () => {
    const { tag } = await openSecurity({ settings, user: unreachable });
    expect(factsOf(tag)).to.deep.equal([
      'Password Set',
      'Two-step verification Not set up',
      'Ways to get back in Not set up',
    ]);
    expect(nextOf(tag)).to.equal('Add an email address');
    part(tag, 'next').click();
    await opens(tag, 'logto-email');
  });

  it('does not report a missing second step if an address may be one', async () => {
    const { tag } = await openSecurity({ settings });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Ways to get back in Email, Phone']);
    expect(nextOf(tag)).to.equal('');
  });

  it('does not mention an address that Logto does not return', async () => {
    const { tag } = await openSecurity({ settings, user: unreachable, fields: { phone: 'Off' } });
    expect(visibleTagsOf(tag)).to.include('email').and.not.to.include('phone');
    expect(factsOf(tag).join()).not.to.match(/get back in|Two-step/);
  });

  it('drops a fact once Logto has refused to change it', async () => {
    const { tag, logto } = await openSecurity({ settings, user: { password: null, ...unreachable } });
    expect(factsOf(tag)).to.include('Password Not set up');
    answerWith(logto, /^POST .*my-account/, () => refusal(400, 'account_center.field_not_editable'));
    const password = tagIn(tag, 'logto-password');
    enter(await openForm(password), 'New password', 'Teal-Kettle!48');
    press(password, 'Save');
    await waitUntil(() => !factsOf(tag).join().includes('Password'), 'It still says so.');
    expect(factsOf(tag)).to.include('Ways to get back in Not set up');
  });
});

describe('the content of the summary of <logto-account>', () => {
  it('leaves out two-step verification if the tenant takes codes by email and does not return the address', async () => {
    const { tag } = await openSecurity({
      fields: { email: 'Off' },
      mfa: { factors: ['Totp', 'EmailVerificationCode'] },
    });
    expect(factsOf(tag).join()).not.to.contain('Two-step');
  });

  it('leaves out what is off', async () => {
    const { tag } = await openSecurity({ fields: { mfa: 'Off' } });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Ways to get back in Email, Phone']);
  });

  it('leaves out recovery methods that the user may not see', async () => {
    const { tag } = await openSecurity({ fields: { phone: 'Off' }, user: { primaryEmail: null } });
    expect(factsOf(tag).join()).not.to.contain('Ways to get back in');
  });

  it('leaves out two-step verification if it could not be read', async () => {
    const logto = aTenant();
    answerWith(logto, /^GET .*mfa-verifications/, () => Response.json({}, { status: 500 }));
    const { tag } = await openSecurity({ logto });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Ways to get back in Email, Phone']);
  });

  it('is hidden if it would repeat the only row', async () => {
    const { tag } = await openSecurity({ fields: only({ name: 'Edit', password: 'Edit' }) });
    expect(visibleTagsOf(tag)).to.include('password');
    expect(hasSummary(tag)).to.equal(false);
  });

  it('does not overflow a narrow element', async () => {
    const { tag } = await openSecurity({ gives: [withTotp], has: { lang: 'de' } });
    await waitUntil(() => textOf(part(tag, 'summary-heading')) === 'Was Ihr Konto schützt');
    tag.style.width = '20rem';
    for (const dir of ['ltr', 'rtl']) {
      tag.dir = dir;
      expect(part(tag, 'summary').scrollWidth).to.be.at.most(part(tag, 'summary').clientWidth);
    }
  });
});
