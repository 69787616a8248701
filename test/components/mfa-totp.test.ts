import { expect } from '@open-wc/testing';

import { withTotp } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { isRowOpen, panelOf } from '../helpers/rows.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, textOf } from '../helpers/read.js';
import { answerWith, formOf, isOpen, labelled, press, pressAndWait, whenIdle, statusOf } from './credential-page.js';
import {
  appCode,
  bodiesOf,
  codeLabel,
  factorLines,
  factorsOf,
  keyOf,
  openMfa,
  saveCode,
  setUpTotp,
  valueOf,
  type MfaOptions,
  focusName,
} from './mfa-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const add = 'Add Authenticator app';

async function openWithForm(options: MfaOptions = {}) {
  const page = await openMfa(options);
  await pressAndWait(page.tag, options.has ? 'Replace Authenticator app' : add);
  return page;
}

describe('setting up an authenticator app', () => {
  it('accepts the code of an app with this key, fires an event and says so', async () => {
    const { tag, logto, user, sent } = await openWithForm();
    const heard = eventsOf(document, 'logto-mfa-updated');
    const secret = keyOf(tag);
    const code = appCode(tag, logto);
    await saveCode(tag, code);
    expect(bodiesOf(sent, 'POST', /mfa-verifications$/)).to.deep.equal([{ type: 'Totp', secret, code }]);
    expect(user.mfaVerifications[0]).to.include({ type: 'Totp', key: secret });
    expect(statusOf(tag)).to.equal('Authenticator app saved.');
    expect(valueOf(tag, 'Authenticator app')).to.contain('Added');
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([['added', 'totp', tag]]);
    expect([isRowOpen(tag), isOpen(tag)]).to.deep.equal([false, false]);
    expect(focusName(tag)).to.equal('Replace Authenticator app');
    await expect(tag).to.be.accessible();
  });

  it('accepts the code with the spaces that an app shows', async () => {
    const { tag, logto, user, sent } = await openWithForm();
    const code = appCode(tag, logto);
    await saveCode(tag, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect(bodiesOf(sent, 'POST', /mfa-verifications$/)[0]).to.include({ code });
    expect(factorsOf(user)).to.deep.equal(['Totp']);
  });

  it('suggests backup codes afterward', async () => {
    const page = await openMfa();
    await setUpTotp(page);
    expect(textOf(page.tag)).to.contain('Create backup codes, so that you can sign in even without your device.');
    expect(namesOf(page.tag, 'button')).to.include('Create Backup codes');
  });

  it('replaces an app, which works until the new one is saved', async () => {
    const { tag, logto, user, sent } = await openWithForm({ has: [withTotp] });
    const [old] = user.mfaVerifications;
    expect(textOf(panelOf(tag))).to.contain('Your current app works until you save.');
    expect(user.mfaVerifications).to.deep.equal([old]);
    const secret = keyOf(tag);
    const code = appCode(tag, logto);
    await saveCode(tag, code);
    expect(factorLines(sent)).to.deep.equal([
      'POST mfa-verifications/totp-secret/generate',
      'PUT mfa-verifications/totp',
    ]);
    expect(bodiesOf(sent, 'PUT', /totp$/)).to.deep.equal([{ secret, code }]);
    expect(user.mfaVerifications).to.have.lengthOf(1);
    expect(user.mfaVerifications[0]).to.include({ key: secret });
    expect(statusOf(tag)).to.equal('Authenticator app saved.');
  });

  it('keeps the old app if the user cancels', async () => {
    const { tag, user, sent } = await openWithForm({ has: [withTotp] });
    const before = [...user.mfaVerifications];
    await pressAndWait(tag, 'Cancel');
    expect(user.mfaVerifications).to.deep.equal(before);
    expect(factorLines(sent)).to.deep.equal(['POST mfa-verifications/totp-secret/generate']);
    expect(focusName(tag)).to.equal('Replace Authenticator app');
  });

  it('generates a new key each time the form opens', async () => {
    const { tag } = await openWithForm();
    const first = keyOf(tag);
    await pressAndWait(tag, 'Cancel');
    await pressAndWait(tag, add);
    expect(keyOf(tag)).not.to.equal(first);
  });

  it('sends one request after double Enter and double clicks, and shows progress', async () => {
    const { tag, logto, sent } = await openWithForm();
    const answer = deferred<undefined>();
    answerWith(logto, /^POST .*mfa-verifications$/, () => answer.promise);
    labelled(tag, codeLabel).value = appCode(tag, logto);
    formOf(tag).requestSubmit();
    formOf(tag).requestSubmit();
    await waitUntil(() => namesOf(tag, 'button').includes('Saving…'));
    press(tag, 'Saving…');
    press(tag, 'Cancel');
    expect(isOpen(tag)).to.equal(true);
    expect(button(tag, 'Saving…').getAttribute('aria-disabled')).to.equal('true');
    await expect(formOf(tag)).to.be.accessible();
    answer.resolve(undefined);
    await whenIdle(tag);
    expect(bodiesOf(sent, 'POST', /mfa-verifications$/)).to.have.lengthOf(1);
    expect(statusOf(tag)).to.equal('Authenticator app saved.');
  });

  it('opens once after a double click', async () => {
    const { tag, sent } = await openMfa();
    press(tag, add);
    press(tag, add);
    await whenIdle(tag);
    expect(factorLines(sent)).to.deep.equal(['POST mfa-verifications/totp-secret/generate']);
    expect(focusName(tag)).to.equal('Code from the app');
  });
});
