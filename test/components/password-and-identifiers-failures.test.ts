import { expect } from '@open-wc/testing';

import { listenToConsole } from '../helpers/console.js';
import { deferred } from '../helpers/deferred.js';
import { snapshotOf } from '../helpers/mount.js';
import { nextEvent } from '../helpers/next-event.js';
import { button, part, parts, textOf } from '../helpers/read.js';
import {
  aTenant,
  alertsIn,
  answerWith,
  whenDialogClosed,
  enter,
  errorsHeard,
  labelled,
  openForm,
  openTag,
  press,
  refusal,
  whenIdle,
  statusOf,
  submit,
  theDialog,
  writesIn,
  type CredentialOptions,
} from './credential-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

/** The first thing that each tag asks Logto for, after the user has proved who they are. */
const tags = [
  { name: 'logto-username', label: 'Username', typed: 'countess', send: 'Save', asks: /^PATCH .*my-account$/ },
  {
    name: 'logto-email',
    label: 'New email address',
    typed: 'ada@new.example',
    send: 'Continue',
    asks: /verification-code$/,
  },
  {
    name: 'logto-phone',
    label: 'New phone number',
    typed: '+44 20 7946 0958',
    send: 'Continue',
    asks: /verification-code$/,
  },
  {
    name: 'logto-password',
    label: 'New password',
    typed: 'Teal-Kettle!48',
    send: 'Save',
    asks: /my-account\/password$/,
  },
] as const;

const toggles = {
  'logto-username': 'username',
  'logto-email': 'email',
  'logto-phone': 'phone',
  'logto-password': 'password',
} as const;

for (const { name, label, typed, send, asks } of tags) {
  const filled = async (options: CredentialOptions = {}) => {
    const page = await openTag(name, options);
    await openForm(page.tag);
    enter(page.tag, label, typed);
    return page;
  };

  describe(`<${name}> when something fails`, () => {
    it('shows a network error, fires an event, keeps the input, and succeeds on the second try', async () => {
      const { tag, logto } = await filled();
      const errors = errorsHeard();
      const recover = answerWith(logto, asks, () => Response.error());
      await submit(tag, send);
      expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
      expect(errors.kinds()).to.deep.equal(['network']);
      expect(labelled(tag, label).value).to.equal(typed);
      await expect(tag).to.be.accessible();
      recover();
      await submit(tag, send);
      expect(alertsIn(tag)).to.deep.equal([]);
      expect(tag.querySelector(`input[name="${labelNames[name]}"]`)).to.equal(null);
    });

    it('removes the error when the user types again', async () => {
      const { tag, logto } = await filled();
      answerWith(logto, asks, () => refusal(500, 'x'));
      await submit(tag, send);
      expect(alertsIn(tag)).to.have.lengthOf(1);
      enter(tag, label, `${typed}a`);
      await tag.updateComplete;
      expect(alertsIn(tag)).to.deep.equal([]);
    });

    it('never shows the server’s own error message', async () => {
      const { tag, logto } = await filled();
      answerWith(logto, asks, () => refusal(400, 'some.later.code'));
      await submit(tag, send);
      expect(alertsIn(tag)).to.deep.equal(['That was not accepted. Check what you entered and try again.']);
      expect(tag.textContent).not.to.contain('Server words');
    });

    it('keeps the form if the user cancels step-up verification', async () => {
      const { tag, sent } = await filled({ withDialog: true });
      press(tag, send);
      press(await theDialog(), 'Cancel');
      await whenDialogClosed();
      await whenIdle(tag);
      expect(labelled(tag, label).value).to.equal(typed);
      expect(button(tag, send).getAttribute('aria-disabled')).to.equal('false');
      expect(alertsIn(tag)).to.deep.equal([]);
      expect(sent).to.deep.equal([]);
    });

    it('says that the session has ended, and keeps the input', async () => {
      const { tag, logto } = await filled();
      for (const where of [asks, /^GET/]) answerWith(logto, where, () => refusal(401, 'auth.unauthorized'));
      await submit(tag, send);
      expect(alertsIn(tag)).to.deep.equal(['You have been signed out. Sign in again to continue.']);
      expect(labelled(tag, label).value).to.equal(typed);
    });

    it('leaves no form behind when the page removes the element', async () => {
      const { tag } = await filled();
      tag.remove();
      await pause();
      expect(document.querySelector('.logto-form')).to.equal(null);
    });

    it('causes no unhandled rejection when the page removes it with an open form', async () => {
      const { tag } = await filled();
      const failed: unknown[] = [];
      const listen = (event: PromiseRejectionEvent) => {
        event.preventDefault();
        failed.push(event.reason);
      };
      addEventListener('unhandledrejection', listen);
      tag.remove();
      tag.requestUpdate();
      await pause(100);
      removeEventListener('unhandledrejection', listen);
      expect(failed).to.deep.equal([]);
    });

    it('moves the focus to the list if the field became read-only and the form is canceled', async () => {
      const { tag, provider, logto } = await filled();
      logto.tenant.accountCenter.fields[toggles[name]] = 'ReadOnly';
      provider.settings = snapshotOf(logto);
      await waitUntil(() => tag.matches(':state(read-only)'));
      press(tag, 'Cancel');
      await whenIdle(tag);
      expect(tag.querySelector('form')).to.equal(null);
      expect(tag.shadowRoot!.activeElement?.getAttribute('part')).to.equal('list');
    });

    it('does not show one user’s input to the next user', async () => {
      const session = { userId: 'ada1815love1' };
      const logto = aTenant();
      const getAccessToken = () => logto.issueToken(session.userId);
      const { tag, provider } = await filled({ logto, properties: { getAccessToken } });
      session.userId = 'char1791babb';
      await provider.refresh();
      await whenIdle(tag);
      const held = [...tag.querySelectorAll('input')].map(({ value }) => value);
      expect(held.filter((value) => value === typed)).to.deep.equal([]);
    });

    it('leaves no form and no input in the page after sign-out', async () => {
      const { tag, provider } = await filled();
      provider.getAccessToken = () => '';
      await provider.refresh();
      await whenIdle(tag);
      expect(provider.status).to.equal('signed-out');
      expect(tag.querySelectorAll('input')).to.have.lengthOf(0);
    });
  });
}

const labelNames = {
  'logto-username': 'username',
  'logto-email': 'email',
  'logto-phone': 'phone',
  'logto-password': 'new-password',
} as const;

describe('a request that was canceled while it was sent', () => {
  async function cancelled(answer: (request: Request) => Response | undefined) {
    const page = await openTag('logto-username');
    await openForm(page.tag);
    enter(page.tag, 'Username', 'countess');
    const gate = deferred<void>();
    answerWith(page.logto, /^PATCH/, async (request) => {
      await gate.promise;
      return answer(request);
    });
    press(page.tag, 'Save');
    await pause();
    press(page.tag, 'Cancel');
    await page.tag.updateComplete;
    gate.resolve();
    await waitUntil(() => !textOf(page.tag).includes('Saving…'), 'It is still saving.');
    return page;
  }

  it('still updates and announces the value if it succeeded', async () => {
    const { tag, user } = await cancelled(() => undefined);
    expect(user.username).to.equal('countess');
    expect([textOf(part(tag, 'value')), statusOf(tag)]).to.deep.equal(['countess', 'Username saved.']);
  });

  it('still shows an error if it failed', async () => {
    const { tag } = await cancelled(() => Response.error());
    expect(textOf(tag)).to.contain('We could not reach the server.');
  });
});

describe('a field that turns out to be read-only', () => {
  for (const { name, label, typed, toggle } of [
    { name: 'logto-username', label: 'Username', typed: 'countess', toggle: 'username' },
    { name: 'logto-password', label: 'New password', typed: 'Teal-Kettle!48', toggle: 'password' },
  ] as const)
    it(`is read-only after the user cancels the form: <${name}>`, async () => {
      listenToConsole();
      const { tag, logto, sent } = await openTag(name, { settings: 'none' });
      logto.tenant.accountCenter.fields[toggle] = 'ReadOnly';
      await openForm(tag);
      enter(tag, label, typed);
      const changed = nextEvent(tag, 'logto-access-changed');
      await submit(tag);
      expect((await changed).access).to.equal('read-only');
      expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
      expect(labelled(tag, label).value).to.equal(typed);
      await expect(tag).to.be.accessible();
      press(tag, 'Cancel');
      await tag.updateComplete;
      expect(parts(tag, 'edit')).to.deep.equal([]);
      expect(tag.matches(':state(read-only)')).to.equal(true);
      expect(writesIn(sent)).to.have.lengthOf(1);
      await expect(tag).to.be.accessible();
    });
});
