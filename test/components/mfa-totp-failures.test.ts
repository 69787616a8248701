import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { withTotp } from '../fake-logto/fake-logto.js';
import { namesOf, textOf } from '../helpers/read.js';
import { labelsOf, isRowOpen } from '../helpers/rows.js';
import {
  alertsIn,
  answerWith,
  descriptionOf,
  enter,
  errorsHeard,
  formOf,
  isOpen,
  labelled,
  pressAndWait,
  refusal,
  statusOf,
} from './credential-page.js';
import {
  appCode,
  bodiesOf,
  codeLabel,
  factorLines,
  factorsOf,
  keyOf,
  openMfa,
  saveCode,
  valueOf,
  wrongAppCode,
  type MfaOptions,
  focusName,
} from './mfa-page.js';

const add = 'Add Authenticator app';
const post = /^POST .*mfa-verifications$/;

async function openWithForm(options: MfaOptions = {}) {
  const page = await openMfa(options);
  await pressAndWait(page.tag, add);
  return page;
}

const field = (tag: Element) => labelled(tag, codeLabel);

describe('setting up an authenticator app when something fails', () => {
  it('keeps the key and the input after a wrong code, and then accepts the right one', async () => {
    const { tag, logto, user, sent } = await openWithForm();
    const key = keyOf(tag);
    const wrong = wrongAppCode(tag, logto);
    await saveCode(tag, wrong);
    expect(field(tag).value).to.equal(wrong);
    expect(field(tag).getAttribute('aria-invalid')).to.equal('true');
    expect(descriptionOf(field(tag))).to.contain('That code is incorrect. Enter the one that the app shows now.');
    expect(focusName(tag)).to.equal(codeLabel);
    expect(keyOf(tag)).to.equal(key);
    expect(alertsIn(tag)).to.deep.equal([]);
    expect(factorsOf(user)).to.deep.equal([]);
    await expect(formOf(tag)).to.be.accessible();
    await saveCode(tag, appCode(tag, logto));
    expect(factorsOf(user)).to.deep.equal(['Totp']);
    expect(bodiesOf(sent, 'POST', /mfa-verifications$/).map((body) => body!['secret'])).to.deep.equal([key, key]);
  });

  it('removes the error while the code is corrected', async () => {
    const { tag, logto } = await openWithForm();
    await saveCode(tag, wrongAppCode(tag, logto));
    enter(tag, codeLabel, '12');
    await tag.updateComplete;
    expect(field(tag).getAttribute('aria-invalid')).to.equal('false');
    expect(descriptionOf(field(tag))).to.equal('The six digits that the app shows now.');
  });

  for (const typed of ['', '12345', '1234567', 'abcdef', '12345a', '12345.', '-12345', '1e5000'])
    it(`never sends an invalid code: "${typed}"`, async () => {
      const { tag, sent } = await openWithForm();
      await saveCode(tag, typed);
      expect(bodiesOf(sent, 'POST', /mfa-verifications$/)).to.deep.equal([]);
      expect(field(tag).value).to.equal(typed);
      expect(field(tag).getAttribute('aria-invalid')).to.equal('true');
      expect(descriptionOf(field(tag))).to.contain('Enter the six digits that the app shows.');
      expect(focusName(tag)).to.equal(codeLabel);
    });

  it('accepts a code in the digits of any script, with spaces from pasting', async () => {
    const { tag, logto, sent } = await openWithForm();
    const code = wrongAppCode(tag, logto);
    const arabic = [...code].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('');
    await saveCode(tag, `${arabic.slice(0, 3)} ${arabic.slice(3)}\u200f`);
    expect(bodiesOf(sent, 'POST', /mfa-verifications$/)).to.deep.equal([{ type: 'Totp', code, secret: keyOf(tag) }]);
  });

  it('never sends the key without a code, however the form is submitted', async () => {
    const { tag, sent } = await openWithForm({ has: [] });
    formOf(tag).requestSubmit();
    field(tag).focus();
    await sendKeys({ press: 'Enter' });
    await pressAndWait(tag, 'Save');
    expect(bodiesOf(sent, 'POST', /mfa-verifications$/)).to.deep.equal([]);
    expect(isOpen(tag)).to.equal(true);
  });

  it('keeps everything after a network failure, and continues from there', async () => {
    const { tag, logto, user } = await openWithForm();
    const errors = errorsHeard();
    const [key, code] = [keyOf(tag), appCode(tag, logto)];
    const recover = answerWith(logto, post, () => Response.error());
    await saveCode(tag, code);
    expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
    expect([keyOf(tag), field(tag).value, errors.kinds()]).to.deep.equal([key, code, ['network']]);
    expect(focusName(tag)).to.equal(codeLabel);
    await expect(formOf(tag)).to.be.accessible();
    recover();
    await pressAndWait(tag, 'Save');
    expect(user.mfaVerifications[0]).to.include({ key });
    expect(statusOf(tag)).to.equal('Authenticator app saved.');
  });

  it('shows an error if no key could be generated, and can be retried', async () => {
    const { tag, logto } = await openMfa();
    for (const answer of [() => Response.error(), () => Response.json({}), () => Response.json({ secret: '' })]) {
      const recover = answerWith(logto, /totp-secret/, answer);
      await pressAndWait(tag, add);
      expect(alertsIn(tag)).to.have.lengthOf(1);
      expect(isRowOpen(tag)).to.equal(false);
      expect(focusName(tag)).to.equal(add);
      recover();
    }
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, add);
    expect(keyOf(tag)).to.have.lengthOf(32);
  });

  it('shows the app that was added elsewhere meanwhile, and what to do', async () => {
    const { tag, logto, user } = await openWithForm();
    withTotp(user);
    await saveCode(tag, appCode(tag, logto));
    expect(alertsIn(tag)).to.deep.equal([
      'You already have an authenticator app. Cancel, and replace it if you want another one.',
    ]);
    await pressAndWait(tag, 'Cancel');
    expect(valueOf(tag, 'Authenticator app')).to.equal('Set up Added Sep 1, 2026');
    expect(namesOf(tag, 'button')).to.include('Replace Authenticator app');
  });

  it('shows an error if Logto rejects the key', async () => {
    const { tag, logto } = await openWithForm();
    answerWith(logto, post, () => refusal(400, 'user.totp_secret_invalid'));
    await saveCode(tag, appCode(tag, logto));
    expect(alertsIn(tag)).to.deep.equal(['This key can no longer be used. Cancel, and start again.']);
  });

  it('becomes read-only when Logto refuses, and says why', async () => {
    const { tag, logto } = await openWithForm({ settings: 'none' });
    logto.tenant.accountCenter.fields.mfa = 'ReadOnly';
    await saveCode(tag, appCode(tag, logto));
    expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
    await pressAndWait(tag, 'Cancel');
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
  });

  it('removes the app from the list if the tenant turns out not to offer it, and says so', async () => {
    const { tag, logto } = await openWithForm({ settings: 'none', mfa: { factors: ['WebAuthn', 'BackupCode'] } });
    await saveCode(tag, appCode(tag, logto));
    expect(textOf(tag)).to.contain('This is not offered here.');
    if (isRowOpen(tag)) await pressAndWait(tag, 'Cancel');
    expect(labelsOf(tag)).to.deep.equal(['Ask at sign-in', 'Backup codes']);
    expect(isOpen(tag)).to.equal(false);
  });

  it('says that replacing is no longer offered, and still allows removal', async () => {
    const { tag, logto } = await openMfa({ settings: 'none', mfa: { factors: ['BackupCode'] }, has: [withTotp] });
    await pressAndWait(tag, 'Replace Authenticator app');
    await saveCode(tag, appCode(tag, logto));
    expect(alertsIn(tag)).to.deep.equal(['This is not offered here.']);
    await pressAndWait(tag, 'Cancel');
    expect(namesOf(tag, 'button')).to.include('Remove Authenticator app');
    expect(namesOf(tag, 'button')).not.to.include('Replace Authenticator app');
  });

  it('closes with Escape in the field, and returns the focus to the button', async () => {
    const { tag, user, sent } = await openWithForm();
    field(tag).focus();
    await sendKeys({ type: '12' });
    await sendKeys({ press: 'Escape' });
    await tag.updateComplete;
    expect([isRowOpen(tag), isOpen(tag)]).to.deep.equal([false, false]);
    expect(focusName(tag)).to.equal(add);
    expect(factorsOf(user)).to.deep.equal([]);
    expect(factorLines(sent)).to.deep.equal(['POST mfa-verifications/totp-secret/generate']);
  });

  it('asks for step-up verification again if it has expired, and keeps everything', async () => {
    const { tag, logto, user } = await openWithForm();
    const key = keyOf(tag);
    logto.tenant.verificationRecords.length = 0;
    await saveCode(tag, appCode(tag, logto));
    expect(user.mfaVerifications[0]).to.include({ key });
  });
});
