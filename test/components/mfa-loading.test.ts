import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { withPasskey, withTotp } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { labelsOf } from '../helpers/rows.js';
import { deferred } from '../helpers/deferred.js';
import { whenLoaded, whenRendered } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, parts, textOf } from '../helpers/read.js';
import { aTenant, answerWith, errorsHeard, openPage, pressAndWait, whenIdle, statusOf } from './credential-page.js';
import { openMfa, setUpTotp, valueOf, focusName } from './mfa-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const list = /^GET .*mfa-verifications$/;

const readsOf = (logto: { requests: { method: string; path: string }[] }) =>
  logto.requests.filter(({ method, path }) => list.test(`${method} ${path}`)).length;

describe('<logto-mfa> when a part of the account cannot be read', () => {
  for (const [what, answer] of [
    ['an unreachable server', () => Response.error()],
    ['a server fault', () => new Response(null, { status: 500 })],
    ['too many requests', () => new Response(null, { status: 429 })],
    ['a response of another shape', () => Response.json({ items: [] })],
    ['an empty response', () => new Response(null, { status: 204 })],
  ] as const)
    for (const route of [list, /^GET .*mfa-settings$/])
      it(`shows an error instead of an empty list, and tries again: ${what}, ${route.source}`, async () => {
        const errors = errorsHeard();
        const logto = aTenant();
        const recover = answerWith(logto, route, answer);
        const { tag } = await openMfa({ logto, has: [withTotp] });
        expect(labelsOf(tag)).to.deep.equal([]);
        expect(textOf(tag)).to.match(/[Tt]ry again/);
        expect(textOf(tag)).not.to.contain('Not set');
        expect(tag.matches(':state(failed)')).to.equal(true);
        expect(errors.kinds()).to.have.lengthOf(1);
        await expect(tag).to.be.accessible();
        recover();
        await pressAndWait(tag, 'Try again');
        expect(valueOf(tag, 'Authenticator app')).to.equal('Set up Added Sep 1, 2026');
        expect(tag.matches(':state(failed)')).to.equal(false);
      });

  it('reads only the failed part again', async () => {
    const logto = aTenant();
    const recover = answerWith(logto, list, () => Response.error());
    const { tag } = await openMfa({ logto });
    const before = logto.requests.length;
    recover();
    await pressAndWait(tag, 'Try again');
    expect(logto.requests.slice(before).map(({ path }) => path)).to.deep.equal(['/api/my-account/mfa-verifications']);
  });

  it('shows that it is retrying, sends one request, and keeps the focus when that fails, too', async () => {
    const logto = aTenant();
    let answer: () => Response | Promise<Response> = () => Response.error();
    answerWith(logto, list, () => answer());
    const { tag } = await openMfa({ logto });
    const slow = deferred<Response>();
    answer = () => slow.promise;
    button(tag, 'Try again').focus();
    button(tag, 'Try again').click();
    await waitUntil(() => namesOf(tag, 'button').includes('Loading…'));
    expect(button(tag, 'Loading…').getAttribute('aria-disabled')).to.equal('true');
    await expect(tag).to.be.accessible();
    slow.resolve(Response.error());
    await waitUntil(() => namesOf(tag, 'button').includes('Try again'));
    expect(focusName(tag)).to.equal('Try again');
    await whenIdle(tag);
  });

  it('says that the page lacks permission without the scope, and offers no retry', async () => {
    listenToConsole();
    const { tag } = await openMfa({ scopes: ['openid', 'profile', 'email'] });
    expect(textOf(tag)).to.equal(
      'This page is not allowed to do that. Sign out and sign in again, or contact support. Contact support',
    );
    expect(tag.matches(':state(failed)')).to.equal(true);
    await expect(tag).to.be.accessible();
  });
});

describe('<logto-mfa> when a refresh fails', () => {
  it('keeps what is shown, says that the change was saved, and offers a retry', async () => {
    const logto = aTenant();
    const page = await openMfa({ logto });
    const { tag } = page;
    const errors = errorsHeard();
    const recover = answerWith(logto, list, () => Response.error());
    await setUpTotp(page);
    expect(statusOf(tag)).to.equal('Authenticator app saved.');
    expect(labelsOf(tag)).to.deep.equal(['Ask at sign-in', 'Authenticator app', 'Backup codes']);
    expect(textOf(part(tag, 'error'))).to.contain('We could not reach the server.');
    expect(tag.matches(':state(failed)')).to.equal(false);
    expect(errors.kinds()).to.deep.equal(['network']);
    await expect(tag).to.be.accessible();
    recover();
    await pressAndWait(tag, 'Try again');
    expect(valueOf(tag, 'Authenticator app')).to.contain('Added');
    expect(parts(tag, 'error')).to.deep.equal([]);
  });

  it('keeps what is shown after provider.refresh(), and offers a retry', async () => {
    const { tag, logto, provider } = await openMfa({ has: [withTotp] });
    const recover = answerWith(logto, list, () => new Response(null, { status: 500 }));
    await provider.refresh();
    await whenIdle(tag);
    expect(valueOf(tag, 'Authenticator app')).to.equal('Set up Added Sep 1, 2026');
    expect(textOf(part(tag, 'error'))).to.contain('Something went wrong');
    recover();
    await provider.refresh();
    await whenIdle(tag);
    expect(parts(tag, 'error')).to.deep.equal([]);
  });

  it('hides everything if two-step verification turns out to be off', async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag, logto, provider } = await openMfa({ settings: 'none', has: [withTotp] });
    logto.tenant.accountCenter.fields.mfa = 'Off';
    await provider.refresh();
    await whenIdle(tag);
    expect(textOf(tag)).to.equal('');
    expect(heard.map(({ access }) => access)).to.deep.equal(['edit', 'off']);
  });
});

describe('several <logto-mfa> elements in one provider', () => {
  it('read the account once, and both show a change', async () => {
    const two = html`<logto-mfa></logto-mfa><logto-mfa></logto-mfa>`;
    const { provider, logto } = await openPage(two);
    const [first, second] = provider.querySelectorAll('logto-mfa') as unknown as [MfaTag, MfaTag];
    await whenIdle(first);
    expect(readsOf(logto)).to.equal(1);
    expect(logto.requests.filter(({ path }) => path.endsWith('/mfa-settings'))).to.have.lengthOf(1);
    await setUpTotp({ tag: first, logto });
    await whenRendered(provider);
    for (const tag of [first, second]) expect(valueOf(tag, 'Authenticator app')).to.contain('Added');
    expect(readsOf(logto)).to.equal(2);
    await pressAndWait(second, 'Turn off two-step verification');
    await pressAndWait(second, 'Turn off');
    await whenRendered(provider);
    for (const tag of [first, second]) expect(valueOf(tag, 'Ask at sign-in')).to.equal('Off');
    expect([first, second].map(statusOf)).to.deep.equal(['Authenticator app saved.', 'Two-step verification is off.']);
  });

  it('use the loaded data if added later', async () => {
    const { tag, provider, logto } = await openMfa({ has: [withTotp] });
    const second = document.createElement('logto-mfa');
    provider.append(second);
    await whenRendered(second);
    expect(labelsOf(second)).to.deep.equal(labelsOf(tag));
    expect(readsOf(logto)).to.equal(1);
  });

  it('read again on provider.refresh()', async () => {
    const { tag, provider, user } = await openMfa();
    withTotp(withPasskey(user));
    user.logtoConfig.mfa.skipMfaOnSignIn = true;
    await provider.refresh();
    await whenIdle(tag);
    expect([valueOf(tag, 'Ask at sign-in'), valueOf(tag, 'Passkeys')]).to.deep.equal(['Off', '1 passkey']);
  });

  it('send no request before an element is added', async () => {
    const { provider, logto } = await openPage('');
    await provider.refresh();
    await whenLoaded(provider);
    expect(readsOf(logto)).to.equal(0);
  });
});

type MfaTag = HTMLElementTagNameMap['logto-mfa'];
