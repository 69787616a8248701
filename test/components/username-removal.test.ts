import { expect } from '@open-wc/testing';

import { eventsOf } from '../helpers/next-event.js';
import { button, part, parts, textOf } from '../helpers/read.js';
import {
  alertsIn,
  answerWith,
  openTag,
  press,
  whenIdle,
  statusOf,
  submit,
  writesIn,
  type CredentialOptions,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('removing a username', () => {
  async function openQuestion(options: CredentialOptions = {}) {
    const page = await openTag('logto-username', options);
    press(page.tag, 'Remove Username');
    await waitUntil(() => parts(page.tag, 'cancel').length === 1);
    await page.tag.updateComplete;
    return page;
  }

  it('asks for confirmation, with the focus on Cancel, which changes nothing', async () => {
    const { tag, sent } = await openQuestion();
    expect(textOf(part(tag, 'form'))).to.equal(
      'Remove ada? You will no longer be able to sign in with it. Remove Keep',
    );
    expect(tag.shadowRoot!.activeElement).to.equal(button(tag, 'Keep'));
    await expect(tag).to.be.accessible();
    press(tag, 'Keep');
    await tag.updateComplete;
    expect(tag.shadowRoot!.activeElement).to.equal(part(tag, 'remove'));
    expect(textOf(part(tag, 'value'))).to.equal('ada');
    expect(sent).to.deep.equal([]);
  });

  it('removes the username once after confirmation', async () => {
    const { tag, sent, user } = await openQuestion();
    const heard = eventsOf(document, 'logto-username-updated');
    const remove = button(tag, 'Remove');
    remove.click();
    remove.click();
    await whenIdle(tag);
    expect(writesIn(sent).map(({ body }) => body)).to.deep.equal([{ username: null }]);
    expect(user.username).to.equal(null);
    expect([textOf(part(tag, 'value')), statusOf(tag)]).to.deep.equal(['Not set', 'Username removed.']);
    expect(heard.map(({ action, item }) => [action, item])).to.deep.equal([['removed', 'username']]);
    expect(tag.shadowRoot!.activeElement).to.equal(part(tag, 'edit'));
    await expect(tag).to.be.accessible();
  });

  it('shows why removal failed, and can be retried', async () => {
    const { tag, logto, user } = await openQuestion();
    const recover = answerWith(logto, /^PATCH/, () => Response.error());
    await submit(tag, 'Remove');
    expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
    await expect(tag).to.be.accessible();
    recover();
    await submit(tag, 'Remove');
    expect(user.username).to.equal(null);
  });

  it('is not offered for the only way to sign in, and says why', async () => {
    const { tag } = await openTag('logto-username', { user: { primaryEmail: null, primaryPhone: null } });
    const remove = button(tag, 'Remove Username');
    expect(remove.getAttribute('aria-disabled')).to.equal('true');
    const words = 'This is your only way to sign in, so it cannot be removed. Add another one first.';
    expect(tag.shadowRoot!.getElementById(remove.getAttribute('aria-describedby')!)!.textContent).to.equal(words);
    expect(textOf(tag)).to.contain(words);
    remove.click();
    await tag.updateComplete;
    expect(parts(tag, 'confirm')).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('shows Logto’s refusal if the other ways to sign in are hidden', async () => {
    const { tag } = await openQuestion({
      user: { primaryEmail: null, primaryPhone: null },
      fields: { email: 'Off', phone: 'Off' },
    });
    await submit(tag, 'Remove');
    expect(alertsIn(tag)).to.deep.equal(['This is your only way to sign in. Add another one first.']);
    await expect(tag).to.be.accessible();
  });
});
