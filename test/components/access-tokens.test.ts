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
import { shown } from '../helpers/mount.js';
import {
  alertsIn,
  anEndpoint,
  aTenant,
  enter,
  openPage,
  press,
  settle,
  type CredentialOptions,
} from './credential-page.js';
import { becomes, charles, proofsIn } from './guarded-list-page.js';
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
  await settle(tag);
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

const pressed = async (tag: HTMLElement, name: string) => {
  press(tag, name);
  await shown(tag);
  await settle(tag);
};

/** Creates a token, and gives what is shown only now. */
async function createOne({ tag }: { tag: HTMLElement }) {
  await pressed(tag, 'Create an access token');
  enter(tag, 'Name', 'Laptop');
  await pressed(tag, 'Create');
  await waitUntil(() => parts(tag, 'token').length > 0);
  return { value: textOf(part(tag, 'token')) };
}

describe('<logto-access-tokens>', () => {
  it('is not there, and asks for nothing, where the page has no layer', async () => {
    const { tag, asked } = await openTokens({ withoutLayer: true });
    expect(tag.matches(':state(off)')).to.equal(true);
    expect(textOf(tag)).to.equal('');
    expect(asked).to.deep.equal([]);
  });

  it('is not there where the layer has them off', async () => {
    const { tag, asked } = await openTokens({ enable: { signInHistory: true } });
    expect(tag.matches(':state(off)')).to.equal(true);
    expect(asked).to.deep.equal(['GET /capabilities']);
  });

  it('shows each token with its times, and no secret', async () => {
    const { tag, asked } = await openTokens({ has: ['Backup'] });
    expect(asked).to.deep.equal(['GET /capabilities', 'GET /personal-access-tokens']);
    expect(valuesOf(tag)).to.deep.equal({
      Backup: 'Created on Oct 5, 2026 · has no end',
      'New token': 'With a token, a program can act for you without your password.',
    });
    expect(tag.shadowRoot!.innerHTML).not.to.contain('pat_');
  });

  it('has no buttons when it is read-only, and says so when there is none', async () => {
    const { tag } = await openTokens({ readonly: true });
    expect(textOf(tag)).to.equal('Access tokens Access tokens You have none.');
    expect(parts(tag, 'add')).to.deep.equal([]);
  });

  it('creates one, shows it once, and never again', async () => {
    const { tag, logto } = await openTokens();
    await pressed(tag, 'Create an access token');
    enter(tag, 'Name', ' Laptop ');
    const updated = nextEvent(document, 'logto-access-tokens-updated');
    await pressed(tag, 'Create');
    await updated;
    await waitUntil(() => parts(tag, 'token').length > 0);
    const { value, name, expiresAt } = logto.tenant.management.personalAccessTokens[0]!;
    expect(name).to.equal('Laptop');
    expect((expiresAt! - Date.now()) / 24 / 3600_000).to.be.closeTo(30, 0.1);
    expect(textOf(part(tag, 'token'))).to.equal(value);
    press(tag, 'I have saved it');
    await waitUntil(() => parts(tag, 'token').length === 0);
    expect(textOf(part(tag, 'status'))).to.equal('Laptop is created.');
    expect(labelsOf(tag)).to.deep.equal(['Laptop', 'New token']);
    expect(tag.outerHTML + tag.shadowRoot!.innerHTML).not.to.contain(value);
  });

  it('warns of one without an end', async () => {
    const { tag, logto } = await openTokens();
    await pressed(tag, 'Create an access token');
    enter(tag, 'Name', 'For ever');
    const choice = byRole<HTMLSelectElement>(tag, 'combobox', 'Good for');
    choice.value = 'forever';
    choice.dispatchEvent(new Event('change'));
    await shown(tag);
    expect(textOf(tag)).to.contain('A token without an end works for whoever finds it, until you delete it.');
    await pressed(tag, 'Create');
    await waitUntil(() => parts(tag, 'token').length > 0);
    expect(logto.tenant.management.personalAccessTokens[0]!.expiresAt).to.equal(null);
  });

  it('offers no longer time than the layer allows', async () => {
    const { tag } = await openTokens({ enable: { personalAccessTokens: { maxDays: 60 } } });
    await pressed(tag, 'Create an access token');
    const choice = byRole<HTMLSelectElement>(tag, 'combobox', 'Good for');
    expect([...choice.options].map(({ text }) => text.trim())).to.deep.equal(['7 days', '30 days', 'Until a date']);
  });

  it('says what is wrong with the name, and sends nothing; a name that is taken keeps what was typed', async () => {
    const { tag, asked } = await openTokens({ has: ['Backup'] });
    await pressed(tag, 'Create an access token');
    await pressed(tag, 'Create');
    expect(textOf(tag)).to.contain('Name is required.');
    expect(asked.filter((each) => each.startsWith('POST'))).to.deep.equal([]);
    enter(tag, 'Name', 'Backup');
    await pressed(tag, 'Create');
    expect(textOf(tag)).to.contain('You have a token of this name already. Choose another name.');
    expect(byRole<HTMLInputElement>(tag, 'textbox', 'Name').value).to.equal('Backup');
  });

  it('deletes one after a question, by its name whatever that is', async () => {
    const { tag, logto, asked } = await openTokens({ has: ['..', 'Backup'] });
    await pressed(tag, 'Delete ..');
    expect(textOf(tag)).to.contain('Delete ..? Programs that use it lose access within an hour.');
    await pressed(tag, 'Delete');
    await waitUntil(() => parts(tag, 'form').length === 0);
    expect(textOf(part(tag, 'status'))).to.equal('.. is deleted.');
    expect(logto.tenant.management.personalAccessTokens.map(({ name }) => name)).to.deep.equal(['Backup']);
    expect(logto.tenant.users.some(({ id }) => id === ada)).to.equal(true);
    expect(asked.at(-1)).to.equal('POST /personal-access-tokens/delete');
  });

  it('gives one another name, in place and without proof, and the focus stays at its row', async () => {
    const { tag, logto, asked, sent } = await openTokens({ has: ['Backup', 'Laptop'] });
    await pressed(tag, 'Rename Backup');
    expect(byRole<HTMLInputElement>(tag, 'textbox', 'Name').value).to.equal('Backup');
    enter(tag, 'Name', ' Night shift ');
    const updated = nextEvent(document, 'logto-access-tokens-updated');
    await pressed(tag, 'Save');
    expect((await updated).action).to.equal('changed');
    expect(textOf(part(tag, 'status'))).to.equal('Night shift saved.');
    expect(labelsOf(tag)).to.deep.equal(['Night shift', 'Laptop', 'New token']);
    expect(focused(tag)?.getAttribute('aria-label')).to.equal('Rename Night shift');
    expect(logto.tenant.management.personalAccessTokens.map(({ name }) => name)).to.include('Night shift');
    expect(asked.at(-1)).to.equal('PATCH /personal-access-tokens');
    expect(proofsIn(sent)).to.equal(0);
  });

  it('sends nothing when the name stays the same, and takes no name that another one has', async () => {
    const { tag, asked } = await openTokens({ has: ['Backup', 'Laptop'] });
    await pressed(tag, 'Rename Backup');
    await pressed(tag, 'Save');
    expect(asked.filter((each) => each.startsWith('PATCH'))).to.deep.equal([]);
    await pressed(tag, 'Rename Backup');
    enter(tag, 'Name', 'Laptop');
    await pressed(tag, 'Save');
    expect(textOf(tag)).to.contain('You have a token of this name already. Choose another name.');
    expect(byRole<HTMLInputElement>(tag, 'textbox', 'Name').value).to.equal('Laptop');
  });

  it('says so when the token to be renamed is gone', async () => {
    const { tag, logto } = await openTokens({ has: ['Backup'] });
    await pressed(tag, 'Rename Backup');
    enter(tag, 'Name', 'Laptop');
    logto.tenant.management.personalAccessTokens = [];
    await pressed(tag, 'Save');
    await waitUntil(() => labelsOf(tag).length === 1);
    expect(alertsIn(tag)).to.deep.equal(['This is not there any more.']);
  });

  for (const [what, userId] of [
    ['the user signs out', null],
    ['somebody else signs in', charles],
  ] as const)
    it(`takes a new token from the page when ${what}`, async () => {
      const page = await openTokens();
      const { value } = await createOne(page);
      await becomes(page, userId);
      expect(document.body.innerHTML + page.tag.shadowRoot!.innerHTML).not.to.contain(value);
      await becomes(page, ada);
      await settle(page.tag);
      expect(parts(page.tag, 'token')).to.deep.equal([]);
    });

  it('hides a new token while there is no session, and it can be saved when the user is back', async () => {
    const page = await openTokens();
    const { value } = await createOne(page);
    for (const token of Object.values(page.logto.tenant.accessTokens)) token.expiresAt = 0;
    await page.provider.refresh();
    await waitUntil(() => parts(page.tag, 'token').length === 0);
    expect(page.tag.shadowRoot!.innerHTML).not.to.contain(value);
    await becomes(page, ada);
    await waitUntil(() => parts(page.tag, 'token').length > 0);
    expect(textOf(part(page.tag, 'token'))).to.equal(value);
  });

  it('asks before the page with a new token is left, and cannot be closed by mistake', async () => {
    const { tag } = await openTokens();
    await createOne({ tag });
    part(tag, 'token').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(parts(tag, 'token')).to.have.lengthOf(1);
    expect(asksBeforeLeaving()).to.equal(true);
  });

  it('can be used by everybody in each of its states', async () => {
    const { tag } = await openTokens({ has: ['Backup'] });
    await expect(tag).to.be.accessible();
    await pressed(tag, 'Rename Backup');
    await expect(tag).to.be.accessible();
    press(tag, 'Cancel');
    await createOne({ tag });
    await expect(tag).to.be.accessible();
  });

  it('is used with the keyboard alone: Escape closes the form, and the focus goes back', async () => {
    const { tag } = await openTokens({ has: ['Backup'] });
    await pressed(tag, 'Rename Backup');
    const input = byRole<HTMLInputElement>(tag, 'textbox', 'Name');
    expect(document.activeElement).to.equal(input);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await waitUntil(() => parts(tag, 'form').length === 0);
    await waitUntil(() => focused(tag)?.getAttribute('aria-label') === 'Rename Backup');
  });

  it('shows a failure to read them as one, not as an empty list, and tries again', async () => {
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
