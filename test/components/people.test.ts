import { expect, html } from '@open-wc/testing';

import '../../components/email/logto-email.js';
import '../../components/mfa/logto-mfa.js';
import '../../components/profile/logto-profile.js';
import '../../components/sessions/logto-sessions.js';
import '../../components/sign-in/logto-sign-in.js';
import '../../components/username/logto-username.js';
import { ada, withTotp, type FakeLogto } from '../fake-logto/fake-logto.js';
import { HostClient } from '../helpers/host-client.js';
import { deferred } from '../helpers/deferred.js';
import { find, mount, put, whenLoaded, whenRendered, type Mounted } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, parts, textOf } from '../helpers/read.js';
import {
  answerWith,
  anEndpoint,
  aTenant,
  dialogs,
  enter as typeInto,
  openForm,
  openPage,
  passTime,
  whenIdle,
  theDialog,
  type CredentialPage,
} from './credential-page.js';
import { change, enter, press } from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const charles = 'char1791babb';
const profileAndName = html`<logto-sign-in></logto-sign-in><logto-profile></logto-profile>`;

const userIn = (logto: FakeLogto, id: string) => logto.tenant.users.find((user) => user.id === id)!;

/** Ada has her name open and typed a new one. */
async function adaTypes(page: Mounted) {
  const profile = find(page, 'logto-profile');
  const row = await change(profile, 'Name');
  enter(row, 'Ada King');
  return { ...page, profile, row };
}

const anotherAccount =
  'Another account is now signed in here, and your unsaved changes are gone. Sign in again to continue with yours.';

/** The visible status below the rows. */
const visibleStatus = (tag: HTMLElement) => parts(tag, 'status').map(textOf).join('');

const sentBy = ({ requests }: FakeLogto) => requests.filter(({ method }) => method !== 'GET').map(({ path }) => path);

/** Charles is on the screen, and nothing was done to his account. */
async function nothingHappensTo(logto: FakeLogto, { provider }: Pick<Mounted, 'provider'>) {
  await waitUntil(() => textOf(find({ provider }, 'logto-sign-in')) === 'Signed in as Charles Babbage', 'Not Charles.');
  await whenRendered(provider);
  expect(sentBy(logto)).to.deep.equal([]);
  expect(userIn(logto, charles).name).to.equal('Charles Babbage');
  expect(textOf(find({ provider }, 'logto-profile'))).not.to.contain('Ada');
}

describe('one user’s input when another user takes over the session', () => {
  it('is not sent with the other user’s token, and the page is notified', async () => {
    const logto = aTenant();
    let token = logto.issueToken(ada);
    const mounted = await mount(profileAndName, { logto, properties: { getAccessToken: () => token } });
    const page = await adaTypes(mounted);
    const { row } = page;
    const statuses = eventsOf(page.provider, 'logto-status-changed');
    const errors = eventsOf(page.provider, 'logto-error');
    token = logto.issueToken(charles);
    press(row, 'Save');
    await nothingHappensTo(logto, page);
    expect(statuses.map(({ status }) => status)).to.deep.equal(['loading', 'ready']);
    expect(errors.map(({ error }) => `${error.kind} ${error.code}`)).to.deep.equal(['aborted other_user']);
    await waitUntil(() => visibleStatus(page.profile) === anotherAccount, 'Nobody says where the input is.');
    await expect(page.profile).to.be.accessible();
  });

  it('is reported as lost in each row with input, whichever noticed it first', async () => {
    const logto = aTenant();
    let token = logto.issueToken(ada);
    const content = html`<logto-username></logto-username><logto-email></logto-email>`;
    const page = await mount(content, { logto, properties: { getAccessToken: () => token } });
    const [username, email] = [find(page, 'logto-username'), find(page, 'logto-email')];
    await whenIdle(username);
    typeInto(await openForm(username), 'Username', 'countess');
    await openForm(email);
    token = logto.issueToken(charles);
    await page.provider.refresh();
    await waitUntil(() => visibleStatus(username) === anotherAccount, 'Nobody says where the input is.');
    await whenIdle(email);
    expect(visibleStatus(email), 'where nothing was typed').to.equal('');
    expect(sentBy(logto)).to.deep.equal([]);
    await openForm(username);
    expect(visibleStatus(username), 'once they go on').to.equal('');
  });

  it('is not mentioned to the user who signs in after a sign-out', async () => {
    const logto = aTenant();
    let token = logto.issueToken(ada);
    const page = await mount(profileAndName, { logto, properties: { getAccessToken: () => token } });
    const { profile } = await adaTypes(page);
    token = '';
    await page.provider.refresh();
    await whenLoaded(page.provider);
    token = logto.issueToken(charles);
    await page.provider.refresh();
    await nothingHappensTo(logto, page);
    expect(visibleStatus(profile)).to.equal('');
  });

  it('is not sent again by a client that renews its token as another user', async () => {
    const logto = aTenant();
    const client = new HostClient(logto);
    const page = await mount(profileAndName, { logto, properties: { client } });
    const { row } = await adaTypes(page);
    Object.assign(client, { userId: charles });
    for (const token of Object.values(logto.tenant.accessTokens)) token.expiresAt = 0;
    press(row, 'Save');
    await waitUntil(() => textOf(find(page, 'logto-sign-in')).startsWith('Signed in as Charles'));
    await whenRendered(page.provider);
    expect(userIn(logto, charles).name).to.equal('Charles Babbage');
    expect(sentBy(logto)).to.deep.equal(['/api/my-account']); // the one that Logto refused
  });

  it('is dropped with the account when a router reuses the provider', async () => {
    const logto = aTenant();
    let token = logto.issueToken(ada);
    const page = await mount(profileAndName, { logto, properties: { getAccessToken: () => token } });
    await adaTypes(page);
    page.provider.remove();
    await new Promise((resolve) => setTimeout(resolve));
    token = logto.issueToken(charles);
    put(page.provider);
    await whenRendered(page.provider);
    expect(textOf(page.provider)).not.to.contain('Ada');
    await nothingHappensTo(logto, page);
  });

  it('is kept when the provider is moved within the page', async () => {
    const page = await mount(profileAndName, { logto: aTenant() });
    const { profile, logto } = await adaTypes(page);
    const asked = logto.requests.length;
    put(document.createElement('section')).append(page.provider);
    await whenRendered(page.provider);
    expect(profile.querySelector('input')).to.have.property('value', 'Ada King');
    expect(logto.requests).to.have.lengthOf(asked);
  });

  it('a late response does not show the first user’s input', async () => {
    const logto = aTenant();
    let token = logto.issueToken(ada);
    const page = await mount(profileAndName, { logto, properties: { getAccessToken: () => token } });
    const { row } = await adaTypes(page);
    const slow = deferred<undefined>();
    answerWith(logto, /^PATCH/, () => slow.promise);
    const updates = eventsOf(document, 'logto-profile-updated');
    press(row, 'Save');
    await waitUntil(() => sentBy(logto).length === 1);
    token = logto.issueToken(charles);
    await page.provider.refresh();
    await whenLoaded(page.provider);
    slow.resolve(undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await whenRendered(page.provider);
    expect(textOf(find(page, 'logto-sign-in'))).to.equal('Signed in as Charles Babbage');
    expect(textOf(find(page, 'logto-profile'))).not.to.contain('Ada');
    expect(updates).to.deep.equal([]);
  });
});

/** The user looks at another tab for a while, and then at this one again. */
function comesBackAfter(minutes: number) {
  const look = (state: DocumentVisibilityState) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  look('hidden');
  passTime(minutes * 60_000);
  look('visible');
  Reflect.deleteProperty(document, 'visibilityState');
}

describe('a user’s input when they return to the page', () => {
  it('is kept with a new token of the same user', async () => {
    const logto = aTenant();
    let token = logto.issueToken(ada);
    const { row, ...page } = await adaTypes(
      await mount(profileAndName, { logto, properties: { getAccessToken: () => token } }),
    );
    const statuses = eventsOf(page.provider, 'logto-status-changed');
    token = logto.issueToken(ada);
    const asked = logto.requests.length;
    comesBackAfter(0);
    await waitUntil(() => logto.requests.length > asked, 'The account was not looked at.');
    await whenRendered(page.provider);
    expect(statuses.map(({ status }) => status)).to.deep.equal([]);
    press(row, 'Save');
    await waitUntil(() => userIn(logto, ada).name === 'Ada King', 'It was not saved.');
  });

  it('is hidden if Logto cannot confirm that it is the same user', async () => {
    const logto = aTenant();
    let token = logto.issueToken(ada);
    const page = await adaTypes(await mount(profileAndName, { logto, properties: { getAccessToken: () => token } }));
    token = logto.issueToken(charles);
    const stop = answerWith(logto, /^GET \/api\/my-account$/, () => new Response('', { status: 500 }));
    comesBackAfter(0);
    await waitUntil(() => page.provider.status === 'failed', 'Ada is still there.');
    expect(textOf(page.provider)).not.to.contain('Ada');
    stop();
    await page.provider.refresh();
    await nothingHappensTo(logto, page);
  });

  it('is kept, and account changes made meanwhile are shown', async () => {
    const logto = aTenant();
    const { row, ...page } = await adaTypes(await mount(profileAndName, { logto }));
    userIn(logto, ada).name = 'Countess Ada';
    comesBackAfter(6);
    const signIn = find(page, 'logto-sign-in');
    await waitUntil(() => textOf(signIn) === 'Signed in as Countess Ada', 'The change is not shown.');
    press(row, 'Save');
    await waitUntil(() => userIn(logto, ada).name === 'Ada King', 'It was not saved.');
  });

  it('is kept when Logto is unreachable, and a short absence causes no request', async () => {
    const logto = aTenant();
    const { row, profile } = await adaTypes(await mount(profileAndName, { logto }));
    const asked = logto.requests.length;
    comesBackAfter(1);
    await whenIdle(profile);
    expect(logto.requests.length).to.equal(asked);
    const stop = answerWith(logto, /^GET \/api\/my-account$/, () => new Response('', { status: 500 }));
    comesBackAfter(6);
    await waitUntil(() => logto.requests.length > asked, 'The account was not looked at.');
    await whenIdle(profile);
    stop();
    press(row, 'Save');
    await waitUntil(() => userIn(logto, ada).name === 'Ada King', 'It was not saved.');
  });

  it('is kept when the session has ended meanwhile, while protected data is hidden', async () => {
    const logto = aTenant();
    let token = logto.issueToken(ada);
    const { row, provider } = await adaTypes(
      await mount(profileAndName, { logto, properties: { getAccessToken: () => token } }),
    );
    logto.tenant.accessTokens[token]!.expiresAt = 0;
    comesBackAfter(6);
    await waitUntil(() => provider.status === 'signed-out', 'Nobody has noticed.');
    token = logto.issueToken(ada);
    press(row, 'Save');
    await waitUntil(() => userIn(logto, ada).name === 'Ada King', 'It was not saved.');
  });
});

describe('the avatar cropper', () => {
  it('closes when another user takes over, and nothing is stored', async () => {
    const logto = aTenant();
    let token = logto.issueToken(ada);
    const page = await mount(profileAndName, { logto, properties: { getAccessToken: () => token } });
    const profile = find(page, 'logto-profile');
    const row = await change(profile, 'Picture');
    const files = new DataTransfer();
    const canvas = new OffscreenCanvas(300, 300);
    canvas.getContext('2d');
    files.items.add(new File([await canvas.convertToBlob()], 'me.png', { type: 'image/png' }));
    const picker = row.querySelector<HTMLInputElement>('input[type="file"]')!;
    picker.files = files.files;
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => profile.shadowRoot!.querySelector('dialog [part~="save"]:enabled'));
    token = logto.issueToken(charles);
    await page.provider.refresh();
    await waitUntil(() => parts(profile, 'dialog').length === 0, 'The dialog is still there.');
    await nothingHappensTo(logto, page);
  });
});

describe('a page from the back/forward cache', () => {
  it('hides its content immediately, and shows the user who is signed in now', async () => {
    const logto = aTenant();
    let token = logto.issueToken(ada);
    const page = await mount(profileAndName, { logto, properties: { getAccessToken: () => token } });
    await adaTypes(page);
    token = '';
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await whenRendered(page.provider);
    expect(textOf(page.provider)).not.to.contain('Ada');
    await waitUntil(() => page.provider.status === 'signed-out');
  });

  it('sends no request on a regular page load', async () => {
    const page = await mount(profileAndName, { logto: aTenant() });
    const before = page.logto.requests.length;
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    await whenRendered(page.provider);
    expect(page.provider.status).to.equal('ready');
    expect(page.logto.requests).to.have.lengthOf(before);
  });
});

describe('signing out', () => {
  for (const [how, leave] of [
    ['immediately', () => new Promise<void>(() => undefined)],
    ['even if Logto is unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
  ] as const)
    it(`clears the screen ${how}`, async () => {
      const logto = aTenant();
      const client = new HostClient(logto);
      client.leave = leave;
      const at = anEndpoint();
      Object.assign(client.logtoConfig, { endpoint: at });
      const page = await mount(profileAndName, { logto, at, properties: { client } });
      await adaTypes(page);
      void page.provider.verify().catch(() => undefined);
      await theDialog();
      button(find(page, 'logto-sign-in'), 'Sign out').click();
      await waitUntil(() => page.provider.status === 'signed-out');
      await waitUntil(() => dialogs().length === 0, 'The dialog is still there.');
      await whenRendered(page.provider);
      expect(textOf(page.provider)).not.to.contain('Ada');
    });

  it('says that it failed if it did', async () => {
    const logto = aTenant();
    const client = new HostClient(logto);
    client.leave = () => Promise.reject(new TypeError('Failed to fetch'));
    const page = await mount(profileAndName, { logto, properties: { client, redirectUri: 'https://app.example/in' } });
    button(find(page, 'logto-sign-in'), 'Sign out').click();
    await waitUntil(() => parts(find(page, 'logto-sign-in'), 'error').length > 0, 'Nothing is said.');
    expect(textOf(find(page, 'logto-sign-in'))).to.contain('You are signed out here.');
    expect(textOf(page.provider)).not.to.contain('Ada');
    expect(namesOf(find(page, 'logto-sign-in'), 'button')).to.deep.equal(['Sign out', 'Sign in']);
  });
});

describe('an expired session', () => {
  /** Every token is refused, and there is no other one. */
  const end = ({ logto }: Pick<CredentialPage, 'logto'>) => {
    userIn(logto, ada).isSuspended = true;
  };
  const begin = ({ logto }: Pick<CredentialPage, 'logto'>) => {
    userIn(logto, ada).isSuspended = false;
  };

  it('hides protected data, and keeps the user’s input', async () => {
    const content = html`<logto-username></logto-username><logto-mfa></logto-mfa><logto-sessions></logto-sessions>`;
    const page = await openPage(content, { sessions: [] });
    const [username, mfa, sessions] = [
      find(page, 'logto-username'),
      find(page, 'logto-mfa'),
      find(page, 'logto-sessions'),
    ];
    await whenIdle(mfa);
    button(sessions, 'Show where you are signed in').click();
    await whenIdle(sessions);
    expect(textOf(sessions)).not.to.contain('Show');
    button(mfa, 'Add Authenticator app').click();
    await waitUntil(() => parts(mfa, 'key').length === 1);
    const form = await openForm(username);
    form.querySelector('input')!.value = 'countess';
    end(page);
    await page.provider.refresh();
    await whenRendered(page.provider);
    expect(page.provider.status).to.equal('signed-out');
    expect(parts(mfa, 'key')).to.deep.equal([]);
    expect(textOf(sessions)).to.contain('Show');
    expect(form.querySelector('input')).to.have.property('value', 'countess');
    expect(form.isConnected).to.equal(true);
  });

  it('hides new backup codes, and shows them again only to the same user', async () => {
    const page = await openPage(html`<logto-mfa></logto-mfa>`, { user: {}, logto: tenantWithTotp() });
    const mfa = find(page, 'logto-mfa');
    await whenIdle(mfa);
    button(mfa, 'Create Backup codes').click();
    await waitUntil(() => parts(mfa, 'confirm').length === 1);
    parts(mfa, 'confirm')[0]!.click();
    await waitUntil(() => parts(mfa, 'code').length === 10);
    const codes = parts(mfa, 'code').map(textOf);
    end(page);
    await page.provider.refresh();
    await whenRendered(page.provider);
    expect(parts(mfa, 'code')).to.deep.equal([]);
    expect(textOf(mfa)).to.contain('Sign in to see this part of your account.');
    begin(page);
    await page.provider.refresh();
    await whenRendered(page.provider);
    expect(parts(mfa, 'code').map(textOf)).to.deep.equal(codes);
  });

  it('is no longer reported after a save succeeds', async () => {
    const logto = aTenant();
    let token = logto.issueToken(ada);
    const page = await mount(profileAndName, { logto, properties: { getAccessToken: () => token } });
    const { row } = await adaTypes(page);
    const good = token;
    logto.tenant.accessTokens[good]!.expiresAt = 0;
    press(row, 'Save');
    await waitUntil(() => page.provider.status === 'signed-out');
    token = logto.issueToken(ada);
    press(row, 'Save');
    await waitUntil(() => page.provider.status === 'ready', 'It is still signed out.');
    await whenRendered(page.provider);
    expect(textOf(find(page, 'logto-sign-in'))).to.equal('Signed in as Ada King');
  });

  const tenantWithTotp = () => {
    const logto = aTenant();
    withTotp(userIn(logto, ada));
    return logto;
  };
});

describe('a nested provider', () => {
  it('handles its own errors without affecting the outer provider', async () => {
    const logto = aTenant();
    const outer = await mount(html`<logto-sign-in></logto-sign-in>`, { logto });
    const inner = document.createElement('logto-account-provider');
    Object.assign(inner, { endpoint: outer.provider.endpoint, getAccessToken: () => 'no-token-of-logto' });
    outer.provider.append(inner);
    await waitUntil(() => inner.status === 'signed-out');
    expect(outer.provider.status).to.equal('ready');
  });

  it('ignores a made-up error event from the page', async () => {
    const page = await mount(html`<logto-sign-in></logto-sign-in>`, { logto: aTenant() });
    const event = new Event('logto-error', { bubbles: true, composed: true });
    find(page, 'logto-sign-in').dispatchEvent(Object.assign(event, { error: { kind: 'signed-out' } }));
    expect(page.provider.status).to.equal('ready');
  });
});

describe('a provider whose session changes during step-up verification', () => {
  it('closes the dialog, and cancels what waited for it without an error', async () => {
    const logto = aTenant();
    const at = anEndpoint();
    const page = await mount('', { logto, at });
    const verified = page.provider.verify().catch(({ kind }: { kind: string }) => kind);
    await theDialog();
    page.provider.client = new HostClient(logto, charles);
    expect(await verified).to.equal('aborted');
    await waitUntil(() => document.querySelector('dialog') === null, 'The dialog is still there.');
  });
});
