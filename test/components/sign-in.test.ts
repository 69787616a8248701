import { expect, html } from '@open-wc/testing';
import '../../components/sign-in/logto-sign-in.js';
import { find, mount } from '../helpers/mount.js';
import { button, namesOf, part, textOf } from '../helpers/read.js';

describe('<logto-sign-in>', () => {
  it('says who is signed in', async () => {
    const page = await mount(html`<logto-sign-in></logto-sign-in>`);
    const tag = find(page, 'logto-sign-in');
    expect(textOf(tag)).to.equal('Signed in as Ada Lovelace');
    expect(textOf(part(tag, 'value'))).to.equal('Signed in as Ada Lovelace');
    await expect(tag).to.be.accessible();
  });
  it('buttons', async () => {
    const page = await mount(html`<logto-sign-in></logto-sign-in>`, {
      attributes: {},
      properties: { client: { getAccessToken: async () => '', signIn: async () => {} }, redirectUri: 'x:y' },
    });
    const tag = find(page, 'logto-sign-in');
    expect(namesOf(tag, 'button')).to.eql(['Sign in']);
    button(tag, 'Sign in').click();
  });
});
