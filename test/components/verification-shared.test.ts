import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, mount } from '../helpers/mount.js';
import {
  aClock,
  aTenant,
  adasPassword,
  alertsIn,
  anEndpoint,
  whenDialogClosed,
  dialogs,
  enter,
  giveThePassword,
  labelled,
  linesOf,
  listenTo,
  openForm,
  openPage,
  press,
  whenIdle,
  submit,
  theDialog,
  writesIn,
} from './credential-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

const minute = 60_000;
const charles = 'char1791babb';
const two = html`<logto-username></logto-username><logto-password></logto-password>`;

describe('two step-up requests at once', () => {
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
    await whenIdle(username);
    await whenIdle(password);
    expect([page.user.username, page.user.password]).to.deep.equal(['countess', 'Teal-Kettle!48']);
    expect(linesOf(page.sent).filter((line) => line.includes('verifications'))).to.have.lengthOf(1);
  });

  it('both requests are canceled if the user cancels', async () => {
    const page = await openPage(two, { withDialog: true });
    const [username, password] = [find(page, 'logto-username'), find(page, 'logto-password')];
    enter(await openForm(username), 'Username', 'countess');
    enter(await openForm(password), 'New password', 'Teal-Kettle!48');
    press(username, 'Save');
    press(password, 'Save');
    press(await theDialog(), 'Cancel');
    await whenDialogClosed();
    for (const tag of [username, password]) {
      await whenIdle(tag);
      expect(alertsIn(tag)).to.deep.equal([]);
    }
    expect(page.sent).to.deep.equal([]);
    expect(labelled(password, 'New password').value).to.equal('Teal-Kettle!48');
  });

  it('share the dialog after a rejection, too', async () => {
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
    await whenIdle(username);
    await whenIdle(password);
    await pause();
    expect(dialogs()).to.deep.equal([]);
    expect([page.user.username, page.user.password]).to.deep.equal(['countess', 'Teal-Kettle!48']);
  });
});

describe('two providers on one page', () => {
  async function twoOf(users: [string, string], at: [string, string]) {
    const logto = aTenant();
    const sent = listenTo(logto);
    const one = await mount(html`<logto-username></logto-username>`, { logto, userId: users[0], at: at[0] });
    const other = await mount(html`<logto-username></logto-username>`, { logto, userId: users[1], at: at[1] });
    return { sent, one, other };
  }

  it('share verification and dialog if they have the same user', async () => {
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

  it('do not share verification if they have different users', async () => {
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

  it('do not share verification if one user is at two tenants', async () => {
    const { sent, one, other } = await twoOf(['ada1815love1', 'ada1815love1'], [anEndpoint(), anEndpoint()]);
    const verified = one.provider.verify();
    await giveThePassword();
    await verified;
    const second = other.provider.verify();
    await giveThePassword();
    await second;
    expect(linesOf(sent)).to.deep.equal(['POST /api/verifications/password', 'POST /api/verifications/password']);
  });

  it('can both be waiting, each for its own user', async () => {
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

  it('do not block each other: a provider that leaves the page cancels its request', async () => {
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
