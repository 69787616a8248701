import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';

import { serveAlso } from '../helpers/stand-in.js';
import {
  alertsIn,
  dialogs,
  enter,
  giveThePassword,
  isOpen,
  labelled,
  openForm,
  openTag,
  press,
  whenIdle,
  submit,
} from './credential-page.js';

// In a separate file, since a page loads the dialog once.
describe('the step-up dialog, when it fails to load', () => {
  it('keeps the form and shows a network error, until it can be loaded', async () => {
    serveAlso(http.get('*/chunks/verification-dialog.js', () => HttpResponse.error(), { once: true }));
    const { tag, sent, user } = await openTag('logto-username', { withDialog: true });
    await openForm(tag);
    enter(tag, 'Username', 'countess');
    await submit(tag);
    expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
    expect([isOpen(tag), labelled(tag, 'Username').value]).to.deep.equal([true, 'countess']);
    expect(dialogs()).to.deep.equal([]);
    expect(sent).to.deep.equal([]);
    press(tag, 'Save');
    await giveThePassword();
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
  });
});
