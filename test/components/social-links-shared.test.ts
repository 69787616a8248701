import { expect } from '@open-wc/testing';

import { ada } from '../fake-logto/fake-logto.js';
import { whenIdle, statusOf, anEndpoint, errorsHeard } from './credential-page.js';
import { comeBack, identitiesOf, leave, linesSent, openSocial, remembered } from './social-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('invalid social link data of the same user in the tab', () => {
  for (const data of [null, 7, 'text', [], {}, { kind: 'embedded' }, { kind: 'embedded', redirectUri: 'x', page: 'y' }])
    it(`causes no error, and is removed: ${JSON.stringify(data)}`, async () => {
      const thrown: string[] = [];
      const note = (event: ErrorEvent | PromiseRejectionEvent) => {
        event.preventDefault();
        thrown.push(event.type);
      };
      const { onerror } = window;
      window.onerror = (text) => Boolean(thrown.push(typeof text === 'string' ? text : text.type));
      addEventListener('unhandledrejection', note);
      const errors = errorsHeard();
      const at = anEndpoint();
      leave(
        JSON.stringify({ owner: { task: 'social', endpoint: at, userId: ada }, expiresAt: Date.now() + 1e6, data }),
      );
      const { tag, sent } = await openSocial({ at });
      window.onerror = onerror;
      removeEventListener('unhandledrejection', note);
      expect([thrown, errors.kinds(), linesSent(sent), statusOf(tag)]).to.deep.equal([[], [], [], '']);
      expect(remembered()).to.equal(null);
    });
});

describe('returning from a provider on a page with two tenants', () => {
  it('links the account at the tenant where the user started', async () => {
    const first = await openSocial();
    const before = identitiesOf(first.user);
    const { tag, user } = await comeBack();
    await whenIdle(first.tag);
    expect([statusOf(tag), identitiesOf(user)]).to.deep.equal(['GitHub is linked.', ['github grace']]);
    expect([statusOf(first.tag), identitiesOf(first.user)]).to.deep.equal(['', before]);
  });

  it('links the account at the right tenant if another element is on the page first', async () => {
    const other = document.createElement('logto-social-links');
    const elsewhere = await openSocial({ stillLoading: true });
    elsewhere.provider.append(other);
    const { tag, user } = await comeBack({ stillLoading: true });
    await waitUntil(() => tag.shadowRoot!.textContent?.includes('GitHub'), 'Nothing is there.');
    await whenIdle(tag);
    await whenIdle(other);
    expect([statusOf(tag), identitiesOf(user)]).to.deep.equal(['GitHub is linked.', ['github grace']]);
  });
});
