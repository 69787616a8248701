import { expect } from '@open-wc/testing';

import { elementLoaders, type ElementName } from '../../components/element-loaders.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, parts, textOf } from '../helpers/read.js';
import { currentOf, follow, linksOf, only, openAccount, quiet, tagsOf, visibleTagsOf } from './account-page.js';
import { later } from '../helpers/later.js';
import { pause, press } from './credential-page.js';

const loaders: Record<ElementName, () => Promise<unknown>> = elementLoaders;
const original = { ...elementLoaders };

afterEach(() => void Object.assign(loaders, original));

const failing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
const ways = ['username', 'email', 'phone', 'password'];
const words = 'We could not reach the server. Check your connection and try again.';

/** What is said about a section that could not be loaded. */
const errorsIn = (tag: Element) => parts(tag, 'error').map(textOf);

describe('a section of <logto-account> that cannot be loaded', () => {
  it('is said, and is there after another try', async () => {
    const heard = eventsOf(document, 'logto-error');
    const { tag } = await openAccount();
    loaders['logto-mfa'] = failing;
    await follow(tag, 'Security');
    expect(errorsIn(tag)).to.deep.equal([words]);
    expect(namesOf(tag, 'button')).to.include('Try again');
    expect(textOf(tag)).not.to.contain('Loading…');
    expect(visibleTagsOf(tag)).to.deep.equal([...ways, 'passkeys', 'social-links', 'delete-account']);
    expect(heard.map(({ error }) => error.code)).to.deep.equal(['module_not_loaded']);
    await expect(tag).to.be.accessible();
    Object.assign(loaders, original);
    press(tag, 'Try again');
    await quiet(tag);
    expect(errorsIn(tag)).to.deep.equal([]);
    expect(visibleTagsOf(tag)).to.deep.equal([...ways, 'mfa', 'passkeys', 'social-links', 'delete-account']);
  });

  it('is not asked for again and again', async () => {
    const { tag } = await openAccount();
    let asked = 0;
    loaders['logto-mfa'] = () => ((asked += 1), failing());
    await follow(tag, 'Security');
    await follow(tag, 'Security');
    expect(asked).to.equal(1);
  });

  it('takes nothing away from the others', async () => {
    const { tag } = await openAccount();
    loaders['logto-mfa'] = failing;
    await follow(tag, 'Security');
    await follow(tag, 'Profile');
    expect([visibleTagsOf(tag), errorsIn(tag)]).to.deep.equal([['profile'], []]);
  });

  it('keeps no other from being loaded', async () => {
    const { tag } = await openAccount();
    loaders['logto-mfa'] = failing;
    await follow(tag, 'Security');
    await follow(tag, 'Devices and apps');
    expect(visibleTagsOf(tag)).to.deep.equal(['sessions', 'connected-apps']);
  });

  it('is loaded while another one is still on its way', async () => {
    const gate = later<void>();
    const { tag } = await openAccount();
    loaders['logto-mfa'] = () => gate.promise.then(original['logto-mfa']);
    const link = parts(tag, 'link').find((each) => textOf(each) === 'Security')!;
    link.click();
    await tag.updateComplete;
    parts(tag, 'link')
      .find((each) => textOf(each) === 'Devices and apps')!
      .click();
    gate.keep();
    await quiet(tag);
    expect([currentOf(tag), visibleTagsOf(tag)]).to.deep.equal(['Devices and apps', ['sessions', 'connected-apps']]);
  });

  it('is said to who is not signed in when it is the button to do so', async () => {
    loaders['logto-sign-in'] = failing;
    const { tag } = await openAccount({ signedOut: true });
    expect(textOf(tag)).to.equal(`${words} Try again`);
    Object.assign(loaders, original);
    press(tag, 'Try again');
    await quiet(tag);
    expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
  });
});

describe('the modules of <logto-account>', () => {
  it('are loaded for what is likely to be shown, then for what is, also for a tag that the page has put there', async () => {
    const asked: string[] = [];
    for (const name of Object.keys(original) as ElementName[])
      loaders[name] = () => (asked.push(name.replace('logto-', '')), original[name]());
    const { tag } = await openAccount({
      fields: only({ name: 'Edit', mfa: 'Edit', social: 'Edit' }),
      inside: '<logto-social-links slot="logto-social-links"></logto-social-links>',
    });
    expect([...new Set(asked)]).to.have.members(['sign-in', 'profile']);
    expect(tagsOf(tag)).to.have.members(['social-links', 'profile']);
    asked.length = 0;
    await follow(tag, 'Security');
    expect(asked).to.include.members(['mfa', 'social-links']).and.not.to.include('sessions');
    expect([linksOf(tag), tagsOf(tag)]).to.deep.equal([
      ['Profile', 'Security'],
      ['social-links', 'profile', 'mfa', 'delete-account'],
    ]);
  });

  it('are loaded once, also with an element of the page that is not defined yet', async () => {
    let asked = 0;
    loaders['logto-mfa'] = () => ((asked += 1), original['logto-mfa']());
    const { tag } = await openAccount({
      fields: only({ password: 'Edit', mfa: 'Edit' }),
      deleteAccountUrl: null,
      inside: '<my-help slot="logto-mfa">Ask the help desk.</my-help>',
      stillLoading: true,
    });
    await pause(500);
    expect(textOf(tag)).to.contain('Ask the help desk.');
    expect(asked).to.be.at.most(1);
  });
});
