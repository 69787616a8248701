import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { AccountError } from '../../src/api/account-error.js';
import { AccountResource, type ResourceState } from '../../src/state/account-resource.js';
import { deferred } from '../helpers/deferred.js';

type Answer = () => Promise<string>;

const gives = (value: string) => async () => value;
const fails =
  (code: string, kind: AccountError['kind'] = 'unexpected') =>
  () =>
    Promise.reject<string>(new AccountError(kind, code));

/** A resource with given responses, and all its states. */
function aResource(...answers: Answer[]) {
  const states: ResourceState<string>[] = [];
  let reads = 0;
  const resource: AccountResource<string> = new AccountResource<string>(
    () => {
      reads += 1;
      return (answers.shift() ?? (() => assert.fail('Nobody should read again.')))();
    },
    () => states.push(resource.state),
  );
  return { resource, states, reads: () => reads, more: (...next: Answer[]) => void answers.push(...next) };
}

const inWords = ({ status, ...state }: ResourceState<string>) =>
  [
    status,
    ...('value' in state ? [state.value] : []),
    ...('error' in state && state.error ? [state.error.code] : []),
    ...('isRetrying' in state && state.isRetrying ? ['again'] : []),
  ].join(' ');

describe('an account resource', () => {
  it('is loading, then ready, and notifies once', async () => {
    const { resource, states } = aResource(gives('one'));
    assert.equal(inWords(resource.state), 'loading');
    assert.equal(resource.value, undefined);
    await resource.refresh();
    assert.deepEqual(states.map(inWords), ['ready one']);
    assert.equal(resource.value, 'one');
  });

  it('is read once, however many elements need it', async () => {
    const { resource, reads } = aResource(gives('one'));
    resource.load();
    resource.load();
    await Promise.resolve();
    resource.load();
    assert.equal(reads(), 1);
  });

  it('is not read again automatically after a failure', async () => {
    const { resource, reads } = aResource(fails('network', 'network'));
    await resource.refresh();
    resource.load();
    assert.equal(reads(), 1);
  });

  it('is refreshed only if an element has read it before', async () => {
    const { resource, reads, more } = aResource();
    await resource.refreshIfLoaded();
    assert.equal(reads(), 0);
    more(gives('one'), gives('two'));
    await resource.refresh();
    await resource.refreshIfLoaded();
    assert.equal(resource.value, 'two');
  });

  for (const [code, kind, words] of [
    ['account_center.field_not_enabled', 'not-allowed', 'off'],
    ['http_404', 'unexpected', 'absent'],
    ['http_500', 'unexpected', 'failed http_500'],
    ['network', 'network', 'failed network'],
    ['account_center.field_not_editable', 'not-allowed', 'failed account_center.field_not_editable'],
    ['auth.unauthorized', 'missing-scope', 'failed auth.unauthorized'],
    ['entity.not_found', 'rejected', 'failed entity.not_found'],
  ] as const)
    it(`is ${words} after ${code}, and never looks empty`, async () => {
      const { resource } = aResource(fails(code, kind));
      await resource.refresh();
      assert.equal(inWords(resource.state), words);
      assert.equal(resource.value, undefined);
    });

  it('has the same error for anything that was thrown', async () => {
    const { resource } = aResource(() => Promise.reject(new TypeError('x')));
    await resource.refresh();
    assert.equal(inWords(resource.state), 'failed unexpected');
  });

  it('is loading again after a failure, without the old error', async () => {
    const { resource, states } = aResource(fails('network'), fails('http_500'), gives('one'));
    for (let times = 0; times < 3; times += 1) await resource.refresh();
    assert.deepEqual(states.map(inWords), [
      'failed network',
      'failed network again',
      'failed http_500',
      'failed http_500 again',
      'ready one',
    ]);
  });

  it('keeps its value when a refresh fails, and is marked as stale', async () => {
    const { resource, states } = aResource(gives('one'), fails('network'), fails('http_500'), gives('two'));
    for (let times = 0; times < 4; times += 1) await resource.refresh();
    assert.deepEqual(states.map(inWords), [
      'ready one',
      'ready one network',
      'ready one network again',
      'ready one http_500',
      'ready one http_500 again',
      'ready two',
    ]);
  });

  it('drops its value when it turns out to be off or gone', async () => {
    for (const code of ['account_center.field_not_enabled', 'http_404']) {
      const { resource } = aResource(gives('one'), fails(code));
      await resource.refresh();
      await resource.refresh();
      assert.equal(resource.value, undefined);
    }
  });

  it('has the result of the latest request, in whatever order the responses arrive', async () => {
    const [slow, quick] = [deferred<string>(), deferred<string>()];
    const { resource, states } = aResource(
      () => slow.promise,
      () => quick.promise,
    );
    const first = resource.refresh();
    const second = resource.refresh();
    quick.resolve('new');
    await second;
    slow.resolve('old');
    await first;
    assert.deepEqual(states.map(inWords), ['ready new']);
  });

  it('takes the value that Logto has confirmed, and ignores older responses', async () => {
    const slow = deferred<string>();
    const { resource, states } = aResource(gives('old'), () => slow.promise);
    await resource.refresh();
    const refresh = resource.refresh();
    resource.set('new');
    slow.resolve('old');
    await refresh;
    assert.deepEqual(states.map(inWords), ['ready old', 'ready new']);
  });

  it('is empty after a reset, even if a response arrives later', async () => {
    const slow = deferred<string>();
    const { resource, states, reads, more } = aResource(() => slow.promise);
    const refresh = resource.refresh();
    resource.forget();
    slow.resolve('of the one before');
    await refresh;
    assert.deepEqual([inWords(resource.state), states, reads()], ['loading', [], 1]);
    await resource.refreshIfLoaded();
    assert.equal(reads(), 1);
    more(gives('mine'));
    resource.load();
    await Promise.resolve();
    assert.equal(reads(), 2);
  });
});
