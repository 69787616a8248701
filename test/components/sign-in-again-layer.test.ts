import { expect, html } from '@open-wc/testing';

import '../../components/access-tokens/logto-access-tokens.js';
import '../../components/data-export/logto-data-export.js';
import '../../components/organizations/logto-organizations.js';
import '../../components/sign-in-history/logto-sign-in-history.js';
import { ada } from '../fake-logto/fake-logto.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { namesOf, part, textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';
import { alertsIn, enter, openPage, press, pressAndWait, whenIdle } from './credential-page.js';
import './delete-account-page.js';
import { aWorld, canSignInAgain, firstSignIn, leaves, secondsAgo, type World } from './sign-in-again-page.js';

describe('a user who can only verify by signing in again, with an Account API layer', () => {
  type Name = 'logto-access-tokens' | 'logto-data-export' | 'logto-organizations' | 'logto-sign-in-history';

  async function opens(name: Name, options: ReturnType<World['visit']>) {
    const tag = document.createElement(name);
    const page = await openPage(html`${tag}`, options);
    await whenIdle(tag);
    return { ...page, tag, client: options.client };
  }

  it('sees the sign-in history right after signing in', async () => {
    const world = aWorld();
    const { tag, client, ...page } = await opens('logto-sign-in-history', world.visit());
    await pressAndWait(tag, 'Show your sign-in history');
    expect(alertsIn(tag)).to.deep.equal([firstSignIn]);
    await canSignInAgain(tag);
    await pressAndWait(tag, 'Sign in again');
    await waitUntil(() => client.calls.length > 0);
    leaves(page);
    const { tag: back } = await opens('logto-sign-in-history', world.visit(ada, secondsAgo(5)));
    await waitUntil(() => !namesOf(back, 'button').includes('Show your sign-in history'), 'It is not shown.');
    expect(alertsIn(back)).to.deep.equal([]);
  });

  it('returns to the form for a new token, without being asked whether to leave', async () => {
    const world = aWorld();
    const { tag, client, ...page } = await opens('logto-access-tokens', world.visit());
    await pressAndWait(tag, 'Create an access token');
    enter(tag, 'Name', 'Laptop');
    await pressAndWait(tag, 'Create');
    expect(alertsIn(tag)).to.deep.equal([firstSignIn]);
    expect(asksBeforeLeaving()).to.equal(true);
    await canSignInAgain(tag);
    press(tag, 'Sign in again');
    await waitUntil(() => client.calls.length > 0);
    expect(asksBeforeLeaving()).to.equal(false);
    leaves(page);
    const { tag: back, logto } = await opens('logto-access-tokens', world.visit(ada, secondsAgo(5)));
    await waitUntil(() => back.querySelector('input') !== null, 'The form is not open.');
    enter(back, 'Name', 'Laptop');
    await pressAndWait(back, 'Create');
    await waitUntil(() => logto.tenant.management.personalAccessTokens.length === 1);
    expect(textOf(part(back, 'token'))).to.contain('pat_');
  });

  it('leaves an organization after signing in again', async () => {
    const world = aWorld();
    const { tag, client, ...page } = await opens('logto-organizations', world.visit());
    await pressAndWait(tag, 'Leave Engine Works');
    await pressAndWait(tag, 'Leave');
    expect(alertsIn(tag)).to.deep.equal([firstSignIn]);
    await canSignInAgain(tag);
    await pressAndWait(tag, 'Sign in again');
    await waitUntil(() => client.calls.length > 0);
    leaves(page);
    const { tag: back } = await opens('logto-organizations', world.visit(ada, secondsAgo(5)));
    await waitUntil(() => namesOf(back, 'button').includes('Leave'), 'The question is not open.');
    await pressAndWait(back, 'Leave');
    await waitUntil(() => textOf(part(back, 'status')) === 'You left Engine Works.');
  });

  it('cannot export data without signing in again', async () => {
    const world = aWorld();
    const { tag } = await opens('logto-data-export', world.visit());
    await pressAndWait(tag, 'Download a copy of your data');
    await pressAndWait(tag, 'Download');
    expect(alertsIn(tag)).to.deep.equal([firstSignIn]);
    expect(world.asked).to.deep.equal(['GET /capabilities']);
  });
});
