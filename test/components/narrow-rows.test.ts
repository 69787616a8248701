import { expect } from '@open-wc/testing';
import { html } from 'lit';

import '../../components/email/logto-email.js';
import '../../components/passkeys/logto-passkeys.js';
import { find } from '../helpers/mount.js';
import { part, parts, textOf } from '../helpers/read.js';
import { rowOf } from '../helpers/rows.js';
import { openPage, openTag, whenIdle } from './credential-page.js';
import { diary, openShown, twoApps } from './guarded-list-page.js';
import { withGrant } from '../fake-logto/fake-logto.js';
import { waitUntil } from '../helpers/wait-until.js';

/** The content width of a page on a phone of 320 pixels. */
const narrow = '288px';

const boxOf = (element: Element) => element.getBoundingClientRect();
const partIn = (row: Element, name: string) => row.querySelector(`[part~="${name}"]`)!;

/** How many lines a text takes. */
function linesOf(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}

function becomeNarrow(tag: HTMLElement) {
  tag.style.inlineSize = narrow;
  tag.style.fontFamily = 'monospace';
}

const isWithin = (inner: Element, outer: Element) =>
  boxOf(inner).left >= boxOf(outer).left - 1 && boxOf(inner).right <= boxOf(outer).right + 1;

describe('rows in a narrow page', () => {
  it('leave the name most of the row beside a button with two long words', async () => {
    const { tag } = await openShown('logto-connected-apps', { has: twoApps });
    becomeNarrow(tag);
    tag.lang = 'de';
    await waitUntil(() => textOf(tag).includes('Zugriff entziehen'));
    const row = rowOf(tag, diary.name);
    expect(boxOf(partIn(row, 'label')).width).to.be.greaterThan(boxOf(partIn(row, 'actions')).width);
    expect(linesOf(partIn(row, 'remove'))).to.equal(2);
    for (const button of parts(tag, 'remove')) expect(isWithin(button, part(tag, 'list'))).to.equal(true);
  });

  it('put two buttons under the value', async () => {
    const primaryEmail = `${'a'.repeat(48)}@example.org`;
    const { tag } = await openTag('logto-email', { user: { primaryEmail } });
    becomeNarrow(tag);
    const [value, actions] = [part(tag, 'value'), part(tag, 'actions')];
    await waitUntil(() => boxOf(actions).top >= boxOf(value).bottom, 'They are beside it.');
    expect(boxOf(part(tag, 'edit')).top).to.equal(boxOf(part(tag, 'remove')).top);
    expect(linesOf(value)).to.be.lessThan(5);
    for (const each of [value, ...parts(tag, 'edit')]) expect(isWithin(each, part(tag, 'list'))).to.equal(true);
  });

  it('give a sentence in place of a value the full width, without breaking words', async () => {
    const { provider } = await openPage(html`<logto-passkeys></logto-passkeys>`);
    const tag = find({ provider }, 'logto-passkeys');
    await whenIdle(tag);
    becomeNarrow(tag);
    tag.lang = 'de';
    await waitUntil(() => textOf(tag).includes('Fingerabdruck'));
    const row = parts(tag, 'row').find((each) => textOf(each).includes('Fingerabdruck'))!;
    const [sentence, actions] = [partIn(row, 'value'), partIn(row, 'actions')];
    await waitUntil(() => boxOf(sentence).top >= boxOf(actions).bottom, 'The button is beside it.');
    expect(boxOf(actions).top).to.be.lessThan(boxOf(partIn(row, 'label')).bottom);
    expect(boxOf(sentence).right).to.be.closeTo(boxOf(actions).right, 16);
    expect(isWithin(sentence, part(tag, 'list'))).to.equal(true);
  });

  it('align the icon with the first line of a long name', async () => {
    const name = 'Kraftfahrzeughaftpflichtversicherungsverwaltungsanwendung der Stadtwerke';
    const { tag } = await openShown('logto-connected-apps', {
      has: (tenant, user) => void withGrant(tenant, user, { id: 'long', name }),
    });
    becomeNarrow(tag);
    const label = part(tag, 'label');
    await waitUntil(() => linesOf(label) > 2, 'It fits.');
    const icon = boxOf(partIn(label, 'icon'));
    const line = parseFloat(getComputedStyle(label).lineHeight);
    expect(icon.top + icon.height / 2).to.be.closeTo(boxOf(label).top + line / 2, 1);
    expect(isWithin(label, part(tag, 'list'))).to.equal(true);
  });

  it('do not overflow the page in languages with long words', async () => {
    const { provider } = await openPage(html`<logto-email></logto-email>`, {
      user: { primaryEmail: `${'a'.repeat(48)}@example.org` },
    });
    const tag = find({ provider }, 'logto-email');
    await whenIdle(tag);
    becomeNarrow(tag);
    for (const lang of ['de', 'ru', 'fr', 'th', 'ar']) {
      tag.lang = lang;
      const before = textOf(tag);
      await waitUntil(() => textOf(tag) !== before, `There are no words in ${lang}.`);
      for (const button of tag.shadowRoot!.querySelectorAll('button'))
        expect(isWithin(button, tag), `${lang}: ${textOf(button)}`).to.equal(true);
    }
  });
});
