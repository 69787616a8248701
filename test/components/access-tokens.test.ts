import { expect, html } from '@open-wc/testing';

import '../../components/access-tokens/create-token-form.js'; // which the tag loads when it is needed, like the next
import '../../components/access-tokens/rename-token-form.js';
import '../../components/access-tokens/logto-access-tokens.js';
import type { AccountHandlerOptions } from '../../src/server/account/account-handler.js';
import { ada, type FakeLogto } from '../fake-logto/fake-logto.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { listenToConsole } from '../helpers/console.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { nextEvent } from '../helpers/next-event.js';
import { byRole, part, parts, textOf } from '../helpers/read.js';
import { focused, labelsOf, valuesOf } from '../helpers/rows.js';
import { whenRendered } from '../helpers/mount.js';
import {
  alertsIn,
  anEndpoint,
  aTenant,
  enter,
  openPage,
  press,
  pressAndWait,
  switchUser,
  whenIdle,
  type CredentialOptions,
} from './credential-page.js';
import { charles, proofsIn } from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

interface TokensOptions extends CredentialOptions {
  enable?: AccountHandlerOptions['enable'];
  /** Names of tokens that Ada has. */
  has?: string[];
  withoutLayer?: boolean;
}

async function openTokens({ enable = { personalAccessTokens: true }, has = [], ...options }: TokensOptions = {}) {
  const { logto = aTenant(options), at = anEndpoint() } = options;
  for (const name of has) give(logto, name);
  const asked = serveLayer(logto, at, enable);
  const tag = document.createElement('logto-access-tokens');
  tag.readonly = options.readonly ?? false;
  const attributes: Record<string, string> = options.withoutLayer ? {} : { 'account-api': accountApi };
  const page = await openPage(html`${tag}`, { ...options, logto, at, attributes });
  await whenIdle(tag);
  return { ...page, tag, asked };
}

const give = ({ tenant }: FakeLogto, name: string, expiresAt: number | null = null) =>
  tenant.management.personalAccessTokens.push({
    userId: ada,
    name,
    value: `pat_${name}`,
    createdAt: Date.UTC(2026, 9, 5, 12),
    expiresAt,
  });

/** Creates a token, and returns the value that is shown only once. */
async function createOne({ tag }: { tag: HTMLElement }) {
  await pressAndWait(tag, 'Create an access token');
  enter(tag, 'Name', 'Laptop');
  await pressAndWait(tag, 'Create');
  await waitUntil(() => parts(tag, 'token').length > 0);
  return { value: textOf(part(tag, 'token')) };
}

describe('<logto-access-tokens>', () => {
  it('renders nothing and sends no request if the page has no Account API layer', async () => {
    const { tag, asked } = await openTokens({ withoutLayer: true });
    expect(tag.matches(':state(off)')).to.equal(true);
    expect(textOf(tag)).to.equal('');
    expect(asked).to.deep.equal([]);
  });

  it('renders nothing if the layer has access tokens turned off', async () => {
    const { tag, asked } = await openTokens({ enable: { signInHistory: true } });
    expect(tag.matches(':state(off)')).to.equal(true);
    expect(asked).to.deep.equal(['GET /capabilities']);
  });

  it('shows each access token with its dates, but never the secret', async () => {
    const { tag, asked } = await openTokens({ has: ['Backup'] });
    expect(asked).to.deep.equal(['GET /capabilities', 'GET /personal-access-tokens']);
    expect(valuesOf(tag)).to.deep.equal({
      Backup: 'Created on Oct 5, 2026 · never expires',
      'New token': 'A token lets a program act for you without your password.',
    });
    expect(tag.shadowRoot!.innerHTML).not.to.contain('pat_');
  });

  it('has no buttons when it is read-only, and says so if there are no access tokens', async () => {
    const { tag } = await openTokens({ readonly: true });
    expect(textOf(tag)).to.equal('Access tokens No access tokens yet.');
    expect(parts(tag, 'add')).to.deep.equal([]);
  });

  it('creates an access token and shows its value only once', async () => {
    const { tag, logto } = await openTokens();
    await pressAndWait(tag, 'Create an access token');
    enter(tag, 'Name', ' Laptop ');
    const updated = nextEvent(document, 'logto-access-tokens-updated');
    await pressAndWait(tag, 'Create');
    await updated;
    await waitUntil(() => parts(tag, 'token').length > 0);
    const { value, name, expiresAt } = logto.tenant.management.personalAccessTokens[0]!;
    expect(name).to.equal('Laptop');
    expect((expiresAt! - Date.now()) / 24 / 3600_000).to.be.closeTo(30, 0.1);
    expect(textOf(part(tag, 'token'))).to.equal(value);
    press(tag, 'I have saved it');
    await waitUntil(() => parts(tag, 'token').length === 0);
    expect(textOf(part(tag, 'status'))).to.equal('Laptop was created.');
    expect(labelsOf(tag)).to.deep.equal(['Laptop', 'New token']);
    expect(tag.outerHTML + tag.shadowRoot!.innerHTML).not.to.contain(value);
  });

  it('warns before creating an access token that never expires', async () => {
    const { tag, logto } = await openTokens();
    await pressAndWait(tag, 'Create an access token');
    enter(tag, 'Name', 'For ever');
    const choice = byRole<HTMLSelectElement>(tag, 'combobox', 'Expiration');
    choice.value = 'forever';
    choice.dispatchEvent(new Event('change'));
    await whenRendered(tag);
    expect(textOf(tag)).to.contain('A token that never expires works for anyone who finds it, until you delete it.');
    await pressAndWait(tag, 'Create');
    await waitUntil(() => parts(tag, 'token').length > 0);
    expect(logto.tenant.management.personalAccessTokens[0]!.expiresAt).to.equal(null);
  });

  it('offers no expiration beyond the maximum of the layer', async () => {
    const { tag } = await openTokens({ enable: { personalAccessTokens: { maxDays: 60 } } });
    await pressAndWait(tag, 'Create an access token');
    const choice = byRole<HTMLSelectElement>(tag, 'combobox', 'Expiration');
    expect([...choice.options].map(({ text }) => text.trim())).to.deep.equal(['7 days', '30 days', 'Custom date']);
  });

  it('rejects an empty name without a request, and keeps a name that is already taken in the field', async () => {
    const { tag, asked } = await openTokens({ has: ['Backup'] });
    await pressAndWait(tag, 'Create an access token');
    await pressAndWait(tag, 'Create');
    expect(textOf(tag)).to.contain('Name is required.');
    expect(asked.filter((each) => each.startsWith('POST'))).to.deep.equal([]);
    enter(tag, 'Name', 'Backup');
    await pressAndWait(tag, 'Create');
    expect(textOf(tag)).to.contain('You already have a token with this name. Choose another name.');
    expect(byRole<HTMLInputElement>(tag, 'textbox', 'Name').value).to.equal('Backup');
  });

  it('deletes an access token after confirmation, even if its name is “..”', async () => {
    const { tag, logto, asked } = await openTokens({ has: ['..', 'Backup'] });
    await pressAndWait(tag, 'Delete ..');
    expect(textOf(tag)).to.contain('Delete ..? Programs that use it lose access within an hour.');
    await pressAndWait(tag, 'Delete');
    await waitUntil(() => parts(tag, 'form').length === 0);
    expect(textOf(part(tag, 'status'))).to.equal('.. was deleted.');
    expect(logto.tenant.management.personalAccessTokens.map(({ name }) => name)).to.deep.equal(['Backup']);
    expect(logto.tenant.users.some(({ id }) => id === ada)).to.equal(true);
    expect(asked.at(-1)).to.equal('POST /personal-access-tokens/delete');
  });

  it('renames an access token in place without step-up verification, and keeps the focus on its row', async () => {
    const { tag, logto, asked, sent } = await openTokens({ has: ['Backup', 'Laptop'] });
    await pressAndWait(tag, 'Rename Backup');
    expect(byRole<HTMLInputElement>(tag, 'textbox', 'Name').value).to.equal('Backup');
    enter(tag, 'Name', ' Night shift ');
    const updated = nextEvent(document, 'logto-access-tokens-updated');
    await pressAndWait(tag, 'Save');
    expect((await updated).action).to.equal('changed');
    expect(textOf(part(tag, 'status'))).to.equal('Night shift saved.');
    expect(labelsOf(tag)).to.deep.equal(['Night shift', 'Laptop', 'New token']);
    expect(focused(tag)?.getAttribute('aria-label')).to.equal('Rename Night shift');
    expect(logto.tenant.management.personalAccessTokens.map(({ name }) => name)).to.include('Night shift');
    expect(asked.at(-1)).to.equal('PATCH /personal-access-tokens');
    expect(proofsIn(sent)).to.equal(0);
  });

  it('sends nothing if the name is unchanged, and rejects the name of another access token', async () => {
    const { tag, asked } = await openTokens({ has: ['Backup', 'Laptop'] });
    await pressAndWait(tag, 'Rename Backup');
    await pressAndWait(tag, 'Save');
    expect(asked.filter((each) => each.startsWith('PATCH'))).to.deep.equal([]);
    await pressAndWait(tag, 'Rename Backup');
    enter(tag, 'Name', 'Laptop');
    await pressAndWait(tag, 'Save');
    expect(textOf(tag)).to.contain('You already have a token with this name. Choose another name.');
    expect(byRole<HTMLInputElement>(tag, 'textbox', 'Name').value).to.equal('Laptop');
  });

  it('shows an error if the access token was deleted elsewhere while being renamed', async () => {
    const { tag, logto } = await openTokens({ has: ['Backup'] });
    await pressAndWait(tag, 'Rename Backup');
    enter(tag, 'Name', 'Laptop');
    logto.tenant.management.personalAccessTokens = [];
    await pressAndWait(tag, 'Save');
    await waitUntil(() => labelsOf(tag).length === 1);
    expect(alertsIn(tag)).to.deep.equal(['This no longer exists.']);
  });

  for (const [what, userId] of [
    ['the user signs out', null],
    ['another user signs in', charles],
  ] as const)
    it(`removes a new access token from the page when ${what}`, async () => {
      const page = await openTokens();
      const { value } = await createOne(page);
      await switchUser(page, userId);
      expect(document.body.innerHTML + page.tag.shadowRoot!.innerHTML).not.to.contain(value);
      await switchUser(page, ada);
      await whenIdle(page.tag);
      expect(parts(page.tag, 'token')).to.deep.equal([]);
    });

  it('hides a new access token when the session ends, and shows it again when the same user is back', async () => {
    const page = await openTokens();
    const { value } = await createOne(page);
    for (const token of Object.values(page.logto.tenant.accessTokens)) token.expiresAt = 0;
    await page.provider.refresh();
    await waitUntil(() => parts(page.tag, 'token').length === 0);
    expect(page.tag.shadowRoot!.innerHTML).not.to.contain(value);
    await switchUser(page, ada);
    await waitUntil(() => parts(page.tag, 'token').length > 0);
    expect(textOf(part(page.tag, 'token'))).to.equal(value);
  });

  it('asks before the page with a new access token is left, and ignores Escape', async () => {
    const { tag } = await openTokens();
    await createOne({ tag });
    part(tag, 'token').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(parts(tag, 'token')).to.have.lengthOf(1);
    expect(asksBeforeLeaving()).to.equal(true);
  });

  it('is accessible in each of its states', async () => {
    const { tag } = await openTokens({ has: ['Backup'] });
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, 'Rename Backup');
    await expect(tag).to.be.accessible();
    press(tag, 'Cancel');
    await createOne({ tag });
    await expect(tag).to.be.accessible();
  });

  it('works with the keyboard alone: Escape closes the form, and the focus returns to the button', async () => {
    const { tag } = await openTokens({ has: ['Backup'] });
    await pressAndWait(tag, 'Rename Backup');
    const input = byRole<HTMLInputElement>(tag, 'textbox', 'Name');
    expect(document.activeElement).to.equal(input);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await waitUntil(() => parts(tag, 'form').length === 0);
    await waitUntil(() => focused(tag)?.getAttribute('aria-label') === 'Rename Backup');
  });

  it('shows an error instead of an empty list when reading access tokens fails, and tries again', async () => {
    listenToConsole(); // the layer says there what failed
    const logto = aTenant({});
    let isDown = true;
    logto.intercept(({ url }) =>
      isDown && url.includes('/personal-access-tokens') ? new Response(null, { status: 500 }) : undefined,
    );
    const { tag } = await openTokens({ logto, has: ['Backup'] });
    expect(tag.matches(':state(failed)')).to.equal(true);
    expect(labelsOf(tag)).to.deep.equal([]);
    isDown = false;
    press(tag, 'Try again');
    await waitUntil(() => labelsOf(tag).length > 0);
    expect(labelsOf(tag)).to.deep.equal(['Backup', 'New token']);
  });
});
