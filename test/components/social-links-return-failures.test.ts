import { expect } from '@open-wc/testing';

import { button, namesOf, textOf } from '../helpers/read.js';
import { buttonsIn, focused, isRowOpen, valuesOf } from '../helpers/rows.js';
import { stayHere } from '../helpers/stay-here.js';
import { aClock, aTenant, alertsIn, answerWith, pressAndWait, refusal, statusOf, writesIn } from './credential-page.js';
import {
  address,
  answers,
  comeBackListening,
  github,
  identitiesOf,
  linesSent,
  remembered,
  type Return,
} from './social-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const bind = /^POST .*my-account\/identities$/;

/** Nothing was linked or is remembered, and the address is as the user left it. */
function expectNothingLinked(
  { user, updates }: Awaited<ReturnType<typeof comeBackListening>>,
  { mayComeYet = false } = {},
) {
  expect([identitiesOf(user), updates.length, remembered() !== null]).to.deep.equal([[], 0, mayComeYet]);
  expect(address()).to.equal('/account?tab=social#links');
}

describe('when the user returns from the provider without an account', () => {
  for (const [what, options, words, code] of [
    ['because the user canceled', { answer: answers.cancelled }, 'Linking GitHub was canceled.', 'cancelled'],
    [
      'because the provider failed',
      { answer: answers.failed },
      'GitHub could not confirm your account. Try again.',
      'refused',
    ],
    [
      'because it took too long',
      { leftAt: Date.now() - 11 * 60_000 },
      'Linking GitHub took too long. Try again.',
      'expired',
    ],
    [
      'with an answer that is not to their question',
      { state: 'guessed' },
      'Linking GitHub was stopped for your safety, because the response was not meant for this page. Try again.',
      'wrongState',
    ],
    [
      'with a refusal that is not to their question',
      { state: 'guessed', answer: answers.cancelled },
      'Linking GitHub was stopped for your safety, because the response was not meant for this page. Try again.',
      'wrongState',
    ],
    [
      'with no state to speak of',
      { state: '' },
      'Linking GitHub was stopped for your safety, because the response was not meant for this page. Try again.',
      'wrongState',
    ],
  ] as [string, Return, string, string][])
    it(`says so, and sends no request to Logto, ${what}`, async () => {
      const page = await comeBackListening(options);
      const { tag, sent, errors } = page;
      expect([statusOf(tag), errors.codes(), errors.kinds()]).to.deep.equal([words, [`social.${code}`], ['rejected']]);
      expect(linesSent(sent)).to.deep.equal([]);
      expect(focused(tag)).to.equal(button(tag, 'Link GitHub'));
      expect(textOf(tag)).not.to.contain('Words of the provider.');
      expectNothingLinked(page);
      await expect(tag).to.be.accessible();
    });

  it('says nothing if there is no response, and restores the focus', async () => {
    const page = await comeBackListening({ answer: undefined });
    const { tag, sent, errors } = page;
    expect([statusOf(tag), linesSent(sent), errors.kinds()]).to.deep.equal(['', [], []]);
    expect(focused(tag)).to.equal(button(tag, 'Link GitHub'));
    expectNothingLinked(page, { mayComeYet: true });
  });

  it('shows an error in the row if Logto rejects the response', async () => {
    const page = await comeBackListening({ answer: { code: '' } });
    const { tag, sent, errors } = page;
    expect(alertsIn(tag)).to.deep.equal(['The provider could not confirm your account. Try again.']);
    expect([errors.codes(), writesIn(sent)]).to.deep.equal([['connector.invalid_response'], []]);
    expect([statusOf(tag), focused(tag)]).to.deep.equal(['', button(tag, 'Link GitHub')]);
    expectNothingLinked(page);
    await expect(tag).to.be.accessible();
  });

  it('linking can start again immediately', async () => {
    const { tag } = await comeBackListening({ answer: answers.cancelled, mode: 'embedded' });
    const addresses = stayHere();
    await pressAndWait(tag, 'Link GitHub');
    expect([addresses.length, statusOf(tag)]).to.deep.equal([1, '']);
    expect(remembered()!.data).to.deep.include({ target: 'github' });
  });

  it('works if the device’s clock is ahead', async () => {
    const { clock, advance } = aClock();
    advance(-20 * 60_000);
    const page = await comeBackListening({ logto: aTenant({ clock }) });
    expect([identitiesOf(page.user), statusOf(page.tag)]).to.deep.equal([['github grace'], 'GitHub is linked.']);
  });
});

describe('when the provider’s account cannot be linked', () => {
  it('shows that it belongs to another user, and offers no retry', async () => {
    const logto = aTenant();
    logto.tenant.users[1]!.identities = { github: { userId: 'grace' } };
    const page = await comeBackListening({ logto });
    const { tag, errors } = page;
    expect(alertsIn(tag)).to.deep.equal([
      'That account is linked to someone else. Sign in to the provider with another one.',
    ]);
    expect([errors.codes(), isRowOpen(tag)]).to.deep.equal([['user.identity_already_in_use'], false]);
    expect(buttonsIn(tag, 'GitHub')).to.deep.equal(['Link GitHub']);
    expect(focused(tag)).to.equal(button(tag, 'Link GitHub'));
    expectNothingLinked(page);
    await expect(tag).to.be.accessible();
  });

  it('keeps the current account if the new one belongs to another user', async () => {
    const logto = aTenant();
    logto.tenant.users[1]!.identities = { github: { userId: 'grace' } };
    const { tag, user } = await comeBackListening({ logto, linked: github });
    expect(alertsIn(tag)).to.have.lengthOf(1);
    expect(alertsIn(tag)[0]).to.contain('linked to someone else');
    expect(identitiesOf(user)).to.deep.equal(['github 42']);
  });

  it('shows that an account was linked meanwhile, and offers no retry', async () => {
    const { tag, user, errors } = await comeBackListening({ linked: github, data: { isReplacement: false } });
    expect(alertsIn(tag)).to.deep.equal(['An account from this provider is already linked. Replace it instead.']);
    expect([isRowOpen(tag), errors.codes()]).to.deep.equal([false, ['social.already_linked']]);
    expect(identitiesOf(user)).to.deep.equal(['github 42']);
    expect(valuesOf(tag)['GitHub']).to.equal('Augusta King · augusta@github.example');
  });

  it('shows that the tenant no longer allows linking', async () => {
    const logto = aTenant();
    answerWith(logto, bind, () => refusal(400, 'account_center.field_not_editable'));
    const { tag, errors } = await comeBackListening({ logto });
    await waitUntil(() => tag.matches(':state(read-only)'), 'It is not read-only.');
    expect(errors.kinds()).to.deep.equal(['not-allowed']);
    expect([textOf(tag).includes('This cannot be changed here.'), isRowOpen(tag)]).to.deep.equal([true, false]);
    expect(namesOf(tag, 'button')).to.deep.equal([]);
  });

  for (const [what, answer, words] of [
    ['an unreachable server', () => Response.error(), 'We could not reach the server.'],
    ['a server fault', () => refusal(500, 'connector.general'), 'The provider could not confirm your account.'],
  ] as const)
    it(`shows in the row that Logto could not verify it: ${what}`, async () => {
      const logto = aTenant();
      answerWith(logto, /social\/verify$/, answer);
      const page = await comeBackListening({ logto });
      expect(alertsIn(page.tag)).to.have.lengthOf(1);
      expect(alertsIn(page.tag)[0]).to.contain(words);
      expect([page.errors.kinds().length, writesIn(page.sent)]).to.deep.equal([1, []]);
      expectNothingLinked(page);
    });

  it('shows that Logto no longer knows the request, without mentioning codes', async () => {
    const logto = aTenant();
    answerWith(logto, /social\/verify$/, () => refusal(404, 'verification_record.not_found'));
    const { tag } = await comeBackListening({ logto });
    expect(alertsIn(tag)).to.have.lengthOf(1);
    expect(alertsIn(tag)[0]).to.contain('took too long').and.not.to.match(/code/i);
  });
});
