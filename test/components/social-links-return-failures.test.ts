import { expect } from '@open-wc/testing';

import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, textOf } from '../helpers/read.js';
import { buttonsIn, focused, isRowOpen, valuesOf } from '../helpers/rows.js';
import { stayHere } from '../helpers/stay-here.js';
import { aClock, alertsIn, answerWith, aTenant, errorsHeard, refusal, statusOf, writesIn } from './credential-page.js';
import {
  address,
  answers,
  comeBack,
  github,
  identitiesOf,
  linesSent,
  pressed,
  remembered,
  type Return,
} from './social-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const bind = /^POST .*my-account\/identities$/;

async function back(options: Return = {}) {
  const errors = errorsHeard();
  const updates = eventsOf(document, 'logto-social-links-updated');
  return { ...(await comeBack(options)), errors, updates };
}

/** Nothing was linked or is remembered, and the address is as the user left it. */
function expectNothingLinked({ user, updates }: Awaited<ReturnType<typeof back>>, { mayComeYet = false } = {}) {
  expect([identitiesOf(user), updates.length, remembered() !== null]).to.deep.equal([[], 0, mayComeYet]);
  expect(address()).to.equal('/account?tab=social#links');
}

describe('when the user comes back from the provider without an account', () => {
  for (const [what, options, words, code] of [
    ['as they did not want to', { answer: answers.cancelled }, 'Linking GitHub was canceled.', 'cancelled'],
    ['as it failed', { answer: answers.failed }, 'GitHub could not confirm your account. Try again.', 'refused'],
    ['after too long', { leftAt: Date.now() - 11 * 60_000 }, 'Linking GitHub took too long. Try again.', 'expired'],
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
    it(`${what}, that is said, and Logto is asked for nothing`, async () => {
      const page = await back(options);
      const { tag, sent, errors } = page;
      expect([statusOf(tag), errors.codes(), errors.kinds()]).to.deep.equal([words, [`social.${code}`], ['rejected']]);
      expect(linesSent(sent)).to.deep.equal([]);
      expect(focused(tag)).to.equal(button(tag, 'Link GitHub'));
      expect(textOf(tag)).not.to.contain('Words of the provider.');
      expectNothingLinked(page);
      await expect(tag).to.be.accessible();
    });

  it('without any answer, nothing is said, and the focus is where they left', async () => {
    const page = await back({ answer: undefined });
    const { tag, sent, errors } = page;
    expect([statusOf(tag), linesSent(sent), errors.kinds()]).to.deep.equal(['', [], []]);
    expect(focused(tag)).to.equal(button(tag, 'Link GitHub'));
    expectNothingLinked(page, { mayComeYet: true });
  });

  it('with what Logto does not believe, that is told in the row', async () => {
    const page = await back({ answer: { code: '' } });
    const { tag, sent, errors } = page;
    expect(alertsIn(tag)).to.deep.equal(['The provider could not confirm your account. Try again.']);
    expect([errors.codes(), writesIn(sent)]).to.deep.equal([['connector.invalid_response'], []]);
    expect([statusOf(tag), focused(tag)]).to.deep.equal(['', button(tag, 'Link GitHub')]);
    expectNothingLinked(page);
    await expect(tag).to.be.accessible();
  });

  it('can begin anew at once', async () => {
    const { tag } = await back({ answer: answers.cancelled, mode: 'embedded' });
    const addresses = stayHere();
    await pressed(tag, 'Link GitHub');
    expect([addresses.length, statusOf(tag)]).to.deep.equal([1, '']);
    expect(remembered()!.data).to.deep.include({ target: 'github' });
  });

  it('does not take a device for late of which only the clock is ahead', async () => {
    const { clock, advance } = aClock();
    advance(-20 * 60_000);
    const page = await back({ logto: aTenant({ clock }) });
    expect([identitiesOf(page.user), statusOf(page.tag)]).to.deep.equal([['github grace'], 'GitHub is linked.']);
  });
});

describe('when the account of the provider cannot be linked', () => {
  it('as it is somebody else’s, that is told, and there is no second try', async () => {
    const logto = aTenant();
    logto.tenant.users[1]!.identities = { github: { userId: 'grace' } };
    const page = await back({ logto });
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

  it('as it is somebody else’s, the one that it should replace stays', async () => {
    const logto = aTenant();
    logto.tenant.users[1]!.identities = { github: { userId: 'grace' } };
    const { tag, user } = await back({ logto, linked: github });
    expect(alertsIn(tag)).to.have.lengthOf(1);
    expect(alertsIn(tag)[0]).to.contain('linked to someone else');
    expect(identitiesOf(user)).to.deep.equal(['github 42']);
  });

  it('as there is one already, which was linked meanwhile, that is told, and there is no second try', async () => {
    const { tag, user, errors } = await back({ linked: github, data: { isReplacement: false } });
    expect(alertsIn(tag)).to.deep.equal(['An account from this provider is already linked. Replace it instead.']);
    expect([isRowOpen(tag), errors.codes()]).to.deep.equal([false, ['social.already_linked']]);
    expect(identitiesOf(user)).to.deep.equal(['github 42']);
    expect(valuesOf(tag)['GitHub']).to.equal('Augusta King · augusta@github.example');
  });

  it('as the tenant does not let anybody link any more, that is told', async () => {
    const logto = aTenant();
    answerWith(logto, bind, () => refusal(400, 'account_center.field_not_editable'));
    const { tag, errors } = await back({ logto });
    await waitUntil(() => tag.matches(':state(read-only)'), 'It is not read-only.');
    expect(errors.kinds()).to.deep.equal(['not-allowed']);
    expect([textOf(tag).includes('This cannot be changed here.'), isRowOpen(tag)]).to.deep.equal([true, false]);
    expect(namesOf(tag, 'button')).to.deep.equal([]);
  });

  for (const [what, answer, words] of [
    ['an unreachable server', () => Response.error(), 'We could not reach the server.'],
    ['a server fault', () => refusal(500, 'connector.general'), 'The provider could not confirm your account.'],
  ] as const)
    it(`as Logto could not verify it, that is told in the row: ${what}`, async () => {
      const logto = aTenant();
      answerWith(logto, /social\/verify$/, answer);
      const page = await back({ logto });
      expect(alertsIn(page.tag)).to.have.lengthOf(1);
      expect(alertsIn(page.tag)[0]).to.contain(words);
      expect([page.errors.kinds().length, writesIn(page.sent)]).to.deep.equal([1, []]);
      expectNothingLinked(page);
    });

  it('as Logto has forgotten what was begun, that is told without a word of codes', async () => {
    const logto = aTenant();
    answerWith(logto, /social\/verify$/, () => refusal(404, 'verification_record.not_found'));
    const { tag } = await back({ logto });
    expect(alertsIn(tag)).to.have.lengthOf(1);
    expect(alertsIn(tag)[0]).to.contain('took too long').and.not.to.match(/code/i);
  });
});
