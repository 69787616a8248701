import { expect } from '@open-wc/testing';

import { withGrant } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, textOf } from '../helpers/read.js';
import { focused, isRowOpen, labelsOf, panelOf } from '../helpers/rows.js';
import {
  alertsIn,
  answerWith,
  errorsHeard,
  press,
  pressAndWait,
  refusal,
  whenIdle,
  statusOf,
} from './credential-page.js';
import {
  aGuardedTenant,
  openShown,
  printer,
  proofsIn,
  removalsIn,
  twoApps,
  type GuardedOptions,
} from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const ask = 'Remove access for Photo Printer';
const grantsOf = ({ tenant }: { tenant: { grants: { id: string; payload: { clientId: string } }[] } }) =>
  tenant.grants.filter(({ payload }) => payload.clientId === printer.id).map(({ id }) => id);

/** The question about the app with two grants is open. */
async function openQuestion(options: GuardedOptions = {}) {
  const { logto = aGuardedTenant() } = options;
  const page = await openShown('logto-connected-apps', { has: twoApps, ...options, logto });
  await pressAndWait(page.tag, ask);
  const lines = grantsOf(logto).map((id) => `grants/${id}`);
  return { ...page, logto, lines };
}

describe('removing an app’s access', () => {
  it('revokes all of the app’s grants, says so and fires one event', async () => {
    const { tag, sent, logto, lines } = await openQuestion();
    const heard = eventsOf(document, 'logto-connected-apps-updated');
    await pressAndWait(tag, 'Remove access');
    expect(lines).to.have.lengthOf(2);
    expect(removalsIn(sent)).to.deep.equal(lines);
    expect(grantsOf(logto)).to.deep.equal([]);
    expect(logto.tenant.grants).to.have.lengthOf(1);
    expect(labelsOf(tag)).to.deep.equal(['Diary']);
    expect(statusOf(tag)).to.equal('Photo Printer no longer has access.');
    expect(
      heard.map(({ action, item, target, bubbles, composed }) => [action, item, target, bubbles, composed]),
    ).to.deep.equal([['removed', 'app', tag, true, true]]);
    expect(proofsIn(sent)).to.equal(1);
    expect(focused(tag)).to.equal(part(tag, 'list'));
    await expect(tag).to.be.accessible();
  });

  it('says that there are no connected apps after the last one is removed', async () => {
    const { tag } = await openQuestion({ has: (tenant, user) => withGrant(tenant, user, printer) });
    await pressAndWait(tag, 'Remove access');
    expect(textOf(tag)).to.contain('No connected apps.');
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('does nothing if the user keeps the app', async () => {
    const { tag, sent } = await openQuestion();
    await pressAndWait(tag, 'Keep');
    expect([isRowOpen(tag), removalsIn(sent)]).to.deep.equal([false, []]);
    expect(focused(tag)).to.equal(button(tag, ask));
  });

  it('sends each request once for a double click, and blocks other actions meanwhile', async () => {
    const { tag, sent, logto, lines } = await openQuestion();
    const gate = deferred<undefined>();
    answerWith(logto, /^DELETE/, () => gate.promise);
    press(tag, 'Remove access');
    press(tag, 'Remove access');
    await waitUntil(() => removalsIn(sent).length > 0);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Removing…', 'Keep']);
    expect(button(tag, 'Removing…').getAttribute('aria-disabled')).to.equal('true');
    await expect(tag).to.be.accessible();
    press(tag, 'Keep');
    press(tag, 'Remove access for Diary');
    await tag.updateComplete;
    expect(textOf(panelOf(tag))).to.contain('Photo Printer');
    gate.resolve(undefined);
    await whenIdle(tag);
    expect(removalsIn(sent)).to.deep.equal(lines);
  });

  it('keeps the app in the list if only some grants were revoked, and retries only the rest', async () => {
    const { tag, sent, logto, lines } = await openQuestion();
    const errors = errorsHeard();
    const heard = eventsOf(document, 'logto-connected-apps-updated');
    const recover = answerWith(logto, new RegExp(`^DELETE .*${lines[0]}$`), () => new Response(null, { status: 500 }));
    await pressAndWait(tag, 'Remove access');
    expect(removalsIn(sent)).to.deep.equal(lines);
    expect(alertsIn(panelOf(tag))).to.deep.equal(['Something went wrong on our side. Try again in a moment.']);
    expect(labelsOf(tag)).to.deep.equal(['Photo Printer', 'Diary']);
    expect([heard, errors.kinds()]).to.deep.equal([[], ['unexpected']]);
    expect(grantsOf(logto)).to.have.lengthOf(1);
    await expect(tag).to.be.accessible();
    recover();
    const before = sent.length;
    await pressAndWait(tag, 'Remove access');
    expect(removalsIn(sent.slice(before))).to.deep.equal([lines[0]]);
    expect(labelsOf(tag)).to.deep.equal(['Diary']);
    expect(heard).to.have.lengthOf(1);
    expect(grantsOf(logto)).to.deep.equal([]);
  });

  it('can be finished after the user cancels a half-done removal', async () => {
    const { tag, logto, lines } = await openQuestion();
    const recover = answerWith(logto, new RegExp(`^DELETE .*${lines[1]}$`), () => Response.error());
    await pressAndWait(tag, 'Remove access');
    await pressAndWait(tag, 'Keep');
    expect(alertsIn(tag)).to.deep.equal([]);
    recover();
    await pressAndWait(tag, ask);
    await pressAndWait(tag, 'Remove access');
    expect(labelsOf(tag)).to.deep.equal(['Diary']);
    expect(alertsIn(tag)).to.deep.equal([]);
  });

  it('succeeds if there is nothing left to revoke', async () => {
    const { tag, logto } = await openQuestion();
    const errors = errorsHeard();
    logto.tenant.grants = [];
    await pressAndWait(tag, 'Remove access');
    expect(statusOf(tag)).to.equal('Photo Printer no longer has access.');
    expect(labelsOf(tag)).to.deep.equal(['Diary']);
    expect(errors.kinds()).to.deep.equal([]);
  });

  it('asks again if the verification expires halfway, and continues with the rest', async () => {
    const { tag, sent, logto, lines } = await openQuestion();
    let isFirst = true;
    answerWith(logto, /^DELETE/, () => {
      if (!isFirst) {
        if (proofsIn(sent) === 1) logto.tenant.verificationRecords = [];
      }
      isFirst = false;
      return undefined;
    });
    await pressAndWait(tag, 'Remove access');
    expect(removalsIn(sent)).to.deep.equal([lines[0], lines[1], lines[1]]);
    expect(proofsIn(sent)).to.equal(2);
    expect(labelsOf(tag)).to.deep.equal(['Diary']);
  });

  for (const [what, answer, words] of [
    ['an unreachable server', () => Response.error(), 'We could not reach the server.'],
    ['too many requests', () => new Response(null, { status: 429 }), 'Too many attempts.'],
    ['a plain 404', () => new Response('Not Found', { status: 404 }), 'Something went wrong on our side.'],
    ['a refusal', () => refusal(422, 'guard.invalid_input'), 'That was not accepted.'],
  ] as const)
    it(`shows an error once, and can be retried: ${what}`, async () => {
      const { tag, logto } = await openQuestion();
      const recover = answerWith(logto, /^DELETE/, answer);
      await pressAndWait(tag, 'Remove access');
      expect(alertsIn(tag)).to.have.lengthOf(1);
      expect(alertsIn(panelOf(tag))[0]).to.contain(words);
      expect(labelsOf(tag)).to.deep.equal(['Photo Printer', 'Diary']);
      recover();
      await pressAndWait(tag, 'Remove access');
      expect(labelsOf(tag)).to.deep.equal(['Diary']);
    });

  it('says that apps can no longer be removed here, and hides the buttons', async () => {
    const { tag, logto } = await openQuestion();
    logto.tenant.accountCenter.fields.session = 'ReadOnly';
    await pressAndWait(tag, 'Remove access');
    expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    await pressAndWait(tag, 'Keep');
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(logto.tenant.grants).to.have.lengthOf(3);
  });
});
