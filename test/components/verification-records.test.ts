import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';

import { find, mount } from '../helpers/mount.js';
import { textOf } from '../helpers/read.js';
import {
  aClock,
  aTenant,
  adasPassword,
  alertsIn,
  anEndpoint,
  answerWith,
  dialogGone,
  dialogs,
  enter,
  errorsHeard,
  giveThePassword,
  labelled,
  linesOf,
  listenTo,
  openForm,
  openPage,
  openTag,
  passTime,
  pause,
  press,
  refusal,
  settle,
  statusOf,
  submit,
  theDialog,
  writesIn,
  type CredentialOptions,
} from './credential-page.js';

const minute = 60_000;
const charles = 'char1791babb';
const two = html`<logto-username></logto-username><logto-password></logto-password>`;

async function ask(tag: HTMLElement, name = 'countess') {
  enter(await openForm(tag), 'Username', name);
  press(tag, 'Save');
}

/** A username tag whose user has proved who they are a moment ago. */
async function proved(options: CredentialOptions = {}) {
  const page = await openTag('logto-username', { withDialog: true, ...options });
  const verified = page.provider.verify();
  await giveThePassword();
  await verified;
  page.logto.requests.length = page.sent.length = 0;
  return page;
}

const refuse = () => refusal(401, 'verification_record.permission_denied');
const explanation = 'That was not enough for this step. Confirm with a password or address of your account.';

describe('having proved who one is', () => {
  it('lets the next actions through without a dialog and without another request', async () => {
    const { tag, logto, sent } = await proved();
    await ask(tag);
    await settle(tag);
    expect(linesOf(logto.requests)).to.deep.equal(['PATCH /api/my-account']);
    await ask(tag, 'ada');
    await settle(tag);
    expect(linesOf(logto.requests)).to.deep.equal(['PATCH /api/my-account', 'PATCH /api/my-account']);
    expect(new Set(sent.map(({ verification }) => verification)).size).to.equal(1);
    expect(dialogs()).to.deep.equal([]);
  });

  it('counts for nine minutes, and not for ten', async () => {
    const { tag, provider, user } = await proved();
    passTime(9 * minute);
    await provider.verify();
    expect(dialogs()).to.deep.equal([]);
    passTime(minute);
    await ask(tag);
    expect(textOf(await theDialog())).not.to.contain(explanation);
    await giveThePassword();
    await settle(tag);
    expect(user.username).to.equal('countess');
  });

  it('counts no more when this device’s clock was set back, as nobody knows how old it is', async () => {
    const { provider } = await proved();
    passTime(-minute);
    const verified = provider.verify();
    await giveThePassword();
    await verified;
  });

  it('counts from when a code was sent, not from when it was entered', async () => {
    const { provider, logto } = await openPage('', { withDialog: true, user: { password: null } });
    const verified = provider.verify();
    const dialog = await theDialog();
    press(dialog, 'With a code by email to ada@example.com');
    await waitUntil(() => textOf(dialog).includes('Enter the code'));
    passTime(5 * minute);
    enter(dialog, 'Code', logto.outbox[0]!.code);
    press(dialog, 'Confirm');
    await dialogGone();
    await verified;
    passTime(4 * minute);
    await provider.verify();
    passTime(minute);
    provider.verify().catch(() => undefined);
    press(await theDialog(), 'Cancel');
    await dialogGone();
  });

  it('is asked for once more, with the reason, when Logto has forgotten it, and the action runs once', async () => {
    const { clock, advance } = aClock();
    const { tag, logto, user, sent } = await proved({ clock });
    advance(11 * minute);
    await ask(tag);
    const dialog = await theDialog();
    expect(textOf(dialog)).to.contain(explanation);
    await expect(dialog).to.be.accessible();
    await giveThePassword();
    await settle(tag);
    expect(user.username).to.equal('countess');
    expect(statusOf(tag)).to.equal('Username saved.');
    expect(linesOf(logto.requests)).to.deep.equal([
      'PATCH /api/my-account', // refused
      'GET /api/my-account',
      'POST /api/verifications/password',
      'PATCH /api/my-account',
    ]);
    const [first, , last] = sent;
    expect(last!.verification).not.to.equal(first!.verification);
  });

  it('shows the error, and asks no third time, when Logto refuses that too', async () => {
    const { tag, logto } = await proved();
    const errors = errorsHeard();
    answerWith(logto, /^PATCH/, refuse);
    await ask(tag);
    await giveThePassword();
    await settle(tag);
    await pause(100);
    expect(dialogs()).to.deep.equal([]);
    expect(alertsIn(tag)).to.deep.equal(['Confirm that it is you, then try again.']);
    expect(errors.kinds()).to.deep.equal(['verification-required']);
    expect(labelled(tag, 'Username').value).to.equal('countess');
    expect(linesOf(logto.requests)).to.deep.equal([
      'PATCH /api/my-account',
      'GET /api/my-account',
      'POST /api/verifications/password',
      'PATCH /api/my-account',
    ]);
    await expect(tag).to.be.accessible();
  });

  it('is asked for again after that, when the user tries again', async () => {
    const { tag, logto, user } = await proved();
    const recover = answerWith(logto, /^PATCH/, refuse);
    await ask(tag);
    await giveThePassword();
    await settle(tag);
    recover();
    press(tag, 'Save');
    await giveThePassword();
    await settle(tag);
    expect(user.username).to.equal('countess');
  });

  it('fails as the network does when the account cannot be read after a refusal', async () => {
    const { tag, logto } = await proved();
    answerWith(logto, /^PATCH/, refuse);
    answerWith(logto, /^GET/, () => Response.error());
    await ask(tag);
    await settle(tag);
    expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
    expect(dialogs()).to.deep.equal([]);
  });

  it('offers, after a refusal, what the account has by now', async () => {
    const { tag, user, logto } = await proved();
    answerWith(logto, /^PATCH/, refuse);
    user.password = null;
    user.primaryEmail = 'ada@new.example';
    await ask(tag);
    expect(textOf(await theDialog())).to.contain('With a code by email to ada@new.example');
  });

  it.skip('is of use to nobody after a sign-out', async () => {
    const { provider, logto, tag } = await proved();
    logto.tenant.users[0]!.isSuspended = true;
    await provider.refresh();
    expect(provider.status).to.equal('signed-out');
    logto.tenant.users[0]!.isSuspended = false;
    await provider.refresh();
    await ask(tag);
    await pause(200);
    expect(dialogs()).to.have.lengthOf(1);
  });
});

describe('a dialog that has lost its purpose', () => {
  it.skip('closes when the session ends, and what waited for it is given up', async () => {
    const { provider, logto } = await openPage('', { withDialog: true });
    const verified = provider.verify().catch(({ kind }: { kind: string }) => kind);
    await theDialog();
    logto.tenant.users[0]!.isSuspended = true;
    await provider.refresh();
    expect(await Promise.race([verified, pause(500)])).to.match(/aborted|signed-out/);
    expect(dialogs()).to.deep.equal([]);
  });

  it.skip('closes when the provider leaves the page, and can be opened again in another one', async () => {
    const { provider, logto } = await openPage('', { withDialog: true });
    provider.verify().catch(() => undefined);
    await theDialog();
    const at = provider.endpoint!;
    provider.remove();
    await pause();
    const next = await mount('', { logto, at });
    const verified = next.provider.verify();
    await giveThePassword();
    await verified;
  });
});

describe('two who ask at once', () => {
  it('share one dialog, and both actions run', async () => {
    const page = await openPage(two, { withDialog: true });
    const [username, password] = [find(page, 'logto-username'), find(page, 'logto-password')];
    enter(await openForm(username), 'Username', 'countess');
    enter(await openForm(password), 'New password', 'Teal-Kettle!48');
    press(username, 'Save');
    press(password, 'Save');
    await theDialog();
    await pause();
    expect(dialogs()).to.have.lengthOf(1);
    await giveThePassword();
    await settle(username);
    await settle(password);
    expect([page.user.username, page.user.password]).to.deep.equal(['countess', 'Teal-Kettle!48']);
    expect(linesOf(page.sent).filter((line) => line.includes('verifications'))).to.have.lengthOf(1);
  });

  it('are both let off when the user declines', async () => {
    const page = await openPage(two, { withDialog: true });
    const [username, password] = [find(page, 'logto-username'), find(page, 'logto-password')];
    enter(await openForm(username), 'Username', 'countess');
    enter(await openForm(password), 'New password', 'Teal-Kettle!48');
    press(username, 'Save');
    press(password, 'Save');
    press(await theDialog(), 'Cancel');
    await dialogGone();
    for (const tag of [username, password]) {
      await settle(tag);
      expect(alertsIn(tag)).to.deep.equal([]);
    }
    expect(page.sent).to.deep.equal([]);
    expect(labelled(password, 'New password').value).to.equal('Teal-Kettle!48');
  });

  it('share the dialog that follows a refusal too', async () => {
    const { clock, advance } = aClock();
    const page = await openPage(two, { withDialog: true, clock });
    const verified = page.provider.verify();
    await giveThePassword();
    await verified;
    advance(11 * minute);
    const [username, password] = [find(page, 'logto-username'), find(page, 'logto-password')];
    enter(await openForm(username), 'Username', 'countess');
    enter(await openForm(password), 'New password', 'Teal-Kettle!48');
    press(username, 'Save');
    press(password, 'Save');
    await theDialog();
    await pause(100);
    expect(dialogs()).to.have.lengthOf(1);
    await giveThePassword();
    await settle(username);
    await settle(password);
    await pause();
    expect(dialogs()).to.deep.equal([]);
    expect([page.user.username, page.user.password]).to.deep.equal(['countess', 'Teal-Kettle!48']);
  });
});

describe('two providers', () => {
  async function twoOf(users: [string, string], at: [string, string]) {
    const logto = aTenant();
    const sent = listenTo(logto);
    const one = await mount(html`<logto-username></logto-username>`, { logto, userId: users[0], at: at[0] });
    const other = await mount(html`<logto-username></logto-username>`, { logto, userId: users[1], at: at[1] });
    return { sent, one, other };
  }

  it('of one user share what was proved, and a dialog', async () => {
    const at = anEndpoint();
    const { sent, one, other } = await twoOf(['ada1815love1', 'ada1815love1'], [at, at]);
    const both = [one.provider.verify(), other.provider.verify()];
    await theDialog();
    await pause();
    expect(dialogs()).to.have.lengthOf(1);
    await giveThePassword();
    await Promise.all(both);
    await submitName(find(other, 'logto-username'), 'countess');
    expect(linesOf(sent)).to.deep.equal(['POST /api/verifications/password', 'PATCH /api/my-account']);
  });

  it('of different users do not', async () => {
    const at = anEndpoint();
    const { sent, one, other } = await twoOf(['ada1815love1', charles], [at, at]);
    const verified = one.provider.verify();
    await giveThePassword();
    await verified;
    const name = submitName(find(other, 'logto-username'), 'engine');
    await giveThePassword('Engine-Room!42');
    await name;
    const [, second] = sent.filter(({ path }) => path.includes('verifications'));
    expect(second!.body).to.deep.equal({ password: 'Engine-Room!42' });
    expect(writesIn(sent)).to.have.lengthOf(1);
  });

  it('of one user at two tenants do not', async () => {
    const { one, other } = await twoOf(['ada1815love1', 'ada1815love1'], [anEndpoint(), anEndpoint()]);
    const verified = one.provider.verify();
    await giveThePassword();
    await verified;
    const second = other.provider.verify();
    await giveThePassword();
    await second;
  });

  it('may both be waiting, each for its own user', async () => {
    const at = anEndpoint();
    const { one, other } = await twoOf(['ada1815love1', charles], [at, at]);
    const both = [one.provider.verify(), other.provider.verify()];
    await waitUntil(() => dialogs().length === 2);
    enter(one.provider.querySelector('dialog')!, 'Password', adasPassword);
    press(one.provider.querySelector('dialog')!, 'Confirm');
    await both[0];
    enter(other.provider.querySelector('dialog')!, 'Password', 'Engine-Room!42');
    press(other.provider.querySelector('dialog')!, 'Confirm');
    await both[1];
  });

  it.skip('do not wait for each other for ever: one that leaves the page gives up what it asked for', async () => {
    const at = anEndpoint();
    const { one, other } = await twoOf(['ada1815love1', 'ada1815love1'], [at, at]);
    const first = one.provider.verify().catch(({ kind }: { kind: string }) => kind);
    await theDialog();
    one.provider.remove();
    expect(await Promise.race([first, pause(500)])).to.equal('aborted');
    const second = other.provider.verify();
    await giveThePassword();
    await second;
  });
});

async function submitName(tag: HTMLElement, name: string) {
  enter(await openForm(tag), 'Username', name);
  await submit(tag);
}
