import { expect } from '@open-wc/testing';

import { aUser } from '../fake-logto/users.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, part, parts, textOf } from '../helpers/read.js';
import { linesOf, openTag, press, whenIdle, statusOf, writesIn, type CredentialOptions } from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('removing an email address', () => {
  async function openQuestion(options: CredentialOptions = {}) {
    const page = await openTag('logto-email', options);
    press(page.tag, 'Remove Email');
    await waitUntil(() => parts(page.tag, 'cancel').length === 1);
    return page;
  }

  it('asks for confirmation, removes the address once, and reads the account again', async () => {
    const { tag, sent, user, logto } = await openQuestion();
    const heard = eventsOf(document, 'logto-email-updated');
    expect(textOf(part(tag, 'form'))).to.contain(
      'Remove ada@example.com? You will no longer be able to sign in with it.',
    );
    await expect(tag).to.be.accessible();
    const remove = button(tag, 'Remove');
    remove.click();
    remove.click();
    await whenIdle(tag);
    expect(linesOf(writesIn(sent))).to.deep.equal(['DELETE /api/my-account/primary-email']);
    expect(user.primaryEmail).to.equal(null);
    expect([textOf(part(tag, 'value')), statusOf(tag)]).to.deep.equal(['Not set', 'Email removed.']);
    expect(heard.map(({ action, item }) => [action, item])).to.deep.equal([['removed', 'email']]);
    expect(linesOf(logto.requests).at(-1)).to.equal('GET /api/my-account');
    await expect(tag).to.be.accessible();
  });

  it('can be canceled without removing the address', async () => {
    const { tag, sent } = await openQuestion();
    press(tag, 'Keep');
    await tag.updateComplete;
    expect(textOf(part(tag, 'value'))).to.equal('ada@example.com');
    expect(sent).to.deep.equal([]);
  });

  it('is not offered for the only way to sign in, and says why', async () => {
    const users = [aUser({ id: 'u', username: null, primaryEmail: 'u@example.com', password: 'Walnut-Lamp!73' })];
    const { tag } = await openTag('logto-email', { logto: new FakeLogto({ users }), userId: 'u' });
    expect(button(tag, 'Remove Email').getAttribute('aria-disabled')).to.equal('true');
    button(tag, 'Remove Email').click();
    await tag.updateComplete;
    expect(parts(tag, 'confirm')).to.deep.equal([]);
    expect(textOf(tag)).to.contain('This is your only way to sign in, so it cannot be removed.');
    await expect(tag).to.be.accessible();
  });

  it('is offered to a user who also has a social account', async () => {
    const identities = { google: { userId: 'g' } };
    const { tag } = await openTag('logto-email', { user: { username: null, primaryPhone: null, identities } });
    expect(button(tag, 'Remove Email').getAttribute('aria-disabled')).to.equal('false');
  });
});
