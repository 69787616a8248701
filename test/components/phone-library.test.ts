import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';

import { textOf } from '../helpers/read.js';
import { pause } from '../helpers/wait-until.js';
import { serveAlso } from '../helpers/stand-in.js';
import { enter, labelled, lastCode, openForm, openTag, submit } from './credential-page.js';

// In a separate file, since a page loads the phone number library once.
describe('<logto-phone> when the phone number library fails to load', () => {
  it('accepts an international number, and shows it as digits', async () => {
    serveAlso(http.get('*/chunks/phone-number.js', () => HttpResponse.error()));
    const { tag, logto, user } = await openTag('logto-phone');
    await openForm(tag);
    await pause(200);
    expect(tag.querySelector('select')).to.equal(null);
    await expect(tag).to.be.accessible();
    enter(tag, 'New phone number', 'none');
    await submit(tag, 'Continue');
    expect(labelled(tag, 'New phone number').getAttribute('aria-invalid')).to.equal('true');
    enter(tag, 'New phone number', '4915112345678');
    await submit(tag, 'Continue');
    expect(textOf(tag)).to.contain('Start with + and the country code');
    expect(logto.outbox).to.have.lengthOf(0);
    enter(tag, 'New phone number', '+1 202 555 0101 ext. 5');
    await submit(tag, 'Continue');
    expect(textOf(tag)).to.contain('Codes cannot be sent to an extension.');
    expect(logto.outbox, 'not to +1 202 555 01015').to.have.lengthOf(0);
    enter(tag, 'New phone number', '+44 (0)20 7946 0958');
    await submit(tag, 'Continue');
    enter(tag, 'Code', lastCode(logto));
    await submit(tag);
    expect(user.primaryPhone).to.equal('442079460958');
    expect(textOf(tag)).to.contain('+44 207 946 0958');
  });
});
