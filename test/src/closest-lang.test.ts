import { expect } from '@open-wc/testing';

import { closestLang, observeLang } from '../../src/localize/closest-lang.js';
import { put } from '../helpers/mount.js';

/** An element inside shadow roots, with the `lang`s from the outside to the inside. */
function nested(...langs: (string | undefined)[]) {
  const chain = langs.map((lang, depth) => {
    const element = document.createElement('div');
    if (lang !== undefined) element.lang = lang;
    if (depth < langs.length - 1) element.attachShadow({ mode: 'open' });
    return element;
  });
  chain.forEach((element, depth) => chain[depth - 1]?.shadowRoot?.append(element));
  put(chain[0]!);
  return chain;
}

const innermost = (chain: HTMLElement[]) => chain[chain.length - 1]!;

/** Mutations are reported in a microtask. */
const told = () => new Promise((resolve) => setTimeout(resolve));

describe('the language of an element', () => {
  const { lang } = document.documentElement;
  afterEach(() => {
    document.documentElement.lang = lang;
  });

  it('an element’s language is its own lang attribute', () => {
    expect(closestLang(innermost(nested('de')))).to.equal('de');
  });

  it('is inherited from the nearest ancestor, across shadow roots', () => {
    expect(closestLang(innermost(nested('de', undefined, undefined)))).to.equal('de');
    expect(closestLang(innermost(nested('de', 'fr', undefined)))).to.equal('fr');
  });

  it('falls back to the document’s', () => {
    document.documentElement.lang = 'pl';
    expect(closestLang(innermost(nested(undefined, undefined)))).to.equal('pl');
  });

  it('falls back to English', () => {
    document.documentElement.removeAttribute('lang');
    expect(closestLang(innermost(nested(undefined)))).to.equal('en');
    expect(closestLang(document.createElement('p'))).to.equal('en');
  });

  it('is inherited from the tree of a slotted element, not from the slot’s', () => {
    const [outer] = nested('de');
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).innerHTML = '<section lang="fr"><slot></slot></section>';
    const child = document.createElement('p');
    host.append(child);
    outer!.append(host);
    expect(closestLang(child)).to.equal('de');
  });

  it('is a canonical BCP 47 tag, and English if the tag is invalid', () => {
    expect(closestLang(innermost(nested('DE-at')))).to.equal('de-AT');
    expect(closestLang(innermost(nested('de_AT')))).to.equal('de-AT');
    expect(closestLang(innermost(nested('<script>')))).to.equal('en');
    expect(closestLang(innermost(nested('de', '')))).to.equal('de');
  });
});

describe('a change of an element’s language', () => {
  const { lang } = document.documentElement;
  afterEach(() => {
    document.documentElement.lang = lang;
  });

  async function calls(chain: HTMLElement[], change: () => void) {
    await told(); // what was changed to set up this test
    let count = 0;
    const stop = observeLang(innermost(chain), () => (count += 1));
    change();
    await told();
    stop();
    return count;
  }

  it('is observed at the element, at an ancestor across shadow roots, and at the document', async () => {
    const chain = nested(undefined, undefined, undefined);
    for (const element of [...chain, document.documentElement]) {
      expect(await calls(chain, () => element.setAttribute('lang', 'fr'))).to.equal(1);
    }
  });

  it('is observed when a lang attribute is removed', async () => {
    const chain = nested('de', 'fr');
    expect(await calls(chain, () => chain[1]!.removeAttribute('lang'))).to.equal(1);
  });

  it('is not reported for other attributes, or after the observer stopped', async () => {
    const chain = nested('de', undefined);
    expect(await calls(chain, () => chain[0]!.setAttribute('title', 'x'))).to.equal(0);
    let count = 0;
    observeLang(innermost(chain), () => (count += 1))();
    chain[0]!.lang = 'fr';
    await told();
    expect(count).to.equal(0);
  });
});
