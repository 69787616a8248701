import { expect } from '@open-wc/testing';

import { listenToConsole } from '../helpers/console.js';
import { eventsOf } from '../helpers/next-event.js';
import { textOf } from '../helpers/read.js';
import {
  answerWith,
  buttonsOf,
  change,
  enter,
  inputIn,
  openProfile,
  press,
  rowOf,
  save,
  statusOf,
  valueOf,
} from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const alertIn = (row: Element) => [...row.querySelectorAll('[role="alert"]')].map(textOf);
const refusal = (status: number, code: string) => () => Response.json({ code, message: 'Raw words' }, { status });

const failures = [
  [
    'the network',
    () => Response.error(),
    'network',
    'We could not reach the server. Check your connection and try again.',
  ],
  [
    'a server fault',
    () => new Response('<h1>Oops', { status: 500 }),
    'http_500',
    'Something went wrong on our side. Try again in a moment.',
  ],
  [
    'a proxy',
    () => new Response('<h1>Too large</h1>', { status: 413 }),
    'http_413',
    'Something went wrong on our side. Try again in a moment.',
  ],
  [
    'too many requests',
    refusal(429, 'request.too_many'),
    'request.too_many',
    'Too many attempts. Wait a while, then try again.',
  ],
  [
    'a value it does not take',
    refusal(422, 'entity.value_too_long'),
    'entity.value_too_long',
    'That was not accepted. Check what you entered and try again.',
  ],
  [
    'a missing scope',
    refusal(400, 'auth.unauthorized'),
    'auth.unauthorized',
    'This page is not allowed to do that. Sign out and sign in again, or contact support.',
  ],
  [
    'an answer that is a page',
    () => new Response('<!doctype html><p>Log in</p>'),
    'malformed_response',
    'Something went wrong on our side. Try again in a moment.',
  ],
  [
    'an empty response',
    () => new Response(''),
    'malformed_response',
    'Something went wrong on our side. Try again in a moment.',
  ],
] as const;

describe('a save that fails in <logto-profile>', () => {
  for (const [what, answer, code, says] of failures)
    it(`shows one error, keeps the input, and succeeds on the second try: ${what}`, async () => {
      listenToConsole();
      const { tag, logto, user } = await openProfile();
      const errors = eventsOf(document, 'logto-error');
      const updates = eventsOf(document, 'logto-profile-updated');
      const recover = answerWith(logto, 'PATCH', answer);
      const row = await change(tag, 'Nickname');
      enter(row, 'Countess');
      await save(row);
      expect(alertIn(row)).to.deep.equal([says]);
      expect(inputIn(row).value).to.equal('Countess');
      expect(errors.map(({ error }) => error.code)).to.deep.equal([code]);
      expect(errors[0]!.target === tag).to.equal(true);
      expect(textOf(tag)).not.to.contain('Raw words');
      expect(statusOf(tag)).to.equal('');
      await expect(tag).to.be.accessible();
      recover();
      press(row, 'Save');
      await waitUntil(() => statusOf(tag) === 'Nickname saved.', 'It was not saved.');
      expect(user.profile.nickname).to.equal('Countess');
      expect(valueOf(tag, 'Nickname')).to.equal('Countess');
      expect([errors.length, updates.length]).to.deep.equal([1, 1]);
    });

  it('hides the buttons of a toggle that the tenant has made read-only meanwhile', async () => {
    const { tag, logto, user } = await openProfile();
    const errors = eventsOf(document, 'logto-error');
    logto.tenant.accountCenter.fields.customData = 'ReadOnly';
    const row = await change(tag, 'Badge');
    enter(row, 'ZZ-0001');
    await save(row);
    expect(alertIn(row)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
    expect(inputIn(row).value).to.equal('ZZ-0001');
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['account_center.field_not_editable']);
    expect(buttonsOf(tag)).to.include('Change Nickname');
    expect(buttonsOf(tag)).not.to.include('Change Plan');
    await expect(tag).to.be.accessible();
    press(row, 'Cancel');
    await tag.updateComplete;
    expect(valueOf(tag, 'Badge')).to.equal('AB-1843');
    expect(buttonsOf(tag)).not.to.include('Change Badge');
    expect(user.customData['badge']).to.equal('AB-1843');
  });

  it('keeps the focus in the element if the button to return to has disappeared', async () => {
    const { tag, logto } = await openProfile();
    logto.tenant.accountCenter.fields.name = 'ReadOnly';
    const row = await change(tag, 'Name');
    enter(row, 'Augusta');
    await save(row);
    press(row, 'Cancel');
    await tag.updateComplete;
    expect(document.activeElement?.localName).to.equal('logto-profile');
  });

  it('says that the session has ended, and keeps the input', async () => {
    const { tag, logto } = await openProfile();
    const row = await change(tag, 'Nickname');
    enter(row, 'Countess');
    logto.tenant.accessTokens = {};
    await save(row);
    expect(alertIn(row)).to.deep.equal(['You have been signed out. Sign in again to continue.']);
    expect(inputIn(row).value).to.equal('Countess');
  });

  it('sends nothing if the account cannot be read before merging', async () => {
    const { tag, logto, writes } = await openProfile();
    answerWith(logto, 'GET', () => new Response(null, { status: 500 }));
    const row = await change(tag, 'Badge');
    enter(row, 'ZZ-0001');
    await save(row);
    expect(writes).to.deep.equal([]);
    expect(inputIn(row).value).to.equal('ZZ-0001');
  });

  it('sends nothing that would delete custom data which may not be read', async () => {
    const { tag, logto, writes } = await openProfile();
    const row = await change(tag, 'Badge');
    enter(row, 'ZZ-0001');
    for (const token of Object.values(logto.tenant.accessTokens)) token.scopes = ['openid', 'profile'];
    await save(row);
    expect(writes).to.deep.equal([]);
    expect(alertIn(row)).to.have.lengthOf(1);
  });

  it('does not block another row after it is canceled', async () => {
    const { tag, logto, user } = await openProfile();
    const recover = answerWith(logto, 'PATCH', () => new Response(null, { status: 500 }));
    const nickname = await change(tag, 'Nickname');
    enter(nickname, 'Countess');
    await save(nickname);
    recover();
    press(nickname, 'Cancel');
    const badge = await change(tag, 'Badge');
    enter(badge, 'ZZ-0001');
    await save(badge);
    expect(user.customData['badge']).to.equal('ZZ-0001');
    expect(alertIn(rowOf(tag, 'Nickname'))).to.have.lengthOf(0);
  });
});
