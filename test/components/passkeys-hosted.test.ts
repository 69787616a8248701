import { expect } from '@open-wc/testing';

import { ada, withPasskey } from '../fake-logto/fake-logto.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part } from '../helpers/read.js';
import { focused, isRowOpen, panelOf, rowOf, textOfPart } from '../helpers/rows.js';
import { stayHere } from '../helpers/stay-here.js';
import { aTenant, anEndpoint, answerWith, errorsHeard, pressAndWait, whenIdle, statusOf } from './credential-page.js';
import {
  addName,
  forgetWebAuthn,
  linesSent,
  namesIn,
  openPasskeys,
  remembered,
  rememberedKey,
  startAdding,
  throwing,
  type PasskeysOptions,
} from './passkeys-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const elsewhere = 'Passkeys are added on the sign-in page. You will come back here afterward.';

/** Presses the button that leads to Logto's own page, where this test stays. */
async function sentAway(options: PasskeysOptions = {}) {
  const at = anEndpoint();
  const addresses = stayHere();
  const page = await openPasskeys({ at, ...options });
  await pressAndWait(page.tag, addName);
  return { ...page, addresses, at: options.at ?? at };
}

describe('adding a passkey on Logto’s own page', () => {
  for (const [what, options] of [
    ['the mode is “hosted”', { mode: 'hosted', at: 'http://localhost:41999' }],
    ['the browser allows passkeys only there', {}],
  ] satisfies [string, PasskeysOptions][])
    it(`says so first, and the button leads there if ${what}`, async () => {
      const { tag, addresses, at, sent } = await sentAway(options);
      expect(textOfPart(rowOf(tag, 'Your first passkey'), 'hint')).to.equal(elsewhere);
      const [{ origin, pathname, searchParams }] = addresses as [URL];
      expect([origin, pathname]).to.deep.equal([at, '/account/passkey/add']);
      expect(Object.fromEntries(searchParams)).to.deep.equal({
        redirect: location.origin + location.pathname,
        ui_locales: 'en',
      });
      expect([addresses.length, linesSent(sent).length, isRowOpen(tag)]).to.deep.equal([1, 0, false]);
      await expect(tag).to.be.accessible();
    });

  it('opens Logto’s page in the language of the element', async () => {
    const at = anEndpoint();
    const addresses = stayHere();
    const { tag, provider } = await openPasskeys({ at });
    provider.lang = 'de';
    await waitUntil(() => namesOf(tag, 'button').includes('Passkey hinzufügen'), 'It is not in German.');
    await pressAndWait(tag, 'Passkey hinzufügen');
    expect(addresses[0]!.searchParams.get('ui_locales')).to.equal('de');
  });

  it('requires no step-up verification before', async () => {
    const { addresses, sent } = await sentAway({ withDialog: true });
    expect([addresses.length, sent.length]).to.deep.equal([1, 0]);
  });

  it('stores in the tab the user, place, passkey count and expiry, but no secret', async () => {
    const before = Date.now();
    const { at, token } = await sentAway({ has: ['Phone', withPasskey] });
    const { expiresAt, ...rest } = remembered() as { expiresAt: number };
    expect(rest).to.deep.equal({ owner: { task: 'passkey/add', endpoint: at, userId: ada }, data: { passkeys: 2 } });
    expect(expiresAt).to.be.within(before + 30 * 60_000, Date.now() + 60 * 60_000);
    expect(Object.keys({ ...sessionStorage })).to.deep.equal([rememberedKey]);
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain(token);
  });

  it('still leads to Logto’s page if the browser’s storage cannot be written', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('No.', 'QuotaExceededError');
    };
    const { addresses } = await sentAway().finally(() => (Storage.prototype.setItem = setItem));
    expect(addresses).to.have.lengthOf(1);
  });

  it('works even if this browser does not support passkeys', async () => {
    forgetWebAuthn();
    const { addresses } = await sentAway();
    expect(addresses).to.have.lengthOf(1);
  });

  it('stays on this page in the mode “embedded”, whatever the origin', async () => {
    const { tag } = await startAdding({ at: anEndpoint(), mode: 'embedded' });
    expect(isRowOpen(tag)).to.equal(true);
    expect(textOfPart(rowOf(tag, 'Your first passkey'), 'hint')).not.to.equal(elsewhere);
  });

  it('stays on this page if the tenant lists its origin and the browser supports related origins', async () => {
    const { getClientCapabilities } = PublicKeyCredential;
    const addresses = stayHere();
    for (const relatedOrigins of [true, false]) {
      PublicKeyCredential.getClientCapabilities = async () => ({ relatedOrigins });
      const logto = aTenant({ webauthnRelatedOrigins: [location.origin] });
      const { tag } = await startAdding({ logto, at: anEndpoint() });
      expect(isRowOpen(tag)).to.equal(relatedOrigins);
    }
    PublicKeyCredential.getClientCapabilities = getClientCapabilities;
    expect(addresses).to.have.lengthOf(1);
  });

  it('tries on this page without settings, and offers Logto’s page when the browser refuses', async () => {
    const addresses = stayHere();
    const { tag, browser } = await startAdding({ at: anEndpoint(), settings: 'none' });
    browser.instead(throwing('SecurityError'));
    await pressAndWait(tag, 'Create passkey');
    expect(addresses).to.deep.equal([]);
    await pressAndWait(tag, 'Go to the sign-in page');
    expect(addresses).to.have.lengthOf(1);
    expect(remembered()).to.deep.include({ data: { passkeys: 0 } });
    expect(panelOf(tag).textContent).not.to.equal('');
  });
});

describe('<logto-passkeys> when the user returns from Logto’s page', () => {
  /** Reloads the page. */
  async function back({ logto, at }: { logto: PasskeysOptions['logto']; at: string }, options: PasskeysOptions = {}) {
    const errors = errorsHeard();
    const updates = eventsOf(document, 'logto-passkeys-updated');
    const page = await openPasskeys({ at, ...options, ...(logto && { logto }) });
    return { ...page, errors, updates };
  }

  it('announces a new passkey, fires an event, and restores the focus', async () => {
    const away = await sentAway({ has: ['Phone'] });
    away.provider.remove();
    withPasskey(away.user, { name: 'Laptop' });
    const { tag, updates } = await back(away);
    expect(namesIn(tag)).to.deep.equal(['Phone', 'Laptop']);
    expect(statusOf(tag)).to.equal('Passkey added.');
    expect(focused(tag)).to.equal(button(tag, addName));
    expect(updates.map(({ action, item, target }) => [action, item, target])).to.deep.equal([
      ['added', 'passkey', tag],
    ]);
    expect(remembered()).to.equal(null);
    await expect(tag).to.be.accessible();
  });

  it('announces nothing if there is no new passkey, and restores the focus', async () => {
    const away = await sentAway({ has: ['Phone'] });
    away.provider.remove();
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.length, remembered()]).to.deep.equal(['', 0, null]);
    expect(focused(tag)).to.equal(button(tag, addName));
  });

  it('announces a new passkey once, and not again after another reload', async () => {
    const away = await sentAway();
    away.provider.remove();
    withPasskey(away.user, { name: 'Laptop' });
    (await back(away)).provider.remove();
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.length]).to.deep.equal(['', 0]);
    expect(focused(tag)).not.to.equal(button(tag, addName));
  });

  it('announces nothing if passkeys cannot be listed', async () => {
    const away = await sentAway({ fields: { mfa: 'Off', passkey: 'Edit' } });
    away.provider.remove();
    withPasskey(away.user);
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.length, remembered()]).to.deep.equal(['', 0, null]);
  });

  for (const [what, change, isLeft] of [
    ['announces nothing to another user, and cleans up', { userId: 'char1791babb' }, false],
    ['announces nothing for another tenant, and keeps the stored data', { at: 'https://another.logto.example' }, true],
  ] as const)
    it(what, async () => {
      const away = await sentAway();
      away.provider.remove();
      for (const user of away.logto.tenant.users) withPasskey(user, { name: 'Laptop' });
      const { tag, updates } = await back(away, change);
      expect(namesIn(tag)).to.deep.equal(['Laptop']);
      expect([statusOf(tag), updates.length, remembered() !== null]).to.deep.equal(['', 0, isLeft]);
      sessionStorage.clear();
    });

  it('announces nothing the next day, and cleans up', async () => {
    const away = await sentAway();
    away.provider.remove();
    withPasskey(away.user);
    const left = { ...(remembered() as object), expiresAt: Date.now() - 1 };
    sessionStorage.setItem(rememberedKey, JSON.stringify(left));
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.length, remembered()]).to.deep.equal(['', 0, null]);
  });

  for (const garbage of ['{', 'null', '[1]', '{"owner":{},"data":{"passkeys":-1}}'])
    it(`ignores and removes invalid data in the tab’s storage: ${garbage}`, async () => {
      sessionStorage.setItem(rememberedKey, garbage);
      const { tag, updates, errors } = await back({ logto: undefined, at: anEndpoint() }, { has: ['Phone'] });
      expect([statusOf(tag), updates.length, errors.kinds(), remembered()]).to.deep.equal(['', 0, [], null]);
    });

  it('waits until the list has loaded', async () => {
    const away = await sentAway();
    away.provider.remove();
    withPasskey(away.user, { name: 'Laptop' });
    const recover = answerWith(away.logto, /^GET .*mfa-verifications$/, () => Response.error());
    const { tag } = await back(away);
    expect(remembered()).not.to.equal(null);
    recover();
    button(tag, 'Try again').click();
    await waitUntil(() => remembered() === null, 'It has not looked.');
    await whenIdle(tag);
    expect(statusOf(tag)).to.equal('Passkey added.');
    expect(part(tag, 'status').getAttribute('role')).to.equal('status');
  });

  it('reads the list again in a page from the back/forward cache', async () => {
    const { tag, user } = await sentAway();
    withPasskey(user, { name: 'Laptop' });
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => remembered() === null, 'It has not looked.');
    await whenIdle(tag);
    expect(namesIn(tag)).to.deep.equal(['Laptop']);
    expect(statusOf(tag)).to.equal('Passkey added.');
    expect(focused(tag)).to.equal(button(tag, addName));
  });

  it('announces nothing in a page from the back/forward cache if there is no new passkey', async () => {
    const { tag } = await sentAway({ has: ['Phone'] });
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => remembered() === null, 'It has not looked.');
    await whenIdle(tag);
    expect([statusOf(tag), namesIn(tag)]).to.deep.equal(['', ['Phone']]);
  });
});
