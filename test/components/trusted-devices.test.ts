import { expect } from '@open-wc/testing';

import { withTrustedDevice } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { whenLoaded, whenRendered } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, textOf, textsShown } from '../helpers/read.js';
import { focused, labelsOf, panelOf, rowOf, valuesOf, textOfPart } from '../helpers/rows.js';
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
  agents,
  aGuardedTenant,
  openList,
  openShown,
  removalsIn,
  twoDevices,
  type GuardedOptions,
} from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const name = 'logto-trusted-devices';
const path = /^GET .*trusted-devices$/;
const ask = 'Remove Safari on iOS';

/** Whether Logto has trusted devices is answered when the test says so. */
async function probing(options: GuardedOptions = {}) {
  const logto = aGuardedTenant(options);
  const gate = deferred<undefined>();
  const proofs: (string | null)[] = [];
  answerWith(logto, path, ({ headers }) => {
    proofs.push(headers.get('logto-verification-id'));
    return gate.promise;
  });
  const page = await openList(name, { ...options, logto, stillLoading: true });
  await whenLoaded(page.provider);
  await waitUntil(() => proofs.length > 0);
  await whenRendered(page.tag);
  return { ...page, proofs, words: textsShown(page.tag), answer: () => gate.resolve(undefined) };
}

describe('<logto-trusted-devices> with a version of Logto that may not support it', () => {
  for (const settings of ['property', 'none'] as const)
    it(`sends one request without verification, and appears only after the response: settings ${settings}`, async () => {
      const heard = eventsOf(document, 'logto-access-changed');
      const { tag, proofs, words, answer } = await probing({ settings, has: twoDevices });
      expect(textOf(tag)).to.equal('Loading…');
      expect(tag.matches(':state(loading)')).to.equal(true);
      expect(heard).to.deep.equal([]);
      await expect(tag).to.be.accessible();
      answer();
      await whenIdle(tag);
      expect(labelsOf(tag)).to.deep.equal(['Devices you trust']);
      expect([...words]).to.have.lengthOf(2);
      expect(proofs).to.deep.equal([null]);
      expect(heard.map(({ access }) => access)).to.deep.equal(['edit']);
    });

  for (const settings of ['property', 'none'] as const)
    it(`takes no space and never flashes if trusted devices are not supported: settings ${settings}`, async () => {
      const heard = eventsOf(document, 'logto-access-changed');
      const errors = errorsHeard();
      const { tag, proofs, words, answer } = await probing({ settings, devFeatures: false });
      answer();
      await whenIdle(tag);
      expect(textOf(tag)).to.equal('');
      expect(tag.getBoundingClientRect().height).to.equal(0);
      expect(tag.matches(':state(off)')).to.equal(true);
      expect(tag.matches(':state(failed)')).to.equal(false);
      expect([...words]).to.have.members(['Loading…', '']);
      expect(proofs).to.deep.equal([null]);
      expect(heard.map(({ access }) => access)).to.deep.equal(['off']);
      expect(errors.kinds()).to.deep.equal([]);
    });

  it('shows an error if the request fails, and tries again', async () => {
    const logto = aGuardedTenant();
    const errors = errorsHeard();
    const recover = answerWith(logto, path, () => new Response(null, { status: 500 }));
    const { tag } = await openList(name, { logto, has: twoDevices });
    expect(textOf(tag)).to.contain('Something went wrong on our side.');
    expect(tag.matches(':state(failed)')).to.equal(true);
    expect(errors.kinds()).to.deep.equal(['unexpected']);
    await expect(tag).to.be.accessible();
    recover();
    await pressAndWait(tag, 'Try again');
    await waitUntil(() => labelsOf(tag).length > 0);
    expect(labelsOf(tag)).to.deep.equal(['Devices you trust']);
  });

  it('sends one request for all elements of a page', async () => {
    const { provider, tag, reads } = await openList(name, { has: twoDevices });
    const second = document.createElement(name);
    provider.append(second);
    await whenRendered(second);
    expect(labelsOf(second)).to.deep.equal(labelsOf(tag));
    expect(reads()).to.deep.equal(['trusted-devices']);
  });
});

describe('the devices that <logto-trusted-devices> lists', () => {
  it('show a name, a place and times', async () => {
    const { tag } = await openShown(name, {
      has: (_tenant, user) => {
        withTrustedDevice(user, {
          userAgent: agents.edge,
          city: 'Lyon',
          country: 'FR',
          createdAt: Date.UTC(2026, 10, 1, 12),
          lastUsedAt: Date.UTC(2026, 10, 9, 12),
          expiresAt: Date.UTC(2099, 11, 1, 12),
        });
      },
    });
    expect(valuesOf(tag)).to.deep.equal({ 'Microsoft Edge on Windows': 'Lyon, France' });
    expect(textOfPart(rowOf(tag, 'Microsoft Edge on Windows'), 'hint')).to.equal(
      'Trusted since Nov 1, 2026 · last used Nov 9, 2026 · trusted until Dec 1, 2099',
    );
    expect(namesOf(tag, 'button')).to.deep.equal(['Remove Microsoft Edge on Windows']);
    expect(statusOf(tag)).to.equal('You trust 1 device.');
  });

  it('are shown without unknown details, and left out without an id', async () => {
    const logto = aGuardedTenant();
    const { tag } = await openList(name, { logto });
    answerWith(logto, path, () => Response.json([null, {}, { id: '' }, { id: 'd', userAgent: null }]));
    await pressAndWait(tag, 'Show trusted devices');
    expect(valuesOf(tag)).to.deep.equal({ 'Unknown device': undefined });
    expect(textOf(tag)).not.to.match(/undefined|null|NaN|Invalid|1970/);
    await expect(tag).to.be.accessible();
  });

  it('render names as text', async () => {
    const markup = '<img src="x" onerror="document.title = 1"><b>bold</b>';
    const { title } = document;
    const { tag } = await openShown(name, {
      has: (_tenant, user) => withTrustedDevice(user, { userAgent: markup, city: markup, country: '\u202eXX' }),
    });
    expect(part(tag, 'list').querySelector('img, b')).to.equal(null);
    expect(part(tag, 'value').textContent).to.contain(markup);
    expect(document.title).to.equal(title);
  });
});

describe('removing a trusted device', () => {
  it('removes the device, says so, fires an event and keeps the others', async () => {
    const { tag, sent, user } = await openShown(name, { has: twoDevices });
    const heard = eventsOf(document, 'logto-trusted-devices-updated');
    await pressAndWait(tag, ask);
    await pressAndWait(tag, 'Remove');
    expect(removalsIn(sent)).to.deep.equal(['trusted-devices/device-two']);
    expect(user.trustedDevices.map(({ id }) => id)).to.deep.equal(['device-one']);
    expect(labelsOf(tag)).to.deep.equal(['Firefox on Windows']);
    expect(statusOf(tag)).to.equal('Safari on iOS is no longer trusted.');
    expect(
      heard.map(({ action, item, target, bubbles, composed }) => [action, item, target, bubbles, composed]),
    ).to.deep.equal([['removed', 'device', tag, true, true]]);
    expect(focused(tag)).to.equal(part(tag, 'list'));
    await pressAndWait(tag, 'Remove Firefox on Windows');
    await pressAndWait(tag, 'Remove');
    expect(textOf(tag)).to.contain('No trusted devices. You are asked for a second step on every device.');
    await expect(tag).to.be.accessible();
  });

  it('sends one request after a double click', async () => {
    const logto = aGuardedTenant();
    const { tag, sent } = await openShown(name, { logto, has: twoDevices });
    await pressAndWait(tag, ask);
    const gate = deferred<undefined>();
    answerWith(logto, /^DELETE/, () => gate.promise);
    press(tag, 'Remove');
    press(tag, 'Remove');
    await waitUntil(() => removalsIn(sent).length > 0);
    expect(button(tag, 'Removing…').getAttribute('aria-disabled')).to.equal('true');
    press(tag, 'Keep');
    gate.resolve(undefined);
    await whenIdle(tag);
    expect(removalsIn(sent)).to.have.lengthOf(1);
    expect(labelsOf(tag)).to.deep.equal(['Firefox on Windows']);
  });

  it('succeeds if the device was already removed', async () => {
    const { tag, user } = await openShown(name, { has: twoDevices });
    const errors = errorsHeard();
    await pressAndWait(tag, ask);
    user.trustedDevices = [];
    await pressAndWait(tag, 'Remove');
    expect(statusOf(tag)).to.equal('Safari on iOS is no longer trusted.');
    expect(errors.kinds()).to.deep.equal([]);
  });

  for (const [what, answer, words] of [
    ['an unreachable server', () => Response.error(), 'We could not reach the server.'],
    ['a plain 404', () => new Response('Not Found', { status: 404 }), 'Something went wrong on our side.'],
    ['a refusal', () => refusal(400, 'account_center.field_not_editable'), 'This cannot be changed here.'],
  ] as const)
    it(`shows one error, and keeps the device in the list: ${what}`, async () => {
      const logto = aGuardedTenant();
      const { tag, user } = await openShown(name, { logto, has: twoDevices });
      const heard = eventsOf(document, 'logto-trusted-devices-updated');
      await pressAndWait(tag, ask);
      answerWith(logto, /^DELETE/, answer);
      await pressAndWait(tag, 'Remove');
      expect(alertsIn(tag)).to.have.lengthOf(1);
      expect(alertsIn(panelOf(tag))[0]).to.contain(words);
      expect(user.trustedDevices).to.have.lengthOf(2);
      expect([labelsOf(tag), heard]).to.deep.equal([['Firefox on Windows', 'Safari on iOS'], []]);
      await expect(tag).to.be.accessible();
    });
});
