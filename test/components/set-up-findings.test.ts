import { expect, html } from '@open-wc/testing';

import '../../components/username/logto-username.js';
import { accountFields } from '../../src/settings/account-settings.js';
import { FakeLogto, type FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { mount } from '../helpers/mount.js';
import { waitUntil } from '../helpers/wait-until.js';

const original = { groupCollapsed: console.groupCollapsed, groupEnd: console.groupEnd };

/** The console output of one page: group titles, and the lines in each group. */
function listenToGroups() {
  const { lines } = listenToConsole();
  const groups: { title: string; from: number; to: number }[] = [];
  console.groupCollapsed = (title: string) => void groups.push({ title, from: lines.length, to: -1 });
  console.groupEnd = () => void Object.assign(groups.at(-1)!, { to: lines.length });
  return () => groups.map(({ title, from, to }) => ({ title, said: lines.slice(from, to).map(({ text }) => text) }));
}

const open = (options: FakeLogtoOptions, attributes: Record<string, string> = {}) => {
  const logto = new FakeLogto(options);
  return mount(html`<logto-username></logto-username>`, {
    logto,
    attributes,
    properties: { settings: structuredClone(logto.tenant) },
  });
};

describe('the setup warnings in the console', () => {
  afterEach(() => Object.assign(console, original));

  it('are one collapsed group with facts, effects and fixes, printed once', async () => {
    const groups = listenToGroups();
    const options = { webauthnRelatedOrigins: [], signInExperience: { socialConnectors: [] } };
    await open(options);
    await waitUntil(() => groups().length > 0);
    await open(options);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(groups().map(({ title }) => title)).to.deep.equal([
      '[logto-account-elements] The set-up of this page: 2 to look at',
    ]);
    const [passkeys = '', social = ''] = groups()[0]!.said;
    expect(passkeys).to.match(/^Passkeys belong to .* \(passkeys_hosted\)\nPeople see: .*\nTo do: .*/);
    expect(social).to.contain('(no_social_providers)');
  });

  it('include a missing deletion URL, unless the page has an Account API layer', async () => {
    const groups = listenToGroups();
    const codes = () => groups().flatMap(({ said }) => said.map((line) => /\((\w+)\)\nPeople/.exec(line)?.[1]));
    const fields = Object.fromEntries(accountFields.map((field) => [field, 'Off'] as const));
    const allOff = { fields, deleteAccountUrl: null };
    await open(allOff, { 'account-api': '/account-api' });
    await waitUntil(() => codes().length > 0);
    expect(codes()).to.deep.equal(['nothing_on']);
    await open(allOff);
    await waitUntil(() => codes().length > 1);
    expect(codes().slice(1)).to.deep.equal(['no_delete_account_url']);
  });

  it('are not printed if everything is set up', async () => {
    const groups = listenToGroups();
    await open({ webauthnRelatedOrigins: [location.origin] });
    await import('../../components/account-provider/set-up-findings.js');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(groups()).to.deep.equal([]);
  });
});
