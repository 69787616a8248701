import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { withPasskey, type User } from '../fake-logto/fake-logto.js';
import { part, parts } from '../helpers/read.js';
import { focused, isRowOpen, labelsOf, panelOf, valuesOf } from '../helpers/rows.js';
import { labelled, pressAndWait, whenIdle, statusOf } from './credential-page.js';
import { namesIn, openPasskeys, passkeysOf, stubBrowser } from './passkeys-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('hostile passkey names', () => {
  const named = (name: string) => (user: User) => withPasskey(user, { name });

  for (const [what, name, shown = name] of [
    ['markup', '<img src=x onerror="globalThis.wasRun = true"><script>globalThis.wasRun = true</script>'],
    ['an entity', '&lt;b&gt; &amp; &#x202e;'],
    ['a template', '${globalThis.wasRun = true} {{name}} {name}'],
    ['a text that changes direction', 'Phone \u202egpj.exe', 'Phone gpj.exe'],
    ['a very long one', 'A'.repeat(5000)],
    ['a very long one with spaces', 'A long name '.repeat(300).trim()],
    ['pictures', '👩‍👩‍👧‍👦 🔑'],
  ] satisfies [string, string, string?][])
    it(`render as text in the list, the form and the question: ${what}`, async () => {
      const { tag } = await openPasskeys({ has: [named(name), 'Phone'] });
      expect(part(tag, 'label').textContent).to.equal(shown);
      expect(parts(tag, 'row')).to.have.lengthOf(3);
      expect(tag.shadowRoot!.querySelector('img, script, b')).to.equal(null);
      part(tag, 'edit').click();
      await waitUntil(() => isRowOpen(tag));
      await whenIdle(tag);
      expect(labelled(tag, 'Name').value).to.equal(shown);
      await pressAndWait(tag, 'Cancel');
      part(tag, 'remove').click();
      await waitUntil(() => isRowOpen(tag));
      expect(panelOf(tag).textContent).to.contain(shown);
      expect(tag.shadowRoot!.querySelector('img, script, b')).to.equal(null);
      expect(tag.scrollWidth).to.be.at.most(Math.max(tag.clientWidth, innerWidth));
      await pressAndWait(tag, 'Remove');
      expect(part(tag, 'status').textContent).to.contain(shown);
      expect(globalThis).not.to.have.property('wasRun');
    });

  it('from a hostile user agent are ignored', async () => {
    const agent = '<img src=x onerror="globalThis.wasRun = true"> (\u202eX11) Chrome/<b>140</b>';
    const { tag } = await openPasskeys({ has: [(user) => withPasskey(user, { agent })] });
    expect(labelsOf(tag)).to.have.lengthOf(2);
    expect(tag.shadowRoot!.querySelector('img, b')).to.equal(null);
    expect(globalThis).not.to.have.property('wasRun');
  });

  it('with an invalid id do no harm', async () => {
    const id = '../../users/"><img src=x>?a=b#c';
    const { tag, logto, sent } = await openPasskeys({
      has: [(user) => withPasskey(user, { id, name: 'Odd' }), 'Phone'],
    });
    expect(valuesOf(tag)['Odd']).to.equal('Added Sep 1, 2026');
    expect(tag.shadowRoot!.querySelector('img')).to.equal(null);
    await pressAndWait(tag, 'Remove Odd');
    await pressAndWait(tag, 'Remove');
    expect(sent.at(-1)!.path).to.equal(`/api/my-account/mfa-verifications/${encodeURIComponent(id)}`);
    expect(logto.tenant.users[0]!.mfaVerifications.map((factor) => factor.id)).not.to.include(id);
    expect(statusOf(tag)).to.equal('Odd removed.');
  });
});

describe('<logto-passkeys> with the keyboard alone', () => {
  it('adds, renames and removes a passkey', async () => {
    stubBrowser();
    const { tag, user } = await openPasskeys();
    const go = async (name: string) => {
      for (let steps = 0; focused(tag)?.textContent.trim() !== name; steps += 1) {
        if (steps > 20) throw new Error(`Tab never comes to "${name}".`);
        await sendKeys({ press: 'Tab' });
      }
      await sendKeys({ press: 'Enter' });
      await whenIdle(tag);
    };
    await go('Add');
    labelled(tag, 'Name').select();
    await sendKeys({ type: 'Ring' });
    await sendKeys({ press: 'Enter' });
    await whenIdle(tag);
    expect(namesIn(tag)).to.deep.equal(['Ring']);
    part(tag, 'edit').focus();
    await sendKeys({ press: 'Enter' });
    await whenIdle(tag);
    await sendKeys({ press: 'End' });
    await sendKeys({ type: ' 2' });
    await sendKeys({ press: 'Enter' });
    await whenIdle(tag);
    expect(passkeysOf(user)[0]!.name).to.equal('Ring 2');
    await go('Remove');
    await go('Remove');
    expect(passkeysOf(user)).to.deep.equal([]);
  });
});
