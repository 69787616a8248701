import { expect } from '@open-wc/testing';

import { withBackupCodes, withTotp, type FakeLogto } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { valuesOf, isRowOpen } from '../helpers/rows.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { put, whenRendered } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, textOf } from '../helpers/read.js';
import {
  answerWith,
  enter,
  formOf,
  isOpen,
  labelled,
  press,
  pressAndWait,
  whenIdle,
  statusOf,
} from './credential-page.js';
import {
  appCode,
  codeLabel,
  codesOf,
  createCodes,
  factorsOf,
  keyOf,
  openMfa,
  saveCode,
  setUpTotp,
  valueOf,
  type MfaPage,
} from './mfa-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

const charles = 'char1791babb';

/** The session becomes Charles's. */
async function changeUser({ provider, tag, logto }: Pick<MfaPage, 'provider' | 'tag' | 'logto'>) {
  const token = logto.issueToken(charles);
  provider.getAccessToken = () => token;
  await provider.refresh();
  await waitUntil(() => !tag.matches(':state(loading)'));
  await whenRendered(tag);
}

const charlesIn = (logto: FakeLogto) => logto.tenant.users.find(({ id }) => id === charles)!;

describe('<logto-mfa> when the user changes', () => {
  it('shows each user their own factors', async () => {
    const page = await openMfa({ has: [withTotp, withBackupCodes] });
    charlesIn(page.logto).logtoConfig.mfa.skipMfaOnSignIn = true;
    await changeUser(page);
    await whenIdle(page.tag);
    expect(valuesOf(page.tag)).to.deep.equal({
      'Ask at sign-in': 'Off',
      'Authenticator app': 'Not set up',
      'Backup codes': 'Not set up',
    });
  });

  it('does not announce to one user what the other has done', async () => {
    const page = await openMfa();
    await setUpTotp(page);
    expect(statusOf(page.tag)).to.equal('Authenticator app saved.');
    await changeUser(page);
    await whenIdle(page.tag);
    expect(statusOf(page.tag)).to.equal('');
  });

  it('closes a row that the first user has opened', async () => {
    const page = await openMfa({ has: [withTotp] });
    await pressAndWait(page.tag, 'Remove Authenticator app');
    withTotp(charlesIn(page.logto));
    await changeUser(page);
    await whenIdle(page.tag);
    expect(isRowOpen(page.tag)).to.equal(false);
    expect(factorsOf(charlesIn(page.logto))).to.deep.equal(['Totp']);
  });

  it('closes a question that the first user was asked', async () => {
    const page = await openMfa({ has: [withTotp] });
    const answer = deferred<undefined>();
    answerWith(page.logto, /^PATCH/, () => answer.promise);
    charlesIn(page.logto).logtoConfig.mfa.skipMfaOnSignIn = false;
    await pressAndWait(page.tag, 'Turn off two-step verification');
    press(page.tag, 'Turn off');
    await waitUntil(() => page.sent.some(({ method }) => method === 'PATCH'));
    await changeUser(page);
    expect(valueOf(page.tag, 'Ask at sign-in')).to.equal('On');
    answer.resolve(undefined);
    await whenIdle(page.tag);
    expect(valueOf(page.tag, 'Ask at sign-in')).to.equal('On');
    expect(charlesIn(page.logto).logtoConfig.mfa.skipMfaOnSignIn).to.equal(false);
  });

  it('shows nothing of the first user while the second user’s factors load or fail to load', async () => {
    const page = await openMfa({ has: [withTotp, withBackupCodes] });
    const { tag, logto, provider } = page;
    const token = logto.issueToken(charles);
    const stop = answerWith(logto, /^GET .*mfa-/, () => new Response(null, { status: 500 }));
    provider.getAccessToken = () => token;
    await provider.refresh();
    await whenIdle(tag);
    expect(textOf(tag)).not.to.contain('Added');
    expect(tag.matches(':state(failed)')).to.equal(true);
    stop();
  });

  it('closes the row even if the same user signs in again', async () => {
    const { tag, provider, token } = await openMfa();
    await pressAndWait(tag, 'Add Authenticator app');
    provider.getAccessToken = () => '';
    await provider.refresh();
    await whenRendered(tag);
    expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
    provider.getAccessToken = () => token;
    await provider.refresh();
    await whenIdle(tag);
    expect([isRowOpen(tag), isOpen(tag)]).to.deep.equal([false, false]);
  });
});

describe('<logto-mfa> when it changes while a row is open', () => {
  it('closes the row when it becomes readonly, and keeps it closed', async () => {
    const { tag, sent } = await openMfa();
    await pressAndWait(tag, 'Add Authenticator app');
    const before = sent.length;
    tag.readonly = true;
    await whenRendered(tag);
    expect([isRowOpen(tag), isOpen(tag), namesOf(tag, 'button')]).to.deep.equal([false, false, []]);
    await expect(tag).to.be.accessible();
    tag.readonly = false;
    await whenRendered(tag);
    expect(isRowOpen(tag)).to.equal(false);
    expect(sent).to.have.lengthOf(before);
  });

  it('closes the row when the tenant turns it off, and no longer blocks leaving the page', async () => {
    const { tag, provider, logto } = await openMfa({ has: [withTotp] });
    await createCodes(tag);
    expect(asksBeforeLeaving()).to.equal(true);
    logto.tenant.accountCenter.fields.mfa = 'Off';
    provider.settings = { accountCenter: logto.tenant.accountCenter, signInExperience: {} };
    await waitUntil(() => tag.matches(':state(off)'));
    expect([isRowOpen(tag), asksBeforeLeaving()]).to.deep.equal([false, false]);
    expect(textOf(tag)).to.equal('');
  });

  it('keeps the row and the input when it is moved in the page', async () => {
    const { tag, provider, logto, user } = await openMfa();
    await pressAndWait(tag, 'Add Authenticator app');
    const key = keyOf(tag);
    enter(tag, codeLabel, '123');
    const place = document.createElement('section');
    provider.append(place);
    place.append(tag);
    await whenRendered(tag);
    expect([keyOf(tag), labelled(tag, codeLabel).value]).to.deep.equal([key, '123']);
    expect(tag.querySelectorAll('.logto-form')).to.have.lengthOf(1);
    expect(formOf(tag).checkVisibility()).to.equal(true);
    await saveCode(tag, appCode(tag, logto));
    expect(factorsOf(user)).to.deep.equal(['Totp']);
  });

  it('keeps new backup codes when it is moved in the page, since they are not saved yet', async () => {
    const { tag, provider } = await openMfa({ has: [withTotp] });
    await createCodes(tag);
    const codes = codesOf(tag);
    provider.prepend(tag);
    await whenRendered(tag);
    expect(codesOf(tag)).to.deep.equal(codes);
    expect(asksBeforeLeaving()).to.equal(true);
    await pressAndWait(tag, 'I have saved them');
  });

  it('closes the row when it is removed and added back later', async () => {
    const { tag, provider } = await openMfa();
    await pressAndWait(tag, 'Add Authenticator app');
    tag.remove();
    await tag.updateComplete;
    provider.append(tag);
    await whenIdle(tag);
    expect([isRowOpen(tag), isOpen(tag)]).to.deep.equal([false, false]);
    await pressAndWait(tag, 'Add Authenticator app');
    expect(keyOf(tag)).to.have.lengthOf(32);
  });

  it('finishes the request when it is removed while saving, without an event', async () => {
    const { tag, logto, user } = await openMfa();
    const heard = eventsOf(document, 'logto-mfa-updated');
    const answer = deferred<undefined>();
    answerWith(logto, /^POST .*mfa-verifications$/, () => answer.promise);
    await pressAndWait(tag, 'Add Authenticator app');
    enter(tag, codeLabel, appCode(tag, logto));
    press(tag, 'Save');
    await waitUntil(() =>
      logto.requests.some(({ path, method }) => method === 'POST' && path.endsWith('mfa-verifications')),
    );
    tag.remove();
    answer.resolve(undefined);
    await waitUntil(() => factorsOf(user).length === 1);
    await pause(100);
    await whenRendered(put(tag));
    expect([textOf(tag), heard, isOpen(tag)]).to.deep.equal(['Loading…', [], false]);
  });
});
