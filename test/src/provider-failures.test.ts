import { expect, html } from '@open-wc/testing';

import '../../components/profile/logto-profile.js';
import '../../components/sign-in/logto-sign-in.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { accountScopes } from '../fake-logto/scopes.js';
import { listenToConsole } from '../helpers/console.js';
import { HostClient } from '../helpers/host-client.js';
import { find, mount, whenRendered, type MountOptions } from '../helpers/mount.js';
import { eventsOf, nextEvent } from '../helpers/next-event.js';
import { button, byRole, namesOf, part, textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';

const tags = html`<logto-sign-in></logto-sign-in><logto-profile></logto-profile>`;

async function show(options: MountOptions = {}) {
  const said = listenToConsole();
  const errors = eventsOf(document, 'logto-error');
  const page = await mount(tags, options);
  return { ...page, said, errors, profile: find(page, 'logto-profile'), signIn: find(page, 'logto-sign-in') };
}

/** Opens the field with this button, types into its input and saves. */
async function change({ profile, provider }: Awaited<ReturnType<typeof show>>, opens: string, value: string) {
  button(profile, opens).click();
  await waitUntil(() => profile.querySelector('form'), 'The form did not open.');
  const input = byRole<HTMLInputElement>(profile, 'textbox');
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  const failed = nextEvent(provider, 'logto-error');
  button(profile, 'Save').click();
  await failed;
  await whenRendered(provider);
}

describe('a configuration error is explained to the user, and once to the developer in the console:', () => {
  it('the account center is not enabled', async () => {
    const { profile, signIn, said, errors, provider } = await show({ logto: new FakeLogto({ enabled: false }) });
    expect(textOf(profile)).to.equal('You cannot manage your account here yet. Contact support');
    expect(textOf(signIn)).to.equal('You cannot manage your account here yet.');
    expect(namesOf(profile, 'button')).to.deep.equal([]);
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['account_center.not_enabled']);
    await provider.refresh();
    await said.warned();
    expect(said.warnings.length).to.equal(1);
    expect(said.warnings[0]).to.match(/account_center\.not_enabled.*Logto Console.*PATCH \/api\/account-center/);
    await expect(profile).to.be.accessible();
  });

  it('the application is third-party, and cannot change the account', async () => {
    const logto = new FakeLogto();
    const token = logto.issueToken('ada1815love1', { applicationId: 'photo-printer' });
    const page = await show({ logto, properties: { getAccessToken: () => token } });
    expect(page.said.warnings).to.deep.equal([]);
    await change(page, 'Change Nickname', 'Countess');
    expect(textOf(byRole(page.profile, 'alert'))).to.equal('This page can show your account, but cannot change it.');
    expect(byRole<HTMLInputElement>(page.profile, 'textbox').value).to.equal('Countess');
    expect(page.errors.map(({ error }) => error.kind)).to.deep.equal(['third-party-app']);
    await page.said.warned();
    expect(page.said.warnings.length).to.equal(1);
    expect(page.said.warnings[0]).to.match(/third-party application .*first-party/);
  });

  it('the token lacks the scope that an element needs', async () => {
    const { profile, said } = await show({ scopes: ['openid'] });
    expect(textOf(profile)).to.equal('This part of your account is not available here. Contact support');
    expect(profile.matches(':state(failed)')).to.equal(true);
    await expect(profile).to.be.accessible();
    await said.warned();
    expect(said.warnings.length).to.equal(1);
    expect(said.warnings[0]).to.match(/scope.*openid profile/);
  });

  it('the token lacks the scope openid', async () => {
    const { profile, said } = await show({ scopes: ['profile'] });
    expect(textOf(profile)).to.contain('This page is not allowed to do that.');
    await said.warned();
    expect(said.warnings.length).to.equal(1);
    expect(said.warnings[0]).to.contain('auth.forbidden');
    expect(said.warnings[0]).to.contain('openid profile address custom_data');
  });

  for (const endpoint of ['javascript:alert(1)', 'ftp://logto.example', 'garbage', 'https://']) {
    it(`the endpoint is ${endpoint}`, async () => {
      const { provider, profile, said, logto } = await show({ attributes: { endpoint } });
      expect(provider.status).to.equal('failed');
      expect(textOf(part(profile, 'error'))).to.equal('Something went wrong on our side. Try again in a moment.');
      await said.warned();
      expect(said.warnings).to.deep.equal(['[logto-account-elements] The endpoint is not an http or https URL.']);
      expect(logto.requests).to.deep.equal([]);
      const error = await provider.signIn().catch((cause: unknown) => cause);
      expect(error === undefined || (error as Error).name === 'AccountError').to.equal(true);
    });
  }

  it('the token lacks the scope for a part of what an element shows', async () => {
    const scopes = accountScopes.filter((scope) => scope !== 'custom_data');
    const { profile, said } = await show({ scopes });
    expect(textOf(profile)).to.contain('Name Ada Lovelace');
    await said.warned();
    expect(said.warnings.length).to.equal(1);
    expect(said.warnings[0]).to.match(/scope.*custom_data/);
  });

  for (const [what, header] of [
    ['a token for an API resource', { alg: 'ES384', typ: 'at+jwt', kid: '1' }],
    ['an ID token', { alg: 'ES384', kid: '1' }],
  ] as const) {
    it(`getAccessToken returns ${what}`, async () => {
      const token = [header, { sub: 'ada' }].map((half) => btoa(JSON.stringify(half)).replace(/=+$/, '')).join('.');
      const { profile, provider, said, logto } = await show({
        properties: { getAccessToken: () => `${token}.c2lnbmF0dXJl` },
      });
      expect(provider.status).to.equal('failed');
      expect(textOf(part(profile, 'error'))).to.equal('Something went wrong on our side. Try again in a moment.');
      expect(namesOf(profile, 'button')).to.deep.equal([]);
      await said.warned();
      expect(said.warnings.length).to.equal(1);
      expect(said.warnings[0]).to.match(/getAccessToken returned a JWT.*API resource.*ID token.*without "resource"/);
      expect(logto.requests).to.deep.equal([]);
    });
  }

  it('a server error is not reported to the developer', async () => {
    const logto = new FakeLogto();
    logto.intercept(() => Response.json({ message: 'Internal server error.' }, { status: 500 }));
    const { said, errors, profile } = await show({ logto });
    expect(textOf(part(profile, 'error'))).to.equal('Something went wrong on our side. Try again in a moment.');
    expect(errors.length).to.equal(1);
    expect(said.lines).to.deep.equal([]);
  });
});

describe('the event logto-error', () => {
  it('bubbles, and has the kind and Logto’s code', async () => {
    const { errors, provider } = await show({ logto: new FakeLogto({ enabled: false }) });
    const [event] = errors;
    expect(event).to.include({ bubbles: true, composed: true, target: provider });
    expect(event?.error).to.include({ name: 'AccountError', kind: 'disabled' });
  });

  it('fires once for each failure, and not for a user who is only signed out', async () => {
    const { errors } = await show({ signedOut: true });
    expect(errors).to.deep.equal([]);
  });

  it('puts neither the token nor user data into the console or the event', async () => {
    const logto = new FakeLogto();
    const tokens = ['expired-secret-token'];
    const client = new HostClient(logto);
    const good = client.getAccessToken.bind(client);
    client.getAccessToken = async () => tokens.shift() ?? (await good());
    const heard: Event[] = [];
    for (const name of ['logto-error', 'logto-status-changed', 'logto-access-changed', 'logto-profile-updated'])
      document.addEventListener(name, (event) => heard.push(event));
    const page = await show({ logto, settings: 'none', properties: { client } });
    logto.intercept(({ method }) =>
      method === 'PATCH' ? Response.json({ code: 'entity.value_too_long' }, { status: 422 }) : undefined,
    );
    await change(page, 'Change Nickname', 'Countess of Lovelace');
    logto.intercept(() => Response.json({ code: 'account_center.not_enabled', message: 'Ada' }, { status: 400 }));
    await page.provider.refresh().catch(() => undefined);

    const secrets = ['expired-secret-token', ...Object.keys(logto.tenant.accessTokens)];
    const users = ['Ada', 'Lovelace', 'ada@example.com', '12025550123', 'Countess', 'ada1815love1'];
    const told = [...page.said.lines.map(({ text }) => text), ...heard.map((event) => insides(event))].join('\n');
    expect(heard.length).to.be.greaterThan(2);
    expect(page.said.lines.length).to.be.greaterThan(0);
    for (const secret of [...secrets, ...users]) expect(told).not.to.contain(secret);
  });
});

/** All that an event and the error in it carry, however deep. */
function insides(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof EventTarget || seen.has(value)) return '';
  seen.add(value);
  const own = Object.getOwnPropertyNames(value).filter((name) => name !== 'stack');
  return own.map((name) => `${name}: ${insides((value as Record<string, unknown>)[name], seen)}`).join('\n');
}
