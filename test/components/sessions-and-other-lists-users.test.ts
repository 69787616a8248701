import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { ada } from '../fake-logto/fake-logto.js';
import { put, whenRendered } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, part, parts, textOf } from '../helpers/read.js';
import { isRowOpen, labelsOf, panelOf, valuesOf } from '../helpers/rows.js';
import { listenForSecrets } from '../helpers/secrets.js';
import { openPage, pressAndWait, statusOf, switchUser, whenIdle } from './credential-page.js';
import {
  aGuardedTenant,
  charles,
  guardedTags,
  openShown,
  proofsIn,
  removalsIn,
  showName,
  type GuardedPage,
} from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const events = ['logto-status-changed', 'logto-access-changed', 'logto-error', 'logto-verification-required'];

/** Logto's ids of listed items, and the verification records. */
const idsIn = ({ logto: { tenant }, token }: Pick<GuardedPage, 'logto' | 'token'>) => {
  const ids = [
    ...tenant.sessions.map(({ payload }) => payload.uid),
    ...tenant.grants.flatMap(({ id, payload }) => [id, payload.clientId]),
    ...tenant.users.flatMap(({ trustedDevices }) => trustedDevices.map(({ id }) => id)),
    ...tenant.verificationRecords.map(({ id }) => id),
  ];
  return { token, ...Object.fromEntries(ids.map((id, index) => [`id ${index}`, id])) };
};

for (const { name, has, locked, labels, remove, question, confirm, done, german, updated } of guardedTags) {
  const show = showName[name];
  const shownLabels = [...labels];

  /** What is over when the tag is about nothing or somebody else. */
  const nothingIsLeftOf = (tag: HTMLElement) => {
    expect(isRowOpen(tag)).to.equal(false);
    for (const label of [labels[0], labels[1], question, done])
      expect(tag.shadowRoot!.textContent).not.to.contain(label);
  };

  describe(`the list of <${name}>`, () => {
    it('is hidden when the user signs out, and stays hidden when the same user signs in again', async () => {
      const page = await openShown(name, { has });
      await pressAndWait(page.tag, remove);
      await switchUser(page, null);
      expect(textOf(page.tag)).to.equal('Sign in to see this part of your account.');
      nothingIsLeftOf(page.tag);
      await switchUser(page, ada);
      await whenIdle(page.tag);
      expect(labelsOf(page.tag)).to.deep.equal([locked]);
      expect(statusOf(page.tag)).to.equal('');
      nothingIsLeftOf(page.tag);
    });

    it('is hidden when another user signs in, who has to verify to see their list', async () => {
      const page = await openShown(name, { has });
      await pressAndWait(page.tag, remove);
      await switchUser(page, charles);
      await whenIdle(page.tag);
      expect(labelsOf(page.tag)).to.deep.equal([locked]);
      expect(statusOf(page.tag)).to.equal('');
      nothingIsLeftOf(page.tag);
    });

    it('is hidden when the element is removed and added back', async () => {
      const { tag, provider } = await openShown(name, { has });
      await pressAndWait(tag, remove);
      tag.remove();
      await tag.updateComplete;
      nothingIsLeftOf(tag);
      provider.append(tag);
      await whenIdle(tag);
      expect(labelsOf(tag)).to.deep.equal([locked]);
      nothingIsLeftOf(tag);
    });

    it('is hidden when the element leaves its provider, or the provider leaves the page', async () => {
      const { tag, provider } = await openShown(name, { has });
      provider.remove();
      await whenRendered(tag);
      nothingIsLeftOf(tag);
      put(provider);
      await whenIdle(tag);
      nothingIsLeftOf(tag);
    });

    it('stays visible without its question and buttons when the element becomes readonly', async () => {
      const { tag, sent } = await openShown(name, { has });
      await pressAndWait(tag, remove);
      tag.readonly = true;
      await whenRendered(tag);
      expect([isRowOpen(tag), namesOf(tag, 'button')]).to.deep.equal([false, []]);
      expect(labelsOf(tag)).to.deep.equal(labels.filter((label) => label !== 'Everywhere else'));
      await expect(tag).to.be.accessible();
      tag.readonly = false;
      await whenRendered(tag);
      expect(isRowOpen(tag)).to.equal(false);
      expect(namesOf(tag, 'button')).to.include(remove);
      expect(removalsIn(sent)).to.deep.equal([]);
    });

    it('is hidden when the tenant turns it off', async () => {
      const { tag, provider, logto } = await openShown(name, { has });
      logto.tenant.accountCenter.fields = {};
      provider.settings = { accountCenter: logto.tenant.accountCenter, signInExperience: {} };
      await waitUntil(() => tag.matches(':state(off)'));
      nothingIsLeftOf(tag);
    });

    it('puts neither Logto’s ids nor the verification record into the page', async () => {
      const ears = listenForSecrets([...events, updated]);
      const page = await openShown(name, { has });
      const secrets = idsIn(page);
      expect(Object.keys(secrets).length).to.be.greaterThan(3);
      const inPage = () => ears.find(secrets).filter((place) => !place.endsWith(' in addresses'));
      expect(inPage()).to.deep.equal([]);
      await pressAndWait(page.tag, remove);
      expect(inPage()).to.deep.equal([]);
      await pressAndWait(page.tag, confirm);
      ears.stop();
      expect(statusOf(page.tag)).to.equal(done);
      expect(ears.heard.map(({ type }) => type)).to.include(updated);
      expect(inPage()).to.deep.equal([]);
    });

    it('is translated with its buttons, even while a question is open', async () => {
      const { tag } = await openShown(name, { has });
      tag.lang = 'de';
      await waitUntil(() => textOf(part(tag, 'heading')) === german.heading);
      expect(namesOf(tag, 'button')).to.include(german.remove);
      await expect(tag).to.be.accessible();
      await pressAndWait(tag, german.remove);
      const asked = textOf(panelOf(tag));
      tag.lang = 'en';
      await waitUntil(() => textOf(panelOf(tag)) !== asked);
      expect(textOf(panelOf(tag))).to.contain(question.slice(question.indexOf('?')));
      expect(namesOf(panelOf(tag), 'button')).to.include(confirm);
      await pressAndWait(tag, confirm);
      expect(parts(tag, 'error')).to.deep.equal([]);
    });
  });

  describe(`two <${name}> elements in one page`, () => {
    it('show their own lists after one verification, and a removal updates both', async () => {
      const logto = aGuardedTenant();
      has(logto.tenant, logto.tenant.users[0]!);
      const two = html`${document.createElement(name)}${document.createElement(name)}`;
      const { provider, sent } = await openPage(two, { logto });
      const heard = eventsOf(document, updated);
      const [first, second] = [...provider.querySelectorAll(name)] as [GuardedPage['tag'], GuardedPage['tag']];
      await whenIdle(first);
      await pressAndWait(first, show);
      expect([labelsOf(first), labelsOf(second)]).to.deep.equal([shownLabels, [locked]]);
      await pressAndWait(second, show);
      expect(proofsIn(sent)).to.equal(1);
      await pressAndWait(first, remove);
      await pressAndWait(first, confirm);
      await whenIdle(second);
      for (const tag of [first, second]) expect(Object.keys(valuesOf(tag))).not.to.include(labels[1]);
      expect(statusOf(first)).to.equal(done);
      expect(heard.map(({ target }) => target)).to.deep.equal([first]);
    });
  });
}
