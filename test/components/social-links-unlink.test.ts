import { expect } from '@open-wc/testing';

import { deferred } from '../helpers/deferred.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, parts, textOf } from '../helpers/read.js';
import { buttonsIn, focused, isRowOpen, labelsOf, panelOf, valuesOf } from '../helpers/rows.js';
import {
  alertsIn,
  answerWith,
  dialogs,
  errorsHeard,
  giveThePassword,
  press,
  pressInDialog,
  pressAndWait,
  whenIdle,
  statusOf,
  theDialog,
  writesIn,
} from './credential-page.js';
import {
  github,
  identitiesOf,
  linesSent,
  openSocial,
  pressConfirm,
  withoutMethods,
  type SocialOptions,
} from './social-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const question = 'Unlink GitHub? You will no longer be able to sign in with it.';
const unlinkLine = 'DELETE my-account/identities/github';

/** The question is there. */
async function openQuestion(options: SocialOptions = {}) {
  const page = await openSocial({ linked: github, ...options });
  const updates = eventsOf(document, 'logto-social-links-updated');
  await pressAndWait(page.tag, 'Unlink GitHub');
  return { ...page, updates };
}

describe('unlinking a social account', () => {
  it('asks for confirmation before sending anything', async () => {
    const { tag, sent } = await openQuestion();
    expect(textOf(panelOf(tag))).to.contain(question);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Unlink', 'Keep']);
    expect(parts(tag, 'danger').map(textOf)).to.deep.equal(['Unlink']);
    expect(focused(tag)).to.equal(part(tag, 'cancel'));
    expect(sent).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('keeps the account if the user cancels', async () => {
    const { tag, sent, updates } = await openQuestion();
    await pressAndWait(tag, 'Keep');
    expect([isRowOpen(tag), sent.length, updates.length]).to.deep.equal([false, 0, 0]);
    expect(focused(tag)).to.equal(button(tag, 'Unlink GitHub'));
  });

  it('unlinks after step-up verification, announces it, fires an event, and offers to link again', async () => {
    const { tag, sent, user, updates } = await openQuestion({ withDialog: true });
    press(tag, 'Unlink');
    await giveThePassword();
    await whenIdle(tag);
    expect(linesSent(sent)).to.deep.equal([unlinkLine]);
    expect(writesIn(sent)[0]!.verification).to.be.a('string');
    expect([identitiesOf(user), statusOf(tag)]).to.deep.equal([[], 'GitHub is no longer linked.']);
    expect(valuesOf(tag)['GitHub']).to.equal('Not linked');
    expect(updates.map(({ action, item, target }) => [action, item, target])).to.deep.equal([
      ['removed', 'github', tag],
    ]);
    expect(focused(tag)).to.equal(button(tag, 'Link GitHub'));
    await expect(tag).to.be.accessible();
  });

  it('removes one account, and keeps the others', async () => {
    const { tag, user } = await openQuestion({ linked: { ...github, google: { userId: 'g' } } });
    await pressConfirm(tag);
    expect(identitiesOf(user)).to.deep.equal(['google g']);
    expect(labelsOf(tag)).to.deep.equal(['Google', 'Mock Social', 'GitHub']);
  });

  it('needs no verification if the user has no way to verify', async () => {
    const { tag, sent, user } = await openQuestion({ user: withoutMethods, withDialog: true });
    await pressConfirm(tag);
    expect(dialogs()).to.deep.equal([]);
    expect([linesSent(sent), sent[0]!.verification]).to.deep.equal([[unlinkLine], null]);
    expect([identitiesOf(user), statusOf(tag)]).to.deep.equal([[], 'GitHub is no longer linked.']);
  });

  it('needs verification if the user has set a password meanwhile', async () => {
    const { tag, user } = await openQuestion({ user: withoutMethods, withDialog: true });
    user.password = 'Walnut-Lamp!73';
    press(tag, 'Unlink');
    await giveThePassword();
    await whenIdle(tag);
    expect([identitiesOf(user), statusOf(tag)]).to.deep.equal([[], 'GitHub is no longer linked.']);
  });

  it('keeps the account if the user cancels verification, and can be retried', async () => {
    const errors = errorsHeard();
    const { tag, sent, user } = await openQuestion({ withDialog: true });
    press(tag, 'Unlink');
    await pressInDialog(await theDialog(), 'Cancel');
    await whenIdle(tag);
    expect([writesIn(sent), identitiesOf(user), alertsIn(tag), errors.kinds()]).to.deep.equal([
      [],
      ['github 42'],
      [],
      [],
    ]);
    expect(textOf(panelOf(tag))).to.contain(question);
    press(tag, 'Unlink');
    await giveThePassword();
    await whenIdle(tag);
    expect(identitiesOf(user)).to.deep.equal([]);
  });

  it('succeeds if the account was already unlinked elsewhere', async () => {
    const errors = errorsHeard();
    const { tag, user, updates } = await openQuestion();
    user.identities = {};
    await pressConfirm(tag);
    expect([statusOf(tag), errors.kinds(), updates.length]).to.deep.equal(['GitHub is no longer linked.', [], 1]);
    expect(buttonsIn(tag, 'GitHub')).to.deep.equal(['Link GitHub']);
  });

  it('sends one request after several clicks, while other rows wait', async () => {
    const { tag, logto, sent } = await openQuestion({ linked: { ...github, google: { userId: 'g' } } });
    const gate = deferred<undefined>();
    answerWith(logto, /^DELETE/, () => gate.promise);
    press(tag, 'Unlink');
    await waitUntil(() => namesOf(tag, 'button').includes('Unlinking…'), 'It does not say so.');
    part(tag, 'confirm').click();
    expect(part(tag, 'confirm').getAttribute('aria-disabled')).to.equal('true');
    button(tag, 'Unlink Google').click();
    await expect(tag).to.be.accessible();
    gate.resolve(undefined);
    await whenIdle(tag);
    expect([linesSent(sent), isRowOpen(tag)]).to.deep.equal([[unlinkLine], false]);
  });

  it('escapes Logto’s name of the provider in the request', async () => {
    const odd = 'a/b?c#d%2e..';
    const { tag, sent, user } = await openSocial({ linked: { [odd]: { userId: '1' } } });
    await pressAndWait(tag, 'Unlink A/b?c#d%2e..');
    await pressConfirm(tag);
    expect(linesSent(sent)).to.deep.equal([`DELETE my-account/identities/${encodeURIComponent(odd)}`]);
    expect(identitiesOf(user)).to.deep.equal([]);
    expect(statusOf(tag)).to.equal('A/b?c#d%2e.. is no longer linked.');
  });

  it('announces the result even if no row is left', async () => {
    const { tag } = await openSocial({ signInExperience: { socialConnectors: [] }, linked: github });
    await pressAndWait(tag, 'Unlink Github');
    await pressConfirm(tag);
    expect(textOf(tag)).to.contain('Github is no longer linked.');
  });
});

describe('unlinking a social account in another language', () => {
  it('asks for confirmation and announces the result in that language', async () => {
    const { tag } = await openQuestion();
    tag.lang = 'de';
    await waitUntil(() => textOf(tag).includes('Soziale Konten'), 'It is not in German.');
    expect(textOf(panelOf(tag))).to.contain('GitHub trennen? Sie können sich dann nicht mehr damit anmelden.');
    await pressConfirm(tag);
    expect(statusOf(tag)).to.equal('GitHub ist nicht mehr verknüpft.');
  });

  it('names the provider in that language, too', async () => {
    const providers = [{ id: 'x', target: 'github', name: { en: 'Town login', de: 'Stadtkonto' } }];
    const { tag } = await openSocial({ linked: github, providers });
    await pressAndWait(tag, 'Unlink Town login');
    tag.lang = 'de';
    await waitUntil(() => textOf(tag).includes('Soziale Konten'), 'It is not in German.');
    expect(textOf(panelOf(tag))).to.contain('Stadtkonto trennen?');
  });
});
