import { expect } from '@open-wc/testing';

import { later } from '../helpers/later.js';
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
  pressIn,
  settle,
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
  pressed,
  withoutMethods,
  type SocialOptions,
} from './social-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const question = 'Unlink GitHub? You will no longer be able to sign in with it.';
const unlinkLine = 'DELETE my-account/identities/github';

/** The question is there. */
async function asked(options: SocialOptions = {}) {
  const page = await openSocial({ linked: github, ...options });
  const updates = eventsOf(document, 'logto-social-links-updated');
  await pressed(page.tag, 'Unlink GitHub');
  return { ...page, updates };
}

describe('unlinking a social account', () => {
  it('is asked about first, and nothing is sent before', async () => {
    const { tag, sent } = await asked();
    expect(textOf(panelOf(tag))).to.contain(question);
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Unlink', 'Keep']);
    expect(parts(tag, 'danger').map(textOf)).to.deep.equal(['Unlink']);
    expect(focused(tag)).to.equal(part(tag, 'cancel'));
    expect(sent).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('is not done by who wants to keep it', async () => {
    const { tag, sent, updates } = await asked();
    await pressed(tag, 'Keep');
    expect([isRowOpen(tag), sent.length, updates.length]).to.deep.equal([false, 0, 0]);
    expect(focused(tag)).to.equal(button(tag, 'Unlink GitHub'));
  });

  it('is done after the user has proved who they are, said, announced, and leaves the row for another', async () => {
    const { tag, sent, user, updates } = await asked({ withDialog: true });
    press(tag, 'Unlink');
    await giveThePassword();
    await settle(tag);
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

  it('is of one account, and the others stay', async () => {
    const { tag, user } = await asked({ linked: { ...github, google: { userId: 'g' } } });
    await pressConfirm(tag);
    expect(identitiesOf(user)).to.deep.equal(['google g']);
    expect(labelsOf(tag)).to.deep.equal(['Google', 'Mock Social', 'GitHub']);
  });

  it('needs no proof of a user who has nothing to prove it with', async () => {
    const { tag, sent, user } = await asked({ user: withoutMethods, withDialog: true });
    await pressConfirm(tag);
    expect(dialogs()).to.deep.equal([]);
    expect([linesSent(sent), sent[0]!.verification]).to.deep.equal([[unlinkLine], null]);
    expect([identitiesOf(user), statusOf(tag)]).to.deep.equal([[], 'GitHub is no longer linked.']);
  });

  it('asks such a user after all who has got a password meanwhile', async () => {
    const { tag, user } = await asked({ user: withoutMethods, withDialog: true });
    user.password = 'Walnut-Lamp!73';
    press(tag, 'Unlink');
    await giveThePassword();
    await settle(tag);
    expect([identitiesOf(user), statusOf(tag)]).to.deep.equal([[], 'GitHub is no longer linked.']);
  });

  it('is not done by who declines to prove it, and can be tried again', async () => {
    const errors = errorsHeard();
    const { tag, sent, user } = await asked({ withDialog: true });
    press(tag, 'Unlink');
    await pressIn(await theDialog(), 'Cancel');
    await settle(tag);
    expect([writesIn(sent), identitiesOf(user), alertsIn(tag), errors.kinds()]).to.deep.equal([
      [],
      ['github 42'],
      [],
      [],
    ]);
    expect(textOf(panelOf(tag))).to.contain(question);
    press(tag, 'Unlink');
    await giveThePassword();
    await settle(tag);
    expect(identitiesOf(user)).to.deep.equal([]);
  });

  it('is done when it was done elsewhere meanwhile', async () => {
    const errors = errorsHeard();
    const { tag, user, updates } = await asked();
    user.identities = {};
    await pressConfirm(tag);
    expect([statusOf(tag), errors.kinds(), updates.length]).to.deep.equal(['GitHub is no longer linked.', [], 1]);
    expect(buttonsIn(tag, 'GitHub')).to.deep.equal(['Link GitHub']);
  });

  it('is sent once, however often the button is pressed, and other rows wait', async () => {
    const { tag, logto, sent } = await asked({ linked: { ...github, google: { userId: 'g' } } });
    const gate = later<undefined>();
    answerWith(logto, /^DELETE/, () => gate.promise);
    press(tag, 'Unlink');
    await waitUntil(() => namesOf(tag, 'button').includes('Unlinking…'), 'It does not say so.');
    part(tag, 'confirm').click();
    expect(part(tag, 'confirm').getAttribute('aria-disabled')).to.equal('true');
    button(tag, 'Unlink Google').click();
    await expect(tag).to.be.accessible();
    gate.keep(undefined);
    await settle(tag);
    expect([linesSent(sent), isRowOpen(tag)]).to.deep.equal([[unlinkLine], false]);
  });

  it('goes by the name that Logto has for the provider, whatever is in it', async () => {
    const odd = 'a/b?c#d%2e..';
    const { tag, sent, user } = await openSocial({ linked: { [odd]: { userId: '1' } } });
    await pressed(tag, 'Unlink A/b?c#d%2e..');
    await pressConfirm(tag);
    expect(linesSent(sent)).to.deep.equal([`DELETE my-account/identities/${encodeURIComponent(odd)}`]);
    expect(identitiesOf(user)).to.deep.equal([]);
    expect(statusOf(tag)).to.equal('A/b?c#d%2e.. is no longer linked.');
  });

  it('says that it is done also when nothing is left to show', async () => {
    const { tag } = await openSocial({ signInExperience: { socialConnectors: [] }, linked: github });
    await pressed(tag, 'Unlink Github');
    await pressConfirm(tag);
    expect(textOf(tag)).to.contain('Github is no longer linked.');
  });
});

describe('unlinking in another language', () => {
  it('is asked about in it, and said', async () => {
    const { tag } = await asked();
    tag.lang = 'de';
    await waitUntil(() => textOf(tag).includes('Soziale Konten'), 'It is not in German.');
    expect(textOf(panelOf(tag))).to.contain('GitHub trennen? Sie können sich dann nicht mehr damit anmelden.');
    await pressConfirm(tag);
    expect(statusOf(tag)).to.equal('GitHub ist nicht mehr verknüpft.');
  });

  it('names the provider in it, too', async () => {
    const providers = [{ id: 'x', target: 'github', name: { en: 'Town login', de: 'Stadtkonto' } }];
    const { tag } = await openSocial({ linked: github, providers });
    await pressed(tag, 'Unlink Town login');
    tag.lang = 'de';
    await waitUntil(() => textOf(tag).includes('Soziale Konten'), 'It is not in German.');
    expect(textOf(panelOf(tag))).to.contain('Stadtkonto trennen?');
  });
});
