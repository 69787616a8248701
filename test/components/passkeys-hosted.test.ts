import { expect } from '@open-wc/testing';

import { ada, withPasskey } from '../fake-logto/fake-logto.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part } from '../helpers/read.js';
import { focused, isRowOpen, panelOf, rowOf, nonBlank } from '../helpers/rows.js';
import { stayHere } from '../helpers/stay-here.js';
import { anEndpoint, answerWith, aTenant, errorsHeard, settle, statusOf } from './credential-page.js';
import {
  addName,
  forgetWebAuthn,
  linesSent,
  namesIn,
  openPasskeys,
  pressed,
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
  await pressed(page.tag, addName);
  return { ...page, addresses, at: options.at ?? at };
}

describe('where passkeys are added at Logto’s own page', () => {
  for (const [what, options] of [
    ['the page wants that', { mode: 'hosted', at: 'http://localhost:41999' }],
    ['the browser allows no other place', {}],
  ] satisfies [string, PasskeysOptions][])
    it(`as ${what}, that is said before, and the button leads there`, async () => {
      const { tag, addresses, at, sent } = await sentAway(options);
      expect(nonBlank(rowOf(tag, 'Your first passkey'), 'hint')).to.equal(elsewhere);
      const [{ origin, pathname, searchParams }] = addresses as [URL];
      expect([origin, pathname]).to.deep.equal([at, '/account/passkey/add']);
      expect(Object.fromEntries(searchParams)).to.deep.equal({
        redirect: location.origin + location.pathname,
        ui_locales: 'en',
      });
      expect([addresses.length, linesSent(sent).length, isRowOpen(tag)]).to.deep.equal([1, 0, false]);
      await expect(tag).to.be.accessible();
    });

  it('it is in the language of the tag', async () => {
    const at = anEndpoint();
    const addresses = stayHere();
    const { tag, provider } = await openPasskeys({ at });
    provider.lang = 'de';
    await waitUntil(() => namesOf(tag, 'button').includes('Passkey hinzufügen'), 'It is not in German.');
    await pressed(tag, 'Passkey hinzufügen');
    expect(addresses[0]!.searchParams.get('ui_locales')).to.equal('de');
  });

  it('nobody is asked for a password before', async () => {
    const { addresses, sent } = await sentAway({ withDialog: true });
    expect([addresses.length, sent.length]).to.deep.equal([1, 0]);
  });

  it('the tab remembers who, where, how many there are and until when, and no secret', async () => {
    const before = Date.now();
    const { at, token } = await sentAway({ has: ['Phone', withPasskey] });
    const { expiresAt, ...rest } = remembered() as { expiresAt: number };
    expect(rest).to.deep.equal({ owner: { task: 'passkey/add', endpoint: at, userId: ada }, data: { passkeys: 2 } });
    expect(expiresAt).to.be.within(before + 30 * 60_000, Date.now() + 60 * 60_000);
    expect(Object.keys({ ...sessionStorage })).to.deep.equal([rememberedKey]);
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain(token);
  });

  it('what is here is left as it is when a browser lets nobody remember anything', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('No.', 'QuotaExceededError');
    };
    const { addresses } = await sentAway().finally(() => (Storage.prototype.setItem = setItem));
    expect(addresses).to.have.lengthOf(1);
  });

  it('a browser that knows no passkeys itself is no obstacle', async () => {
    forgetWebAuthn();
    const { addresses } = await sentAway();
    expect(addresses).to.have.lengthOf(1);
  });

  it('a page that wants them here does not go there, wherever it is', async () => {
    const { tag } = await startAdding({ at: anEndpoint(), mode: 'embedded' });
    expect(isRowOpen(tag)).to.equal(true);
    expect(nonBlank(rowOf(tag, 'Your first passkey'), 'hint')).not.to.equal(elsewhere);
  });

  it('a page that the tenant lists as related adds them here, where the browser goes by that', async () => {
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

  it('a page of which it is not known tries, and offers the way there when the browser refuses', async () => {
    const addresses = stayHere();
    const { tag, browser } = await startAdding({ at: anEndpoint(), settings: 'none' });
    browser.instead(throwing('SecurityError'));
    await pressed(tag, 'Create passkey');
    expect(addresses).to.deep.equal([]);
    await pressed(tag, 'Go to the sign-in page');
    expect(addresses).to.have.lengthOf(1);
    expect(remembered()).to.deep.include({ data: { passkeys: 0 } });
    expect(panelOf(tag).textContent).not.to.equal('');
  });
});

describe('when the user comes back from there', () => {
  /** The page as it is loaded anew, after what has happened meanwhile. */
  async function back({ logto, at }: { logto: PasskeysOptions['logto']; at: string }, options: PasskeysOptions = {}) {
    const errors = errorsHeard();
    const updates = eventsOf(document, 'logto-passkeys-updated');
    const page = await openPasskeys({ at, ...options, ...(logto && { logto }) });
    return { ...page, errors, updates };
  }

  it('with a new passkey, that is announced, told to the page, and the focus is where they left', async () => {
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

  it('without one, nothing is announced, and the focus is where they left', async () => {
    const away = await sentAway({ has: ['Phone'] });
    away.provider.remove();
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.length, remembered()]).to.deep.equal(['', 0, null]);
    expect(focused(tag)).to.equal(button(tag, addName));
  });

  it('once, and not again after another reload', async () => {
    const away = await sentAway();
    away.provider.remove();
    withPasskey(away.user, { name: 'Laptop' });
    (await back(away)).provider.remove();
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.length]).to.deep.equal(['', 0]);
    expect(focused(tag)).not.to.equal(button(tag, addName));
  });

  it('where they cannot be listed, claims nothing', async () => {
    const away = await sentAway({ fields: { mfa: 'Off', passkey: 'Edit' } });
    away.provider.remove();
    withPasskey(away.user);
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.length, remembered()]).to.deep.equal(['', 0, null]);
  });

  for (const [what, change, isLeft] of [
    ['as somebody else, nothing is announced, and nothing is left of it', { userId: 'char1791babb' }, false],
    [
      'to another tenant, nothing is announced, and it waits for its own',
      { at: 'https://another.logto.example' },
      true,
    ],
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

  it('the next day, nothing is announced, and nothing is left of it', async () => {
    const away = await sentAway();
    away.provider.remove();
    withPasskey(away.user);
    const left = { ...(remembered() as object), expiresAt: Date.now() - 1 };
    sessionStorage.setItem(rememberedKey, JSON.stringify(left));
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.length, remembered()]).to.deep.equal(['', 0, null]);
  });

  for (const garbage of ['{', 'null', '[1]', '{"owner":{},"data":{"passkeys":-1}}'])
    it(`is not misled by what somebody else has left there: ${garbage}`, async () => {
      sessionStorage.setItem(rememberedKey, garbage);
      const { tag, updates, errors } = await back({ logto: undefined, at: anEndpoint() }, { has: ['Phone'] });
      expect([statusOf(tag), updates.length, errors.kinds(), remembered()]).to.deep.equal(['', 0, [], null]);
    });

  it('waits until the list is there', async () => {
    const away = await sentAway();
    away.provider.remove();
    withPasskey(away.user, { name: 'Laptop' });
    const recover = answerWith(away.logto, /^GET .*mfa-verifications$/, () => Response.error());
    const { tag } = await back(away);
    expect(remembered()).not.to.equal(null);
    recover();
    button(tag, 'Try again').click();
    await waitUntil(() => remembered() === null, 'It has not looked.');
    await settle(tag);
    expect(statusOf(tag)).to.equal('Passkey added.');
    expect(part(tag, 'status').getAttribute('role')).to.equal('status');
  });

  it('to a page that was kept meanwhile, it reads the list anew', async () => {
    const { tag, user } = await sentAway();
    withPasskey(user, { name: 'Laptop' });
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => remembered() === null, 'It has not looked.');
    await settle(tag);
    expect(namesIn(tag)).to.deep.equal(['Laptop']);
    expect(statusOf(tag)).to.equal('Passkey added.');
    expect(focused(tag)).to.equal(button(tag, addName));
  });

  it('to a page that was kept meanwhile, and with no passkey, says nothing', async () => {
    const { tag } = await sentAway({ has: ['Phone'] });
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => remembered() === null, 'It has not looked.');
    await settle(tag);
    expect([statusOf(tag), namesIn(tag)]).to.deep.equal(['', ['Phone']]);
  });
});
