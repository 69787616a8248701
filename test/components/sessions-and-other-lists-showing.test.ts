import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { listenToConsole } from '../helpers/console.js';
import { deferred } from '../helpers/deferred.js';
import { whenRendered } from '../helpers/mount.js';
import { button, namesOf, part, parts, textOf } from '../helpers/read.js';
import { focused, isRowOpen, labelsOf, panelOf, rowOf, shiftTab } from '../helpers/rows.js';
import {
  alertsIn,
  answerWith,
  whenDialogClosed,
  dialogs,
  errorsHeard,
  giveThePassword,
  press,
  pressAndWait,
  refusal,
  whenIdle,
  statusOf,
  theDialog,
} from './credential-page.js';
import { aGuardedTenant, guardedTags, openList, openShown, proofsIn, showName } from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

for (const { name, has, path, locked, labels, status, none, remove, question, confirm, keep } of guardedTags) {
  const show = showName[name];
  const list = new RegExp(`^GET .*${path}$`);

  describe(`the button of <${name}> that shows the list`, () => {
    it('asks for step-up verification, then shows the list, announces its length and focuses it', async () => {
      const { tag, reads } = await openList(name, { has, withDialog: true });
      const before = reads().length;
      press(tag, show);
      await theDialog();
      expect(reads()).to.have.lengthOf(before);
      await giveThePassword();
      await whenIdle(tag);
      expect(labelsOf(tag)).to.deep.equal(labels);
      expect(reads().slice(before)).to.deep.equal([path]);
      expect(statusOf(tag)).to.equal(status);
      expect(part(tag, 'status').getAttribute('role')).to.equal('status');
      expect(focused(tag)).to.equal(part(tag, 'list'));
      await expect(tag).to.be.accessible();
    });

    it('shows no message if the user cancels step-up verification, and can be clicked again', async () => {
      const errors = errorsHeard();
      const { tag, sent } = await openList(name, { has, withDialog: true });
      press(tag, show);
      press(await theDialog(), 'Cancel');
      await whenDialogClosed();
      await whenIdle(tag);
      expect(labelsOf(tag)).to.deep.equal([locked]);
      expect(parts(tag, 'error')).to.deep.equal([]);
      expect([sent, errors.kinds()]).to.deep.equal([[], []]);
      expect(focused(tag)).to.equal(button(tag, show));
      press(tag, show);
      await giveThePassword();
      await whenIdle(tag);
      expect(labelsOf(tag)).to.deep.equal(labels);
    });

    it('sends one request after a double click, and shows progress', async () => {
      const logto = aGuardedTenant();
      const { tag, reads } = await openList(name, { logto, has });
      const before = reads().length;
      const gate = deferred<undefined>();
      answerWith(logto, list, () => gate.promise);
      press(tag, show);
      press(tag, show);
      await waitUntil(() => reads().length > before);
      expect(button(tag, show).getAttribute('aria-disabled')).to.equal('true');
      press(tag, show);
      await expect(tag).to.be.accessible();
      gate.resolve(undefined);
      await whenIdle(tag);
      expect(labelsOf(tag)).to.deep.equal(labels);
      expect(reads()).to.have.lengthOf(before + 1);
    });

    it('says that the list is empty', async () => {
      const { tag } = await openShown(name);
      expect(parts(tag, 'row').map(textOf)).to.deep.equal([none]);
      expect(namesOf(tag, 'button')).to.deep.equal([]);
      expect(focused(tag)).to.equal(part(tag, 'list'));
      await expect(tag).to.be.accessible();
    });

    it('announces no count for an empty list', async () => {
      expect(statusOf((await openShown(name)).tag)).to.equal('');
    });

    for (const [what, answer, words, kind] of [
      ['an unreachable server', () => Response.error(), 'We could not reach the server.', 'network'],
      ['a server fault', () => new Response(null, { status: 500 }), 'Something went wrong on our side.', 'unexpected'],
      ['too many requests', () => new Response(null, { status: 429 }), 'Too many attempts.', 'rate-limited'],
      ['a response of another shape', () => Response.json({ items: [] }), 'Something went wrong', 'unexpected'],
      ['an empty response', () => new Response(null, { status: 204 }), 'Something went wrong', 'unexpected'],
      ['a page from a proxy', () => new Response('<p>Hello</p>'), 'Something went wrong', 'unexpected'],
      ['a plain 404', () => new Response('Not Found', { status: 404 }), 'Something went wrong', 'unexpected'],
      ['a refusal', () => refusal(403, 'auth.forbidden'), 'This page is not allowed to do that.', 'missing-scope'],
    ] as const)
      it(`shows an error instead of an empty list, and can be retried: ${what}`, async () => {
        if (kind === 'missing-scope') listenToConsole(); // it is reported in the console
        const logto = aGuardedTenant();
        const { tag } = await openList(name, { logto, has });
        const errors = errorsHeard();
        const recover = answerWith(logto, list, answer);
        await pressAndWait(tag, show);
        expect(labelsOf(tag)).to.deep.equal([locked]);
        expect(alertsIn(rowOf(tag, locked))[0]).to.contain(words);
        expect(textOf(tag)).not.to.contain(none);
        expect(errors.kinds()).to.deep.equal([kind]);
        expect(focused(tag)).to.equal(button(tag, show));
        await expect(tag).to.be.accessible();
        recover();
        await pressAndWait(tag, show);
        expect(labelsOf(tag)).to.deep.equal(labels);
        expect(parts(tag, 'error')).to.deep.equal([]);
      });

    it('asks for step-up verification again if it has expired, and then shows the list', async () => {
      const logto = aGuardedTenant();
      const { tag, sent } = await openList(name, { logto, has });
      const undo = answerWith(logto, list, () => {
        undo();
        logto.tenant.verificationRecords = [];
        return undefined;
      });
      await pressAndWait(tag, show);
      expect(labelsOf(tag)).to.deep.equal(labels);
      expect(proofsIn(sent)).to.equal(2);
    });

    it('says that the page lacks permission without the scope', async () => {
      listenToConsole();
      const logto = aGuardedTenant();
      const { tag } = await openList(name, { logto, has, scopes: ['openid', 'profile', 'email', 'phone'] });
      await pressAndWait(tag, show);
      expect(alertsIn(rowOf(tag, locked))[0]).to.contain('This page is not allowed to do that.');
    });
  });

  describe(`a confirmation question in <${name}>`, () => {
    it('takes the focus, is in a row named after its subject, and returns the focus', async () => {
      const { tag } = await openShown(name, { has });
      await pressAndWait(tag, remove);
      expect(textOf(panelOf(tag))).to.contain(question);
      expect(namesOf(panelOf(tag), 'button')).to.deep.equal([confirm, keep]);
      expect(focused(tag)).to.equal(part(tag, 'cancel'));
      expect(namesOf(tag, 'group')).to.deep.equal([labels[1]]);
      await expect(tag).to.be.accessible();
      await pressAndWait(tag, keep);
      expect(isRowOpen(tag)).to.equal(false);
      expect(focused(tag)).to.equal(button(tag, remove));
      expect(statusOf(tag)).to.equal('');
    });

    it('works with the keyboard alone', async () => {
      const { tag } = await openList(name, { has });
      const start = document.createElement('button');
      start.textContent = 'before';
      tag.before(start);
      start.focus();
      await sendKeys({ press: 'Tab' });
      expect(focused(tag)).to.equal(button(tag, show));
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => focused(tag) === part(tag, 'list'));
      await whenIdle(tag);
      for (let presses = 0; focused(tag) !== button(tag, remove) && presses < 4; presses += 1)
        await sendKeys({ press: 'Tab' });
      await sendKeys({ press: ' ' });
      await waitUntil(() => isRowOpen(tag) && focused(tag) === part(tag, 'cancel'));
      await shiftTab();
      expect(focused(tag)).to.equal(button(tag, confirm));
      await sendKeys({ press: 'Tab' });
      expect(focused(tag)).to.equal(button(tag, keep));
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => !isRowOpen(tag));
      await whenRendered(tag);
      expect(focused(tag)).to.equal(button(tag, remove));
    });

    for (const [look, dress] of [
      ['dark', (tag: HTMLElement) => void (tag.style.colorScheme = 'dark')],
      ['right to left', (tag: HTMLElement) => void (tag.parentElement!.dir = 'rtl')],
      ['narrow', (tag: HTMLElement) => void (tag.parentElement!.style.maxWidth = '18rem')],
    ] as const)
      it(`is accessible, like the list before and after it, ${look}`, async () => {
        const { tag } = await openList(name, { has });
        dress(tag);
        await expect(tag).to.be.accessible();
        await pressAndWait(tag, show);
        await expect(tag).to.be.accessible();
        await pressAndWait(tag, remove);
        await expect(tag).to.be.accessible();
        await pressAndWait(tag, confirm);
        await expect(tag).to.be.accessible();
        expect(dialogs()).to.deep.equal([]);
      });
  });
}
