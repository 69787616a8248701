import { expect } from '@open-wc/testing';

import { HostClient } from '../helpers/host-client.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, part, textOf } from '../helpers/read.js';
import { aUser } from '../fake-logto/fake-logto.js';
import {
  alertsIn,
  anEndpoint,
  answerWith,
  aTenant,
  descriptionOf,
  enter,
  isOpen,
  labelled,
  lastCode,
  linesOf,
  openForm,
  openTag,
  passTime,
  press,
  refusal,
  whenIdle,
  statusOf,
  submit,
  writesIn,
  type CredentialOptions,
  type CredentialPage,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const rows = {
  'logto-email': {
    label: 'New email address',
    typed: 'ada@new.example',
    shown: 'ada@new.example',
    is: 'ada@new.example',
  },
  'logto-phone': { label: 'New phone number', typed: '+44 20 7946 0958', shown: '+442079460958', is: '442079460958' },
};

type Name = keyof typeof rows;

/** With a code on its way to a new address. */
async function coded(name: Name = 'logto-email', options: CredentialOptions = {}) {
  const at = anEndpoint();
  const page = await openTag(name, { at, ...options });
  await openForm(page.tag);
  enter(page.tag, rows[name].label, rows[name].typed);
  await submit(page.tag, 'Continue');
  return { ...page, at, name };
}

/** Reloads the page: only the tab's storage is kept. */
async function reload(
  { provider, logto, at, name }: CredentialPage & { at: string; name: Name },
  options: CredentialOptions = {},
) {
  const stored = { ...sessionStorage };
  await leaveBehind(provider);
  Object.assign(sessionStorage, stored);
  return openTag(name, { logto, at, ...options });
}

/** A page that is left stops running. Here it is only removed, and has time to clean up. */
async function leaveBehind(provider: HTMLElement) {
  provider.remove();
  await new Promise((resolve) => setTimeout(resolve, 50));
}

async function reopened(tag: HTMLElement) {
  const isThere = () => isOpen(tag) && tag.contains(document.activeElement);
  await waitUntil(isThere, 'It did not open again.');
}

/** Waits until it would have opened. */
async function staysClosed(tag: HTMLElement) {
  await whenIdle(tag);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isOpen(tag)).to.equal(false);
  expect(kept()).to.deep.equal([]);
}

/** The pending codes in the tab's storage. */
const kept = () =>
  Object.entries({ ...sessionStorage })
    .filter(([key]) => key.startsWith('logto-account-elements:code/'))
    .map(([, text]) => JSON.parse(text as string) as { data: unknown });

const recordIn = ({ logto }: CredentialPage) =>
  logto.tenant.verificationRecords.find(({ template }) => template === 'BindNewIdentifier')!.id;

beforeEach(() => sessionStorage.clear());

describe('a page that is reloaded while the user waits for a code', () => {
  for (const name of Object.keys(rows) as Name[])
    it(`asks for the code of the new address again: <${name}>`, async () => {
      const before = await coded(name);
      const { tag, sent, user, logto } = await reload(before);
      await reopened(tag);
      const code = labelled(tag, 'Code');
      expect(document.activeElement).to.equal(code);
      expect(descriptionOf(code)).to.match(/^The code that was sent to (.+) still works\. Enter it\.$/);
      expect(descriptionOf(code).replace(/[^\w@.+ ]| (?=\d)/g, '')).to.contain(rows[name].shown);
      await expect(tag).to.be.accessible();
      const heard = eventsOf(document, `${name}-updated`);
      enter(tag, 'Code', lastCode(logto));
      await submit(tag);
      expect(user[name === 'logto-email' ? 'primaryEmail' : 'primaryPhone']).to.equal(rows[name].is);
      expect(logto.outbox).to.have.lengthOf(1);
      expect(linesOf(sent)).to.deep.equal([
        'POST /api/verifications/verification-code/verify',
        `POST /api/my-account/primary-${name.slice(6)}`,
      ]);
      expect(heard).to.have.lengthOf(1);
      expect(statusOf(tag)).to.contain('saved.');
      expect(kept()).to.deep.equal([]);
    });

  it('keeps only the address and the record in this tab until then', async () => {
    const page = await coded();
    const [stored] = kept();
    expect(stored!.data).to.deep.equal({ type: 'email', value: 'ada@new.example', recordId: recordIn(page) });
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.to.contain(lastCode(page.logto));
  });

  it('asks for the code after each reload', async () => {
    const first = await coded();
    const second = await reload(first);
    await reopened(second.tag);
    const { tag, user, logto } = await reload({ ...first, ...second });
    await reopened(tag);
    enter(tag, 'Code', lastCode(logto));
    await submit(tag);
    expect(user.primaryEmail).to.equal('ada@new.example');
  });

  it('continues the countdown until another code can be sent', async () => {
    const page = await coded();
    passTime(20_000);
    const { tag, logto } = await reload(page);
    await reopened(tag);
    const resend = () => namesOf(tag, 'button').find((name) => name.startsWith('Send a new code'))!;
    expect(resend()).to.match(/in (40|39|38|37) seconds$/);
    passTime(41_000);
    await waitUntil(() => resend() === 'Send a new code');
    await submit(tag, 'Send a new code');
    expect(descriptionOf(labelled(tag, 'Code'))).to.equal('A new code is on its way to ada@new.example.');
    expect(logto.outbox).to.have.lengthOf(2);
    expect(kept()).to.have.lengthOf(1);
  });

  it('does not ask again for a code that Logto has already accepted', async () => {
    const page = await coded();
    const stop = answerWith(page.logto, /^POST .*primary-email$/, () => refusal(500, 'internal'));
    enter(page.tag, 'Code', lastCode(page.logto));
    await submit(page.tag);
    stop();
    const { tag, user } = await reload(page);
    await reopened(tag);
    expect(textOf(tag)).to.contain('ada@new.example is confirmed. Save to finish.');
    await submit(tag);
    expect(user.primaryEmail).to.equal('ada@new.example');
    expect(kept()).to.deep.equal([]);
  });

  it('waits until the element is visible', async () => {
    const page = await coded();
    const stored = { ...sessionStorage };
    await leaveBehind(page.provider);
    Object.assign(sessionStorage, stored);
    const tag = document.createElement('logto-email');
    tag.hidden = true;
    await openTag('logto-email', { logto: page.logto, at: page.at, content: tag as never });
    await whenIdle(tag);
    expect(isOpen(tag)).to.equal(false);
    tag.hidden = false;
    await reopened(tag);
  });

  for (const [what, leave] of Object.entries<(page: Awaited<ReturnType<typeof coded>>) => unknown>({
    canceled: ({ tag }) => press(tag, 'Cancel'),
    'chose another address': ({ tag }) => press(tag, 'Use another email address'),
    'has let the code expire': () => passTime(10 * 60_000),
    'already has the address': ({ user }) => Object.assign(user, { primaryEmail: 'ada@new.example' }),
  }))
    it(`shows the closed row and keeps nothing when the user ${what}`, async () => {
      const page = await coded();
      await leave(page);
      const { tag } = await reload(page);
      await staysClosed(tag);
      expect(writesIn(page.sent)).to.deep.equal([]);
    });

  it('shows the closed row and keeps nothing after sign-out', async () => {
    const logto = aTenant();
    const properties = { getAccessToken: undefined, client: new HostClient(logto) };
    const page = await coded('logto-email', { logto, properties });
    expect(kept()).to.have.lengthOf(1);
    await page.provider.signOut();
    expect(kept()).to.deep.equal([]);
    const { tag } = await reload(page);
    await staysClosed(tag);
  });

  it('shows the pending code to no other user, and keeps nothing', async () => {
    const logto = aTenant();
    logto.tenant.users.push(aUser({ id: 'grace', primaryEmail: 'grace@example.com' }));
    const page = await coded('logto-email', { logto });
    const { tag } = await reload(page, { userId: 'grace' });
    await staysClosed(tag);
    expect(textOf(part(tag, 'value'))).to.equal('grace@example.com');
  });

  it('drops the pending code when Logto has dropped it', async () => {
    const page = await coded();
    const { tag, logto } = await reload(page);
    await reopened(tag);
    logto.tenant.verificationRecords.length = 0;
    enter(tag, 'Code', lastCode(logto));
    await submit(tag);
    expect(alertsIn(tag)).to.have.lengthOf(1);
    expect(kept()).to.deep.equal([]);
  });

  it('opens nothing if the address has become read-only', async () => {
    const page = await coded();
    page.logto.tenant.accountCenter.fields.email = 'ReadOnly';
    const { tag } = await reload(page);
    await staysClosed(tag);
  });
});
