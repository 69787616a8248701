import { expect } from '@open-wc/testing';

import { ada } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { whenRendered } from '../helpers/mount.js';
import { labelsOf } from '../helpers/rows.js';
import { alertsIn, answerWith, press, pressAndWait, statusOf, switchUser, whenIdle } from './credential-page.js';
import { aGuardedTenant, charles, guardedTags, openList, showName, type GuardedPage } from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

for (const { name, has, path, locked, labels } of guardedTags) {
  const show = showName[name];
  const list = new RegExp(`^GET .*${path}$`);

  const nothingIsLeftOf = (tag: HTMLElement) => {
    for (const label of [labels[0], labels[1]]) expect(tag.shadowRoot!.textContent).not.to.contain(label);
  };

  describe(`a late response with the list of <${name}>`, () => {
    it('is not shown to another user who has signed in meanwhile', async () => {
      const logto = aGuardedTenant();
      const page = await openList(name, { logto, has });
      const before = page.reads().length;
      const gate = deferred<undefined>();
      const undo = answerWith(logto, list, () => gate.promise);
      press(page.tag, show);
      await waitUntil(() => page.reads().length > before);
      undo();
      await switchUser(page, charles);
      await waitUntil(() => labelsOf(page.tag)[0] === locked);
      gate.resolve(undefined);
      await whenIdle(page.tag);
      expect(labelsOf(page.tag)).to.deep.equal([locked]);
      expect(statusOf(page.tag)).to.equal('');
      nothingIsLeftOf(page.tag);
    });

    it('shows the next user no error if it fails', async () => {
      const logto = aGuardedTenant();
      const page = await openList(name, { logto, has });
      const undo = answerWith(logto, list, () => Response.error());
      await pressAndWait(page.tag, show);
      expect(alertsIn(page.tag)).to.have.lengthOf(1);
      undo();
      await switchUser(page, charles);
      await whenIdle(page.tag);
      expect(alertsIn(page.tag)).to.deep.equal([]);
    });

    for (const [when, end] of [
      ['the user has signed out', (page: GuardedPage) => switchUser(page, null)],
      ['the element was removed', ({ tag }: GuardedPage) => tag.remove()],
      ['the element has left its provider', ({ tag, provider }: GuardedPage) => provider.after(tag)],
    ] as const)
      it(`a late list is dropped when ${when} meanwhile`, async () => {
        const logto = aGuardedTenant();
        const page = await openList(name, { logto, has });
        const before = page.reads().length;
        const gate = deferred<undefined>();
        answerWith(logto, list, () => gate.promise);
        press(page.tag, show);
        await waitUntil(() => page.reads().length > before);
        await end(page);
        gate.resolve(undefined);
        await whenIdle(page.provider);
        await whenRendered(page.tag);
        nothingIsLeftOf(page.tag);
        page.provider.append(page.tag);
        await switchUser(page, ada);
        await whenIdle(page.tag);
        expect(labelsOf(page.tag)).to.deep.equal([locked]);
      });

    it('is not shown after the same user has signed in again', async () => {
      const logto = aGuardedTenant();
      const page = await openList(name, { logto, has });
      const before = page.reads().length;
      const gate = deferred<undefined>();
      const undo = answerWith(logto, list, () => gate.promise);
      press(page.tag, show);
      await waitUntil(() => page.reads().length > before);
      undo();
      await switchUser(page, null);
      await switchUser(page, ada);
      await waitUntil(() => labelsOf(page.tag)[0] === locked);
      gate.resolve(undefined);
      await whenIdle(page.tag);
      expect(labelsOf(page.tag)).to.deep.equal([locked]);
    });
  });
}
