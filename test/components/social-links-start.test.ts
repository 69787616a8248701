import { expect } from '@open-wc/testing';

import { ada } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { button, textOf } from '../helpers/read.js';
import { focused, isRowOpen } from '../helpers/rows.js';
import { stayHere } from '../helpers/stay-here.js';
import {
  aTenant,
  alertsIn,
  anEndpoint,
  answerWith,
  errorsHeard,
  press,
  pressAndWait,
  refusal,
  whenIdle,
} from './credential-page.js';
import { github, goTo, linesSent, openSocial, remembered, withoutMethods, type SocialOptions } from './social-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const link = 'Link GitHub';
const replace = 'Replace the GitHub account';
const here = () => location.origin + location.pathname;

/** Presses the button that leads to the provider, where this test stays. */
async function sentAway({ name = link, ...options }: SocialOptions & { name?: string } = {}) {
  const addresses = stayHere();
  const errors = errorsHeard();
  const at = anEndpoint();
  const page = await openSocial({ at, mode: 'embedded', ...options });
  await pressAndWait(page.tag, name);
  return { ...page, addresses, errors, at };
}

/** As what the address does not say. */
const queryOf = (addresses: URL[]) => Object.fromEntries(addresses[0]!.searchParams);

describe('linking a social account on this page', () => {
  it('leads to the provider, which returns to this page', async () => {
    goTo('/account?tab=social#links');
    const { addresses, sent, tag } = await sentAway();
    const { origin, pathname } = addresses[0]!;
    expect([addresses.length, origin + pathname]).to.deep.equal([1, 'https://github.com/login/oauth/authorize']);
    const { state, redirect_uri: redirectUri } = queryOf(addresses);
    expect(redirectUri).to.equal(`${location.origin}/account`);
    expect(linesSent(sent)).to.deep.equal(['POST verifications/social']);
    expect(sent[0]!.body).to.deep.equal({ connectorId: '0ffoz13j70sg', state, redirectUri });
    expect(isRowOpen(tag)).to.equal(false);
    await expect(tag).to.be.accessible();
  });

  it('requires no step-up verification before', async () => {
    const { addresses, sent } = await sentAway({ withDialog: true });
    expect([addresses.length, sent.length]).to.deep.equal([1, 1]);
    expect(sent[0]!.verification).to.equal(null);
  });

  it('uses an unguessable state, different each time', async () => {
    const { addresses, tag } = await sentAway();
    for (let count = 0; count < 5; count += 1) await pressAndWait(tag, link);
    const states = addresses.map(({ searchParams }) => searchParams.get('state')!);
    expect(new Set(states).size).to.equal(6);
    for (const state of states) expect(state).to.match(/^[a-z]+[0-9a-f]{32}$/);
    expect((remembered()!.data as { state: string }).state).to.equal(states.at(-1));
  });

  it('stores in the tab what is needed later, but neither a token nor a verification record', async () => {
    goTo('/account?tab=social#links');
    const before = Date.now();
    const page = await openSocial({ linked: { google: { userId: 'g' } }, mode: 'embedded' });
    await pressAndWait(page.tag, 'Unlink Google');
    page.tag.shadowRoot!.querySelector<HTMLElement>('[part~="confirm"]')!.click();
    await whenIdle(page.tag); // so that there is such a proof
    const addresses = stayHere();
    await pressAndWait(page.tag, link);
    const { owner, expiresAt, data } = remembered()!;
    const permission = page.logto.tenant.verificationRecords.find(({ type }) => type === 'Password')!;
    const social = page.logto.tenant.verificationRecords.find(({ type }) => type === 'Social')!;
    expect([owner.task, owner.userId]).to.deep.equal(['social', ada]);
    expect(expiresAt).to.be.within(before + 10 * 60_000, Date.now() + 10 * 60_000);
    expect(data).to.deep.equal({
      kind: 'embedded',
      target: 'github',
      state: queryOf(addresses)['state'],
      verificationRecordId: social.id,
      redirectUri: here(),
      isReplacement: false,
      page: location.href,
    });
    const all = JSON.stringify({ ...sessionStorage, ...localStorage });
    expect([all.includes(page.token), all.includes(permission.id)]).to.deep.equal([false, false]);
    expect(sessionStorage).to.have.lengthOf(1);
  });

  it('stores that it will replace the linked account', async () => {
    const { addresses } = await sentAway({ linked: github, name: replace });
    expect(addresses).to.have.lengthOf(1);
    expect(remembered()!.data).to.deep.include({ isReplacement: true, target: 'github' });
  });

  it('works for a user who has only a username', async () => {
    const { addresses, errors } = await sentAway({ user: withoutMethods, withDialog: true });
    expect([addresses.length, errors.kinds()]).to.deep.equal([1, []]);
  });

  for (const [callbackUri, expected] of [
    ['/linked', '/linked'],
    ['https://app.example/linked?via=logto', undefined],
  ] as const)
    it(`returns to the redirect URI registered with the provider: ${callbackUri}`, async () => {
      const { addresses } = await sentAway({ callbackUri });
      const full = expected ? location.origin + expected : callbackUri;
      expect(queryOf(addresses)['redirect_uri']).to.equal(full);
      expect(remembered()!.data).to.deep.include({ redirectUri: full, page: location.href });
    });

  it('starts once after several clicks, while other rows wait', async () => {
    const addresses = stayHere();
    const { tag, logto, sent } = await openSocial({ mode: 'embedded' });
    const gate = deferred<undefined>();
    answerWith(logto, /verifications\/social$/, () => gate.promise);
    press(tag, link);
    await waitUntil(() => sent.length === 1, 'It has not begun.');
    press(tag, link);
    press(tag, 'Link Google');
    expect(button(tag, 'Link Google').getAttribute('aria-disabled')).to.equal('true');
    gate.resolve(undefined);
    await whenIdle(tag);
    expect([sent.length, addresses.length]).to.deep.equal([1, 1]);
  });

  it('works if the browser’s storage cannot be written', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('No.', 'QuotaExceededError');
    };
    const { addresses } = await sentAway().finally(() => (Storage.prototype.setItem = setItem));
    expect(addresses).to.have.lengthOf(1);
  });
});

describe('linking a social account that cannot start', () => {
  for (const uri of [
    'javascript:alert(document.domain)',
    ' JavaScript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://evil.example/1',
    'logto://callback',
    '/authorize',
    '//evil.example/authorize',
    '',
    null,
    7,
    { href: 'https://github.com' },
  ])
    it(`does not lead to a non-web URL: ${JSON.stringify(uri)}`, async () => {
      const logto = aTenant();
      const started = { verificationRecordId: 'r', expiresAt: new Date().toISOString(), authorizationUri: uri };
      answerWith(logto, /verifications\/social$/, () => Response.json(started, { status: 201 }));
      const { tag, addresses, errors } = await sentAway({ logto });
      expect([addresses, remembered()]).to.deep.equal([[], null]);
      expect(alertsIn(tag)).to.deep.equal(['This provider cannot be reached from here. For help, contact support.']);
      expect(errors.kinds()).to.deep.equal(['rejected']);
      await expect(tag).to.be.accessible();
    });

  it('shows that Logto no longer knows the provider', async () => {
    const logto = aTenant();
    logto.tenant.connectors = [];
    const { tag, addresses, errors } = await sentAway({ logto });
    expect(alertsIn(tag)).to.deep.equal(['This provider is no longer offered here.']);
    expect([addresses, remembered(), errors.codes()]).to.deep.equal([[], null, ['session.invalid_connector_id']]);
    expect(focused(tag)).to.equal(button(tag, link));
  });

  for (const [what, answer, words] of [
    ['an unreachable server', () => Response.error(), 'We could not reach the server.'],
    ['a server fault', () => refusal(500, 'x'), 'Something went wrong on our side.'],
    ['an empty response', () => new Response(null, { status: 201 }), ''],
    ['a response of another shape', () => Response.json(['Hello.']), ''],
  ] as const)
    it(`shows an error in its row, and can be retried: ${what}`, async () => {
      const logto = aTenant();
      const recover = answerWith(logto, /verifications\/social$/, answer);
      const { tag, addresses, errors } = await sentAway({ logto });
      expect(alertsIn(tag)).to.have.lengthOf(1);
      expect(alertsIn(tag)[0]).to.contain(words);
      expect([addresses, remembered(), errors.kinds().length]).to.deep.equal([[], null, 1]);
      recover();
      await pressAndWait(tag, link);
      expect([alertsIn(tag), addresses.length]).to.deep.equal([[], 1]);
    });

  it('shows an error if the redirect URI is invalid', async () => {
    const { tag, addresses } = await sentAway({ callbackUri: 'https://' });
    expect([alertsIn(tag).length, addresses.length, remembered()]).to.deep.equal([1, 0, null]);
  });

  it('shows a user that the session has ended', async () => {
    const addresses = stayHere();
    const { tag, logto } = await openSocial({ mode: 'embedded' });
    answerWith(logto, /./, () => refusal(401, 'auth.unauthorized'));
    await pressAndWait(tag, link);
    expect([addresses.length, remembered()]).to.deep.equal([0, null]);
    expect(textOf(tag)).to.contain('You have been signed out. Sign in again to continue.');
  });
});
