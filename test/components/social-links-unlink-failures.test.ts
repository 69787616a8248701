import { expect } from '@open-wc/testing';

import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, parts } from '../helpers/read.js';
import { isRowOpen, labelsOf, rowOf, textOfPart } from '../helpers/rows.js';
import { aTenant, alertsIn, answerWith, errorsHeard, pressAndWait, refusal, statusOf } from './credential-page.js';
import { github, identitiesOf, openSocial, pressConfirm, withoutMethods, type SocialOptions } from './social-page.js';

/** The question is there. */
async function openQuestion(options: SocialOptions = {}) {
  const page = await openSocial({ linked: github, ...options });
  const updates = eventsOf(document, 'logto-social-links-updated');
  await pressAndWait(page.tag, 'Unlink GitHub');
  return { ...page, updates };
}

describe('unlinking a social account that fails', () => {
  it('is not offered for the only way to sign in, and says why', async () => {
    const user = { ...withoutMethods, username: null };
    const { tag, sent } = await openSocial({ user, linked: github });
    expect(textOfPart(rowOf(tag, 'GitHub'), 'hint')).to.equal(
      'This is your only way to sign in, so it cannot be removed. Add another one first.',
    );
    expect(button(tag, 'Unlink GitHub').getAttribute('aria-disabled')).to.equal('true');
    expect(button(tag, 'Replace the GitHub account').getAttribute('aria-disabled')).to.equal('false');
    await pressAndWait(tag, 'Unlink GitHub');
    expect([isRowOpen(tag), sent.length]).to.deep.equal([false, 0]);
    await expect(tag).to.be.accessible();
  });

  it('is offered for each of two accounts, but not for the last one', async () => {
    const user = { ...withoutMethods, username: null };
    const { tag } = await openSocial({ user, linked: { ...github, google: { userId: 'g' } } });
    expect(parts(tag, 'hint')).to.deep.equal([]);
    await pressAndWait(tag, 'Unlink Google');
    await pressConfirm(tag);
    expect(button(tag, 'Unlink GitHub').getAttribute('aria-disabled')).to.equal('true');
    expect(parts(tag, 'hint')).to.have.lengthOf(1);
  });

  it('gives no reason about the only way to sign in if the row is read-only anyway', async () => {
    const user = { ...withoutMethods, username: null };
    const { tag } = await openSocial({ user, linked: github, fields: { social: 'ReadOnly' } });
    expect(parts(tag, 'hint')).to.deep.equal([]);
  });

  for (const [what, answer, words] of [
    [
      'it is the last way to sign in, which only Logto knows',
      () => refusal(422, 'user.last_sign_in_method_required'),
      'This is your only way to sign in. Add another one first.',
    ],
    ['a server fault', () => refusal(500, 'x'), 'Something went wrong on our side. Try again in a moment.'],
    [
      'an unreachable server',
      () => Response.error(),
      'We could not reach the server. Check your connection and try again.',
    ],
  ] as const)
    it(`shows the reason, and can be retried: ${what}`, async () => {
      const errors = errorsHeard();
      const { tag, logto, user, updates } = await openQuestion();
      const recover = answerWith(logto, /^DELETE/, answer);
      await pressConfirm(tag);
      expect([alertsIn(tag), errors.kinds().length, updates.length]).to.deep.equal([[words], 1, 0]);
      expect(statusOf(tag)).to.equal('');
      await expect(tag).to.be.accessible();
      recover();
      await pressConfirm(tag);
      expect([identitiesOf(user), alertsIn(tag), statusOf(tag)]).to.deep.equal([[], [], 'GitHub is no longer linked.']);
    });

  it('shows the reason if only Logto knows that there is no other way to sign in', async () => {
    const user = { ...withoutMethods, username: null };
    const { tag, user: ada } = await openSocial({ user, linked: github, scopes: ['openid', 'identities'] });
    await pressAndWait(tag, 'Unlink GitHub');
    await pressConfirm(tag);
    expect(alertsIn(tag)).to.deep.equal(['This is your only way to sign in. Add another one first.']);
    expect(identitiesOf(ada)).to.deep.equal(['github 42']);
  });

  it('becomes read-only if the tenant has removed the permission', async () => {
    const errors = errorsHeard();
    const logto = aTenant();
    const { tag } = await openSocial({ logto, settings: 'none', linked: github });
    await pressAndWait(tag, 'Unlink Github');
    logto.tenant.accountCenter.fields.social = 'ReadOnly';
    await pressConfirm(tag);
    expect(errors.kinds()).to.deep.equal(['not-allowed']);
    expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
    await pressAndWait(tag, 'Keep');
    expect([namesOf(tag, 'button'), tag.matches(':state(read-only)')]).to.deep.equal([[], true]);
    expect(labelsOf(tag)).to.deep.equal(['Github']);
  });

  it('shows a user that the session has ended', async () => {
    const { tag, logto } = await openQuestion();
    for (const where of [/^DELETE/, /^GET/]) answerWith(logto, where, () => refusal(401, 'auth.unauthorized'));
    await pressConfirm(tag);
    expect(alertsIn(tag)).to.deep.equal(['You have been signed out. Sign in again to continue.']);
  });
});
