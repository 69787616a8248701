import { expect } from '@open-wc/testing';

import { deferred } from '../helpers/deferred.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { allByRole, button, namesOf, textOf } from '../helpers/read.js';
import { isRowOpen, labelsOf, panelOf } from '../helpers/rows.js';
import {
  alertsIn,
  answerWith,
  enter,
  errorsHeard,
  passTime,
  pressAndWait,
  refusal,
  whenIdle,
  statusOf,
} from './credential-page.js';
import { credentialId, linesSent, namesIn, passkeysOf, startAdding, type PasskeysPage } from './passkeys-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const create = 'Create passkey';
const options = 'POST verifications/web-authn/registration';
const verify = `${options}/verify`;
const bind = 'POST mfa-verifications';
const bindPath = /^POST .*\/mfa-verifications$/;
const unsaved = 'Your passkey was created, but not saved yet. Try again.';

const isBusy = (tag: Element) => allByRole(tag, 'button').some((each) => each.getAttribute('aria-disabled') === 'true');

/** The ids of the credentials that were sent to be verified. */
const verifiedIds = ({ sent }: Pick<PasskeysPage, 'sent'>) =>
  sent
    .filter(({ path }) => path.endsWith('/registration/verify'))
    .map(({ body }) => (body as { payload: { id: string } }).payload.id);

describe('when a new passkey does not reach Logto', () => {
  for (const [what, answer] of [
    ['is out of reach', () => Response.error()],
    ['fails', () => refusal(500, 'x')],
    ['has had too many requests', () => new Response(null, { status: 429 })],
  ] as const)
    for (const step of ['verify', 'bind'] as const)
      it(`sends the same passkey again without creating another if Logto ${what}: ${step}`, async () => {
        const page = await startAdding();
        const { tag, browser, sent, user } = page;
        const errors = errorsHeard();
        const recover = step === 'bind' ? answerWith(page.logto, bindPath, answer) : undefined;
        if (step === 'verify') page.verifying.answer = answer;
        enter(tag, 'Name', 'Ring');
        await pressAndWait(tag, create);
        expect(alertsIn(tag)).to.deep.equal([unsaved]);
        expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Try again', 'Cancel']);
        expect([errors.kinds().length, asksBeforeLeaving(), passkeysOf(user).length]).to.deep.equal([1, true, 0]);
        await expect(tag).to.be.accessible();
        page.verifying.answer = undefined;
        recover?.();
        await pressAndWait(tag, 'Try again');
        expect(browser.asked).to.have.lengthOf(1);
        expect(new Set(verifiedIds(page))).to.deep.equal(new Set([credentialId()]));
        expect(linesSent(sent)).to.deep.equal(
          step === 'verify' ? [options, verify, verify, bind] : [options, verify, bind, bind],
        );
        expect([namesIn(tag), statusOf(tag), asksBeforeLeaving()]).to.deep.equal([['Ring'], 'Passkey added.', false]);
      });

  it('does not add the passkey twice if the response was lost', async () => {
    const { tag, logto, user } = await startAdding();
    let tries = 0;
    answerWith(logto, bindPath, async (request) => {
      if ((tries += 1) > 1) return undefined;
      await logto.fetch(request);
      return Response.error();
    });
    await pressAndWait(tag, create);
    await pressAndWait(tag, 'Try again');
    expect(passkeysOf(user)).to.have.lengthOf(1);
    expect(namesIn(tag)).to.have.lengthOf(1);
  });

  it('shows an error if Logto rejects the passkey, and creates another from new options', async () => {
    const page = await startAdding();
    const { tag, browser, sent } = page;
    page.verifying.answer = () => refusal(400, 'session.mfa.webauthn_verification_failed');
    await pressAndWait(tag, create);
    expect(alertsIn(tag)).to.deep.equal(['The passkey could not be confirmed. Create it again.']);
    expect(asksBeforeLeaving()).to.equal(false);
    page.verifying.answer = undefined;
    await pressAndWait(tag, create);
    expect(verifiedIds(page)).to.deep.equal([credentialId(1), credentialId(2)]);
    expect(browser.asked[0]!.challenge).not.to.deep.equal(browser.asked[1]!.challenge);
    expect(linesSent(sent)).to.deep.equal([options, verify, options, verify, bind]);
    expect(statusOf(tag)).to.equal('Passkey added.');
  });

  it('shows an error if Logto no longer knows the options, and creates another passkey from new ones', async () => {
    const { tag, logto, browser } = await startAdding();
    const { verificationRecords } = logto.tenant;
    verificationRecords.splice(
      verificationRecords.findIndex(({ type }) => type === 'WebAuthn'),
      1,
    );
    await pressAndWait(tag, create);
    expect(alertsIn(tag)).to.deep.equal(['This took too long. Create the passkey again.']);
    await pressAndWait(tag, create);
    expect(browser.asked).to.have.lengthOf(2);
    expect(statusOf(tag)).to.equal('Passkey added.');
  });

  it('requests new options first if the current ones have expired', async () => {
    const page = await startAdding();
    const { tag, browser, sent } = page;
    passTime(11 * 60_000);
    button(tag, create).click();
    await waitUntil(() => statusOf(tag) === 'Passkey added.', 'It was not added.');
    expect(browser.asked).to.have.lengthOf(1);
    expect(linesSent(sent).slice(0, 3)).to.deep.equal([options, options, verify]);
    expect(namesIn(tag)).to.have.lengthOf(1);
  });

  it('shows progress while requesting new options, and does not ask the browser after Cancel', async () => {
    const { tag, logto, browser } = await startAdding();
    const answer = deferred<undefined>();
    answerWith(logto, /web-authn\/registration$/, () => answer.promise);
    passTime(11 * 60_000);
    button(tag, create).click();
    await tag.updateComplete;
    expect(isBusy(tag)).to.equal(true);
    button(tag, 'Cancel').click();
    await tag.updateComplete;
    const wasLeft = !isRowOpen(tag);
    answer.resolve(undefined);
    await whenIdle(tag);
    expect(browser.asked.length === 0).to.equal(wasLeft);
  });

  it('becomes read-only when Logto refuses, and says so', async () => {
    const { tag, logto } = await startAdding({ has: ['Phone'] });
    logto.tenant.accountCenter.fields.passkey = 'ReadOnly';
    await pressAndWait(tag, create);
    expect(textOf(tag)).to.contain('This cannot be changed here. For help, contact support.');
  });

  for (const has of [[], ['Phone']])
    it(`says that passkeys are not offered if Logto refuses them, with ${has.length} present, and does not block leaving the page`, async () => {
      const page = await startAdding({ settings: 'none', mode: 'embedded', has });
      const { tag, logto } = page;
      logto.tenant.signInExperience.mfa.factors = ['Totp'] as never;
      await pressAndWait(tag, create);
      expect(textOf(tag)).to.contain('This is not offered here.');
      if (isRowOpen(tag)) await pressAndWait(tag, 'Cancel');
      expect(labelsOf(tag)).not.to.include('Another passkey');
      expect(asksBeforeLeaving()).to.equal(false);
    });
});

describe('when <logto-passkeys> changes while the browser creates a passkey', () => {
  it('adds a passkey that arrives afterward, without an error', async () => {
    const { tag, browser, user } = await startAdding();
    const answer = deferred<undefined>();
    browser.instead(() => answer.promise);
    button(tag, create).click();
    tag.readonly = true;
    await tag.updateComplete;
    expect(isRowOpen(tag)).to.equal(false);
    answer.resolve(undefined);
    await waitUntil(() => passkeysOf(user).length === 1, 'It was not added.');
    await waitUntil(() => namesIn(tag).join() === passkeysOf(user)[0]!.name, 'It is not listed.');
    expect(isRowOpen(tag)).to.equal(false);
    expect(asksBeforeLeaving()).to.equal(false);
  });
});
