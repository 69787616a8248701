import { expect } from '@open-wc/testing';

import { sectionLoaders } from '../../components/element-loaders.js';
import { withBackupCodes, withPasskey, withTotp, type User } from '../fake-logto/fake-logto.js';
import { later } from '../helpers/later.js';
import { shown } from '../helpers/mount.js';
import { part, parts, textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';
import {
  beAt,
  currentOf,
  follow,
  only,
  openAccount,
  quiet,
  tagIn,
  topOf,
  untilThere,
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

const notAsked = (user: User) => void (user.logtoConfig.mfa.skipMfaOnSignIn = true);
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

  it('says what is missing, as far as there is a use for it', async () => {
    const { tag } = await openSecurity({ user: { primaryPhone: null } });
    expect(factsOf(tag)).to.deep.equal([
      'Password Set',
      'Two-step verification Not set up',
      'Ways to get back in Email',
    ]);
    await expect(tag).to.be.accessible();
  });

  it('asks Logto for nothing more, and changes nothing', async () => {
    const { logto, sent } = await openSecurity({ gives: isComplete });
    const reads = logto.requests.map(({ method, path }) => `${method} ${path}`);
    expect(reads.filter((line, index) => reads.indexOf(line) !== index)).to.deep.equal([]);
    expect(reads.join()).not.to.contain('backup-codes');
    expect(sent).to.deep.equal([]);
  });

  it('follows what the user does', async () => {
    const { tag, provider, user } = await openSecurity();
    expect(nextOf(tag)).to.equal('Set up a second step');
    withTotp(user);
    await provider.refresh();
    await waitUntil(() => nextOf(tag) === 'Create backup codes', nextOf(tag));
  });

  it('is not there in another section', async () => {
    const { tag } = await openSecurity();
    await follow(tag, 'Profile');
    expect(part(tag, 'summary').checkVisibility()).to.equal(false);
  });

  it('comes first: nothing is shown that it would push away', async () => {
    beAt('#security');
    const gate = later<undefined>();
    const logto = aTenant();
    answerWith(logto, /^GET .*mfa-settings/, () => gate.promise);
    const { tag } = await openAccount({ logto, stillLoading: true });
    await waitUntil(() => tag.querySelector('logto-password') !== null);
    await untilThere(tag, 'logto-passkeys');
    expect([hasSummary(tag), visibleTagsOf(tag)]).to.deep.equal([false, []]);
    gate.keep(undefined);
    await quiet(tag);
    expect([hasSummary(tag), visibleTagsOf(tag)[0]]).to.deep.equal([true, 'username']);
  });

  it('comes before an element of the page that is there already', async () => {
    beAt('#security');
    const gate = later<void>();
    const original = sectionLoaders.security;
    Object.assign(sectionLoaders, { security: () => gate.promise.then(original) });
    try {
      const inside = '<p slot="logto-username">Ask us</p>';
      const { tag } = await openAccount({ fields: { mfa: 'Off' }, inside, stillLoading: true });
      await waitUntil(() => parts(tag, 'navigation').length > 0);
      expect([hasSummary(tag), visibleTagsOf(tag)]).to.deep.equal([false, []]);
      gate.keep();
      await quiet(tag);
      expect([hasSummary(tag), visibleTagsOf(tag)[0]]).to.deep.equal([true, 'p']);
    } finally {
      Object.assign(sectionLoaders, { security: original });
    }
  });

  it('leaves the screen with the session, and comes back with it', async () => {
    const { tag, provider, user } = await openSecurity();
    user.isSuspended = true;
    await provider.refresh();
    await shown(provider);
    expect(provider.status).to.equal('signed-out');
    expect(visibleTagsOf(tag)).to.include('password');
    expect(hasSummary(tag)).to.equal(false);
    user.isSuspended = false;
    await provider.refresh();
    await waitUntil(() => hasSummary(tag), 'It does not come back.');
  });
});

describe('the next thing to do', () => {
  it('is first of all a way to get back in, in its own section', async () => {
    const { tag } = await openSecurity({ user: { primaryEmail: null, primaryPhone: null } });
    expect(factsOf(tag)).to.include('Ways to get back in Not set up');
    expect(nextOf(tag)).to.equal('Add an email address');
    part(tag, 'next').click();
    await quiet(tag);
    await opens(tag, 'logto-email');
    expect(currentOf(tag)).to.equal('Security');
  });

  it('is a phone number where an email address cannot be added', async () => {
    const none = { primaryEmail: null, primaryPhone: null };
    const { tag } = await openSecurity({ user: none, fields: { email: 'ReadOnly' } });
    expect(nextOf(tag)).to.equal('Add a phone number');
    part(tag, 'next').click();
    await opens(tag, 'logto-phone');
  });

  it('is a second step', async () => {
    const { tag } = await openSecurity();
    expect(textOf(part(tag, 'advice'))).to.contain('Set up a second step to protect your account.');
    part(tag, 'next').click();
    await opens(tag, 'logto-mfa');
    expect(textOf(tagIn(tag, 'logto-mfa'))).to.contain('Scan this QR code');
  });

  it('is a passkey where that is the only second step', async () => {
    const { tag } = await openSecurity({ mfa: { factors: ['WebAuthn', 'BackupCode'] } });
    expect(nextOf(tag)).to.equal('Set up a second step');
    const pressed = later<EventTarget | null>();
    const hear = (event: Event) => {
      event.stopPropagation(); // a page of Logto's own would open
      pressed.keep(event.target);
    };
    tagIn(tag, 'logto-passkeys').shadowRoot!.addEventListener('click', hear, { capture: true });
    part(tag, 'next').click();
    expect(((await pressed.promise) as Element).getAttribute('part')).to.equal('add');
  });

  it('is found again while its form is open', async () => {
    const { tag } = await openSecurity();
    const mfa = tagIn(tag, 'logto-mfa');
    part(tag, 'next').click();
    await opens(tag, 'logto-mfa');
    part(tag, 'next').focus();
    part(tag, 'next').click();
    await waitUntil(() => mfa.matches(':focus-within'), 'It is not led there.');
    expect(parts(mfa, 'form')).to.have.lengthOf(1);
  });

  it('is done in an element that the page has put there', async () => {
    const { tag } = await openSecurity({ inside: '<logto-mfa slot="logto-mfa" issuer="Acme"></logto-mfa>' });
    part(tag, 'next').click();
    await opens(tag, 'logto-mfa');
  });

  it('is to have the second step asked for', async () => {
    const { tag } = await openSecurity({ gives: [...isComplete, notAsked] });
    expect(factsOf(tag)).to.include('Two-step verification Off Authenticator app');
    expect(nextOf(tag)).to.equal('Turn on two-step verification');
    part(tag, 'next').click();
    await waitUntil(() => textOf(tagIn(tag, 'logto-mfa')).includes('Two-step verification is on.'));
  });

  for (const [how, gives, fact] of [
    ['there are none', [withTotp], 'Backup codes Not set up'],
    ['all are used', [withTotp, (user: User) => withBackupCodes(user, { used: 10 })], 'Backup codes All used'],
  ] as const)
    it(`is to create backup codes when ${how}`, async () => {
      const { tag } = await openSecurity({ gives: [...gives] });
      expect(factsOf(tag)).to.include(fact);
      expect(nextOf(tag)).to.equal('Create backup codes');
      part(tag, 'next').click();
      await opens(tag, 'logto-mfa');
      expect(textOf(tagIn(tag, 'logto-mfa'))).to.contain('Create backup codes?');
    });

  it('is a password when all else is there', async () => {
    const { tag } = await openSecurity({ user: { password: null }, gives: isComplete });
    expect(factsOf(tag)).to.include('Password Not set up');
    expect(nextOf(tag)).to.equal('Set a password');
    part(tag, 'next').click();
    await opens(tag, 'logto-password');
  });
});

describe('what is missing is left out', () => {
  const missing = 'Not set up';
  const user = { password: null, primaryEmail: null };

  for (const [place, options] of [
    ['may only be read', { fields: { mfa: 'ReadOnly', password: 'ReadOnly' } }],
    ['is read-only on this page', { has: { readonly: '' } }],
  ] as const)
    it(`where it ${place}`, async () => {
      const { tag } = await openSecurity({ ...options, user, gives: [withPasskey] });
      expect(factsOf(tag).join()).not.to.contain(missing);
      expect(nextOf(tag)).to.equal('');
    });

  for (const [what, inside] of [
    ['the page’s own', '<p slot="logto-mfa">Ask us</p>'],
    ['read-only', '<logto-mfa slot="logto-mfa" readonly></logto-mfa>'],
  ] as const)
    it(`where its element is ${what}`, async () => {
      const { tag } = await openSecurity({ inside, mfa: { factors: ['Totp', 'BackupCode'] } });
      expect(factsOf(tag)).to.deep.equal(['Password Set', 'Ways to get back in Email, Phone']);
      expect(nextOf(tag)).to.equal('');
    });

  it('where the tenant offers no second step', async () => {
    const { tag } = await openSecurity({ mfa: { factors: [] } });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Ways to get back in Email, Phone']);
  });

  it('where the user has to ask others for a way to get back in', async () => {
    const none = { primaryEmail: null, primaryPhone: null };
    const { tag } = await openSecurity({ user: none, fields: { email: 'ReadOnly', phone: 'ReadOnly' } });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Two-step verification Not set up']);
  });

  it('where the page does not show what would mend it', async () => {
    const none = { primaryEmail: null, primaryPhone: null };
    const inside = '<p slot="logto-email">Ask us</p><p slot="logto-phone">Ask us</p>';
    const { tag } = await openSecurity({ user: none, inside });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Two-step verification Not set up']);
  });

  it('but not what protects the account', async () => {
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

  it('says what Logto itself tells: there is no password, and no backup codes', async () => {
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

  it('says that all backup codes are used', async () => {
    const { tag } = await openSecurity({ settings, gives: [withTotp, (user) => withBackupCodes(user, { used: 10 })] });
    expect(factsOf(tag)).to.include('Backup codes All used');
  });

  it('says that there is no way to get back in, and no second step where no address can be one', async () => {
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

  it('does not say that there is no second step while an address may be one', async () => {
    const { tag } = await openSecurity({ settings });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Ways to get back in Email, Phone']);
    expect(nextOf(tag)).to.equal('');
  });

  it('says nothing of an address that Logto keeps back', async () => {
    const { tag } = await openSecurity({ settings, user: unreachable, fields: { phone: 'Off' } });
    expect(visibleTagsOf(tag)).to.include('email').and.not.to.include('phone');
    expect(factsOf(tag).join()).not.to.match(/get back in|Two-step/);
  });

  it('says nothing any more of what Logto has refused to change', async () => {
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

describe('the summary says nothing', () => {
  it('of a second step where the tenant takes codes by email, and keeps the address back', async () => {
    const { tag } = await openSecurity({
      fields: { email: 'Off' },
      mfa: { factors: ['Totp', 'EmailVerificationCode'] },
    });
    expect(factsOf(tag).join()).not.to.contain('Two-step');
  });

  it('of what is off', async () => {
    const { tag } = await openSecurity({ fields: { mfa: 'Off' } });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Ways to get back in Email, Phone']);
  });

  it('of a way to get back in that nobody may see', async () => {
    const { tag } = await openSecurity({ fields: { phone: 'Off' }, user: { primaryEmail: null } });
    expect(factsOf(tag).join()).not.to.contain('Ways to get back in');
  });

  it('of a second step that could not be read', async () => {
    const logto = aTenant();
    answerWith(logto, /^GET .*mfa-verifications/, () => Response.json({}, { status: 500 }));
    const { tag } = await openSecurity({ logto });
    expect(factsOf(tag)).to.deep.equal(['Password Set', 'Ways to get back in Email, Phone']);
  });

  it('at all where it would repeat the only row', async () => {
    const { tag } = await openSecurity({ fields: only({ name: 'Edit', password: 'Edit' }) });
    expect(visibleTagsOf(tag)).to.include('password');
    expect(hasSummary(tag)).to.equal(false);
  });

  it('that does not fit into a narrow place', async () => {
    const { tag } = await openSecurity({ gives: [withTotp], has: { lang: 'de' } });
    await waitUntil(() => textOf(part(tag, 'summary-heading')) === 'Was Ihr Konto schützt');
    tag.style.width = '20rem';
    for (const dir of ['ltr', 'rtl']) {
      tag.dir = dir;
      expect(part(tag, 'summary').scrollWidth).to.be.at.most(part(tag, 'summary').clientWidth);
    }
  });
});
