import { expect } from '@open-wc/testing';

import { elementLoaders, type ElementName } from '../../components/element-loaders.js';
import { eventsOf } from '../helpers/next-event.js';
import { pause, waitUntil } from '../helpers/wait-until.js';
import { namesOf, parts, textOf } from '../helpers/read.js';
import {
  currentOf,
  follow,
  linksOf,
  only,
  openAccount,
  whenAccountIdle,
  tagsOf,
  visibleTagsOf,
} from './account-page.js';
import { deferred } from '../helpers/deferred.js';
import { press } from './credential-page.js';

const loaders: Record<ElementName, () => Promise<unknown>> = elementLoaders;
const original = { ...elementLoaders };

afterEach(() => void Object.assign(loaders, original));

const failing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
const ways = ['username', 'email', 'phone', 'password'];
const words = 'We could not reach the server. Check your connection and try again.';

/** The errors of sections that failed to load. */
const errorsIn = (tag: Element) => parts(tag, 'error').map(textOf);

describe('a section of <logto-account> that cannot be loaded', () => {
  it('shows an error, and appears after another try', async () => {
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
    await whenAccountIdle(tag);
    expect(errorsIn(tag)).to.deep.equal([]);
    expect(visibleTagsOf(tag)).to.deep.equal([...ways, 'mfa', 'passkeys', 'social-links', 'delete-account']);
  });

  it('is requested only once when its section is visited again', async () => {
    const { tag } = await openAccount();
    let asked = 0;
    loaders['logto-mfa'] = () => ((asked += 1), failing());
    await follow(tag, 'Security');
    await follow(tag, 'Security');
    expect(asked).to.equal(1);
  });

  it('does not affect the elements of other sections', async () => {
    const { tag } = await openAccount();
    loaders['logto-mfa'] = failing;
    await follow(tag, 'Security');
    await follow(tag, 'Profile');
    expect([visibleTagsOf(tag), errorsIn(tag)]).to.deep.equal([['profile'], []]);
  });

  it('does not keep another section from loading', async () => {
    const { tag } = await openAccount();
    loaders['logto-mfa'] = failing;
    await follow(tag, 'Security');
    await follow(tag, 'Devices and apps');
    expect(visibleTagsOf(tag)).to.deep.equal(['sessions', 'connected-apps']);
  });

  it('does not hold up another section while it is still loading', async () => {
    const gate = deferred<void>();
    const { tag } = await openAccount();
    loaders['logto-mfa'] = () => gate.promise.then(original['logto-mfa']);
    const link = parts(tag, 'link').find((each) => textOf(each) === 'Security')!;
    link.click();
    await tag.updateComplete;
    parts(tag, 'link')
      .find((each) => textOf(each) === 'Devices and apps')!
      .click();
    gate.resolve();
    await whenAccountIdle(tag);
    expect([currentOf(tag), visibleTagsOf(tag)]).to.deep.equal(['Devices and apps', ['sessions', 'connected-apps']]);
  });

  it('shows an error to signed-out users if it is the sign-in button', async () => {
    loaders['logto-sign-in'] = failing;
    const { tag } = await openAccount({ signedOut: true });
    expect(textOf(tag)).to.equal(`${words} Try again`);
    Object.assign(loaders, original);
    press(tag, 'Try again');
    await whenAccountIdle(tag);
    expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
  });
});

describe('module loading in <logto-account>', () => {
  it('loads likely elements first, then those of the visited section, and also those that the page has slotted in', async () => {
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

  it('loads a module once, even beside a slotted element that is not defined yet', async () => {
    let asked = 0;
    loaders['logto-mfa'] = () => ((asked += 1), original['logto-mfa']());
    const { tag } = await openAccount({
      fields: only({ password: 'Edit', mfa: 'Edit' }),
      deleteAccountUrl: null,
      inside: '<my-help slot="logto-mfa">Ask the help desk.</my-help>',
      stillLoading: true,
    });
    await waitUntil(() => textOf(tag).includes('Ask the help desk.'));
    await pause(100); // for another request, if there is one
    expect(asked).to.be.at.most(1);
  });
});
