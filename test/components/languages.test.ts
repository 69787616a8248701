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
    it(`falls back to the language that its readers understand best: ${lang}`, async () => {
      const { says } = await signedInAs(lang);
      await says(words);
    });

  it('a page’s language is one of twenty supported languages', () => {
    expect(languages).to.have.lengthOf(20);
    expect(languages).to.include.members(['en', 'de', 'pt-BR', 'pt-PT', 'zh-CN', 'zh-TW', 'ar', 'fa']);
  });

  for (const lang of languages.filter((each) => each !== 'en'))
    it(`the elements use the page’s language: ${lang}`, async () => {
      const { tag } = await signedInAs(lang);
      await waitUntil(() => textOf(tag).includes('Ada Lovelace'), `Nothing in ${lang}`);
      expect(textOf(tag)).not.to.equal('Signed in as Ada Lovelace');
    });

  for (const lang of ['ar', 'fa'])
    it(`isolates a name in right-to-left text: ${lang}`, async () => {
      const { tag } = await signedInAs(lang);
      await waitUntil(() => textOf(tag).includes('\u2068Ada Lovelace\u2069'), textOf(tag));
    });

  it('adds no isolation marks to a name in left-to-right text', async () => {
    const { tag, says } = await signedInAs('fr');
    await waitUntil(() => textOf(tag) !== 'Signed in as Ada Lovelace');
    expect(textOf(tag)).not.to.match(/[\u2066-\u2069]/);
    await says(textOf(tag));
  });

  it('the page’s language is sent to Logto with every request', async () => {
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

describe('messages added by the page', () => {
  it('replace the library’s messages one by one, and immediately', async () => {
    const { tag, says } = await signedInAs('nl');
    await waitUntil(() => textOf(tag) !== 'Signed in as Ada Lovelace');
    addMessages('nl', { 'signIn.signedInAs': 'Dag {name}' });
    await says('Dag Ada Lovelace');
    addMessages('nl', { 'signIn.signOut': 'Weg' });
    await says('Dag Ada Lovelace');
  });

  it('apply to elements added later, and to regional variants', async () => {
    addMessages('it', { 'signIn.signedInAs': 'Ciao {name}' });
    await (await signedInAs('it')).says('Ciao Ada Lovelace');
    await (await signedInAs('it-CH')).says('Ciao Ada Lovelace');
  });

  it('are overridden by messages for the region', async () => {
    addMessages('es', { 'signIn.signedInAs': 'Hola {name}' });
    addMessages('es-MX', { 'signIn.signedInAs': 'Qué onda {name}' });
    await (await signedInAs('es-MX')).says('Qué onda Ada Lovelace');
    await (await signedInAs('es-AR')).says('Hola Ada Lovelace');
  });

  it('ignore the case of the language tag', async () => {
    addMessages('FR-ca', { 'signIn.signedInAs': 'Allo {name}' });
    await (await signedInAs('fr-CA')).says('Allo Ada Lovelace');
  });

  it('apply wherever the library’s translation for that language is used', async () => {
    addMessages('pt-BR', { 'signIn.signedIn': 'Bora' });
    const { provider } = await mount(html`<logto-sign-in lang="pt"></logto-sign-in>`, { scopes: ['openid'] });
    await says(provider.querySelector('logto-sign-in')!, 'Bora');
  });

  it('can add a language that the library does not have, in one call', async () => {
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

  it('fall back to English where the page has no message', async () => {
    addMessages('fi', { 'signIn.signOut': 'Ulos' });
    await (await signedInAs('fi')).says('Signed in as Ada Lovelace');
  });

  it('render as text, including unknown placeholders', async () => {
    addMessages('nb', { 'signIn.signedInAs': '<b>{name}</b> {other}' });
    await (await signedInAs('nb')).says('<b>Ada Lovelace</b> {other}');
  });

  it('can cover a Logto error code that the library does not know', async () => {
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

  it('replace the library’s message for an error code', async () => {
    const logto = aTenant();
    answerWith(logto, /^PATCH/, () => refusal(422, 'user.username_already_in_use'));
    addMessages('en', { 'code.user.username_already_in_use': 'Somebody was faster.' });
    const { tag } = await openTag('logto-username', { logto });
    await openForm(tag);
    enter(tag, 'Username', 'countess');
    await submit(tag);
    expect(alertsIn(tag)).to.deep.equal(['Somebody was faster.']);
  });

  it('are rejected for an invalid language tag', () => {
    expect(() => addMessages('no language', {})).to.throw(RangeError);
  });

  it('in English also apply to pages in an unknown language, but not to translated ones', async () => {
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
