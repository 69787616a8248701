import { expect, html } from '@open-wc/testing';

import '../../components/sign-in/logto-sign-in.js';
import { addMessages, languages, type Translation } from '../../src/localize/languages.js';
import { mount } from '../helpers/mount.js';
import { namesOf, part, textOf } from '../helpers/read.js';
import {
  alertsIn,
  answerWith,
  aTenant,
  enter,
  openForm,
  openPage,
  openTag,
  refusal,
  submit,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

/*
 * Words of the page's own stay until the page is gone: no two tests give words for the same key and language.
 */

/** What `<logto-sign-in>` says to Ada in a page of this language. */
async function signedInAs(lang: string) {
  const { provider } = await mount(html`<logto-sign-in lang=${lang}></logto-sign-in>`);
  const tag = provider.querySelector('logto-sign-in')!;
  return { tag, says: (words: string) => says(tag, words) };
}

const says = (tag: Element, words: string) => waitUntil(() => textOf(tag) === words, `It says: ${textOf(tag)}`);

describe('the language of a page', () => {
  for (const [lang, words] of [
    ['de', 'Angemeldet als Ada Lovelace'],
    ['de-AT', 'Angemeldet als Ada Lovelace'],
    ['de-Latn-CH-1996', 'Angemeldet als Ada Lovelace'],
    ['zh', '当前登录账号：Ada Lovelace'],
    ['zh-SG', '当前登录账号：Ada Lovelace'],
    ['zh-Hans-HK', '当前登录账号：Ada Lovelace'],
    ['zh-Hant-HK', '目前登入的帳號：Ada Lovelace'],
    ['zh-MO', '目前登入的帳號：Ada Lovelace'],
    ['zh-TW', '目前登入的帳號：Ada Lovelace'],
    ['pt', 'Você entrou como Ada Lovelace'],
    ['pt-BR', 'Você entrou como Ada Lovelace'],
    ['pt-PT', 'Sessão iniciada como Ada Lovelace'],
    ['pt-AO', 'Sessão iniciada como Ada Lovelace'],
    ['en-GB', 'Signed in as Ada Lovelace'],
    ['is', 'Signed in as Ada Lovelace'],
  ] as const)
    it(`is answered in the one that its readers understand best: ${lang}`, async () => {
      const { says } = await signedInAs(lang);
      await says(words);
    });

  it('is one of twenty', () => {
    expect(languages).to.have.lengthOf(20);
    expect(languages).to.include.members(['en', 'de', 'pt-BR', 'pt-PT', 'zh-CN', 'zh-TW', 'ar', 'fa']);
  });

  for (const lang of languages.filter((each) => each !== 'en'))
    it(`is known to the tags: ${lang}`, async () => {
      const { tag } = await signedInAs(lang);
      await waitUntil(() => textOf(tag).includes('Ada Lovelace'), `Nothing in ${lang}`);
      expect(textOf(tag)).not.to.equal('Signed in as Ada Lovelace');
    });

  for (const lang of ['ar', 'fa'])
    it(`keeps a name in one piece where people read from the right: ${lang}`, async () => {
      const { tag } = await signedInAs(lang);
      await waitUntil(() => textOf(tag).includes('\u2068Ada Lovelace\u2069'), textOf(tag));
    });

  it('adds nothing to a name elsewhere', async () => {
    const { tag, says } = await signedInAs('fr');
    await waitUntil(() => textOf(tag) !== 'Signed in as Ada Lovelace');
    expect(textOf(tag)).not.to.match(/[\u2066-\u2069]/);
    await says(textOf(tag));
  });

  it('goes to Logto with every request', async () => {
    const logto = aTenant();
    const sent: (string | null)[] = [];
    logto.intercept((request) => void sent.push(request.headers.get('accept-language')));
    const { provider } = await openPage('', { logto, attributes: { lang: 'de-AT' } });
    expect(sent).to.deep.equal(['de-AT']);
    provider.lang = 'pt';
    await provider.updateComplete;
    await provider.refresh();
    expect(sent).to.deep.equal(['de-AT', 'pt']);
  });
});

describe('the words of a page’s own', () => {
  it('replace those of the library one by one, and at once', async () => {
    const { tag, says } = await signedInAs('nl');
    await waitUntil(() => textOf(tag) !== 'Signed in as Ada Lovelace');
    addMessages('nl', { 'signIn.signedInAs': 'Dag {name}' });
    await says('Dag Ada Lovelace');
    addMessages('nl', { 'signIn.signOut': 'Weg' });
    await says('Dag Ada Lovelace');
  });

  it('hold for tags that come later, and for the regions of their language', async () => {
    addMessages('it', { 'signIn.signedInAs': 'Ciao {name}' });
    await (await signedInAs('it')).says('Ciao Ada Lovelace');
    await (await signedInAs('it-CH')).says('Ciao Ada Lovelace');
  });

  it('give way to those for the region', async () => {
    addMessages('es', { 'signIn.signedInAs': 'Hola {name}' });
    addMessages('es-MX', { 'signIn.signedInAs': 'Qué onda {name}' });
    await (await signedInAs('es-MX')).says('Qué onda Ada Lovelace');
    await (await signedInAs('es-AR')).says('Hola Ada Lovelace');
  });

  it('are read whatever the case of the language', async () => {
    addMessages('FR-ca', { 'signIn.signedInAs': 'Allo {name}' });
    await (await signedInAs('fr-CA')).says('Allo Ada Lovelace');
  });

  it('hold wherever the library’s own for that language do', async () => {
    addMessages('pt-BR', { 'signIn.signedIn': 'Bora' });
    const { provider } = await mount(html`<logto-sign-in lang="pt"></logto-sign-in>`, { scopes: ['openid'] });
    await says(provider.querySelector('logto-sign-in')!, 'Bora');
  });

  it('may be a language that the library does not speak, in one call', async () => {
    const swedish: Translation = {
      'username.label': 'Användarnamn',
      'common.notSet': 'Saknas',
      'common.edit': 'Ändra',
      'common.editField': 'Ändra {field}',
      'common.save': 'Spara',
      'common.cancel': 'Avbryt',
    };
    addMessages('sv', swedish);
    const { tag } = await openTag('logto-username', { attributes: { lang: 'sv-FI' } });
    expect(textOf(part(tag, 'label'))).to.equal('Användarnamn');
    expect(namesOf(tag, 'button')).to.include('Ändra Användarnamn');
    await openForm(tag);
    expect(namesOf(tag, 'button')).to.include.members(['Spara', 'Avbryt']);
    expect(textOf(tag)).to.contain('Användarnamn');
  });

  it('leave English where they have no word', async () => {
    addMessages('fi', { 'signIn.signOut': 'Ulos' });
    await (await signedInAs('fi')).says('Signed in as Ada Lovelace');
  });

  it('are shown as text, placeholders that there are not included', async () => {
    addMessages('nb', { 'signIn.signedInAs': '<b>{name}</b> {other}' });
    await (await signedInAs('nb')).says('<b>Ada Lovelace</b> {other}');
  });

  it('are there for an error code of Logto’s that the library does not know', async () => {
    const logto = aTenant();
    answerWith(logto, /^PATCH/, () => refusal(422, 'code.from_the_future'));
    const { tag } = await openTag('logto-username', { logto });
    await openForm(tag);
    enter(tag, 'Username', 'countess');
    await submit(tag);
    expect(alertsIn(tag)).to.deep.equal(['That was not accepted. Check what you entered and try again.']);
    addMessages('en', { 'code.code.from_the_future': 'Come back in a year.' });
    await tag.updateComplete;
    expect(alertsIn(tag)).to.deep.equal(['Come back in a year.']);
  });

  it('replace those that the library has for an error code', async () => {
    const logto = aTenant();
    answerWith(logto, /^PATCH/, () => refusal(422, 'user.username_already_in_use'));
    addMessages('en', { 'code.user.username_already_in_use': 'Somebody was faster.' });
    const { tag } = await openTag('logto-username', { logto });
    await openForm(tag);
    enter(tag, 'Username', 'countess');
    await submit(tag);
    expect(alertsIn(tag)).to.deep.equal(['Somebody was faster.']);
  });

  it('for something that is no language are refused', () => {
    expect(() => addMessages('no language', {})).to.throw(RangeError);
  });

  it('are English also in pages of a language that nobody has words for, and not in others', async () => {
    addMessages('en', { 'username.label': 'Handle' });
    const labelIn = async (lang: string) => {
      const { tag } = await openTag('logto-username', { attributes: { lang } });
      return () => textOf(part(tag, 'label'));
    };
    expect((await labelIn('en'))()).to.equal('Handle');
    expect((await labelIn('en-IN'))()).to.equal('Handle');
    expect((await labelIn('is'))()).to.equal('Handle');
    const german = await labelIn('de');
    await waitUntil(() => german() === 'Benutzername');
  });
});
