import { expect } from '@open-wc/testing';

import { aUser } from '../fake-logto/fake-logto.js';
import { HostClient } from '../helpers/host-client.js';
import { namesOf, textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';
import { confirmCode, waitingForCode } from './code-dialog.js';
import {
  alertsIn,
  anEndpoint,
  answerWith,
  aTenant,
  descriptionOf,
  whenDialogClosed,
  labelled,
  lastCode,
  openPage,
  passTime,
  pressInDialog,
  refusal,
  theDialog,
  type CredentialOptions,
} from './credential-page.js';

type Page = Awaited<ReturnType<typeof coded>>;

/** With a code on its way that proves who the user is. */
async function coded(options: CredentialOptions = {}) {
  const at = anEndpoint();
  return { at, ...(await waitingForCode({ at, ...options })) };
}

/** Reloads the page and asks for verification again: only the tab's storage is kept. */
async function reload(
  { provider, logto, at }: Pick<Page, 'provider' | 'logto' | 'at'>,
  options: CredentialOptions = {},
) {
  const stored = { ...sessionStorage };
  provider.remove();
  await whenDialogClosed();
  Object.assign(sessionStorage, stored);
  const page = await openPage('', { withDialog: true, logto, at, ...options });
  const verified = page.provider.verify().catch((cause: unknown) => cause);
  return { ...page, at, verified, dialog: await theDialog() };
}

const key = 'logto-account-elements:proof';

const isAtCode = (dialog: HTMLElement) => textOf(dialog).includes('is still good');

beforeEach(() => sessionStorage.clear());

describe('a page that is reloaded while the user waits for a step-up code', () => {
  it('asks for the sent code, without sending another', async () => {
    const { dialog, logto, verified } = await reload(await coded());
    const code = labelled(dialog, 'Code');
    expect(descriptionOf(code)).to.equal('The code that was sent to ada@example.com still works. Enter it.');
    await waitUntil(() => document.activeElement === code, 'The field has no focus.');
    await expect(dialog).to.be.accessible();
    await confirmCode(dialog, lastCode(logto));
    expect(await verified).to.equal(undefined);
    expect(logto.outbox).to.have.lengthOf(1);
    expect(sessionStorage.getItem(key)).to.equal(null);
  });

  it('keeps only the address and the record in this tab until then', async () => {
    const { logto } = await coded();
    const { data } = JSON.parse(sessionStorage.getItem(key)!) as { data: unknown };
    const recordId = logto.tenant.verificationRecords[0]!.id;
    expect(data).to.deep.equal({ type: 'email', value: 'ada@example.com', recordId });
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.to.contain(lastCode(logto));
  });

  it('lets the user request another code or choose another way', async () => {
    const { dialog, logto } = await reload(await coded());
    passTime(61_000);
    await waitUntil(() => namesOf(dialog, 'button').includes('Send a new code'), 'It cannot be sent.');
    await pressInDialog(dialog, 'Send a new code');
    expect(logto.outbox).to.have.lengthOf(2);
    await pressInDialog(dialog, 'Use another way');
    expect(textOf(dialog)).to.contain('With your password');
  });

  it('starts over after the user has canceled', async () => {
    const page = await coded();
    await pressInDialog(page.dialog, 'Cancel');
    expect(sessionStorage.getItem(key)).to.equal(null);
    expect(isAtCode((await reload(page)).dialog)).to.equal(false);
  });

  it('starts over after the code has expired', async () => {
    const page = await coded();
    passTime(10 * 60_000);
    expect(isAtCode((await reload(page)).dialog)).to.equal(false);
    expect(sessionStorage.getItem(key)).to.equal(null);
  });

  it('starts over if the code went to an address that is no longer the user’s', async () => {
    const page = await coded();
    page.user.primaryEmail = 'ada@new.example';
    expect(isAtCode((await reload(page)).dialog)).to.equal(false);
  });

  it('starts over after sign-out, and keeps nothing', async () => {
    const logto = aTenant();
    const page = await coded({ logto, properties: { getAccessToken: undefined, client: new HostClient(logto) } });
    expect(sessionStorage.getItem(key)).not.to.equal(null);
    await page.provider.signOut();
    expect(sessionStorage.getItem(key)).to.equal(null);
  });

  it('shows the pending code to no other user, and keeps nothing', async () => {
    const logto = aTenant();
    logto.tenant.users.push(aUser({ id: 'grace', primaryEmail: 'grace@example.com' }));
    const { dialog } = await reload(await coded({ logto }), { userId: 'grace' });
    expect(isAtCode(dialog)).to.equal(false);
    expect(textOf(dialog)).not.to.contain('ada@example.com');
    expect(sessionStorage.getItem(key)).to.equal(null);
  });

  it('drops a code that Logto no longer accepts', async () => {
    const { dialog, logto } = await coded();
    answerWith(logto, /verification-code\/verify$/, () => refusal(400, 'verification_code.expired'));
    await confirmCode(dialog, '123456');
    expect(alertsIn(dialog)).to.deep.equal(['That code is no longer valid. Ask for a new one.']);
    expect(sessionStorage.getItem(key)).to.equal(null);
  });

  it('keeps a code that was only mistyped', async () => {
    const { dialog, logto } = await coded();
    await confirmCode(dialog, lastCode(logto) === '000000' ? '000001' : '000000');
    expect(alertsIn(dialog)).to.deep.equal(['That code is incorrect. Check it and try again.']);
    expect(sessionStorage.getItem(key)).not.to.equal(null);
  });
});
