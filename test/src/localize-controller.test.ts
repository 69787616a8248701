import { expect, html } from '@open-wc/testing';
import { LitElement } from 'lit';

import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { put } from '../helpers/mount.js';
import { textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';

const english = {
  'profile.problem.tooShort': { one: 'Use at least {count} character.', other: 'Use at least {count} characters.' },
  'profile.problem.tooLarge': 'Enter {limit} or less.',
} as const;

class Sample extends LitElement {
  readonly localize = new LocalizeController(this, english);
  renders = 0;

  protected override render() {
    this.renders += 1;
    const { localize } = this;
    const short = (count: number) => localize.text('profile.problem.tooShort', { count });
    return html`${localize.text('common.save')} ${short(1)} ${short(2)}
    ${localize.text('profile.problem.tooLarge', { limit: 1234.5 })}`;
  }
}
customElements.define('localize-sample', Sample);

const inEnglish = 'Save Use at least 1 character. Use at least 2 characters. Enter 1,234.5 or less.';
const inGerman =
  'Speichern Verwenden Sie mindestens 1 Zeichen. Verwenden Sie mindestens 2 Zeichen. Geben Sie 1.234,5 oder weniger ein.';

describe('the messages of an element', () => {
  const { lang } = document.documentElement;
  afterEach(() => {
    document.documentElement.lang = lang;
  });

  async function aSample(setUp: (sample: Sample) => HTMLElement = (sample) => sample) {
    const sample = new Sample();
    put(setUp(sample));
    await sample.updateComplete;
    return sample;
  }

  const inside = (sample: Sample, lang: string) => {
    const section = document.createElement('section');
    section.lang = lang;
    section.append(sample);
    return section;
  };

  const says = (sample: Sample, words: string) =>
    waitUntil(() => textOf(sample) === words, `It says: ${textOf(sample)}`);

  it('the messages are in English by default', async () => {
    expect(textOf(await aSample())).to.equal(inEnglish);
  });

  it('are in German in a German part of the page, also for Austria', async () => {
    await says(await aSample((sample) => inside(sample, 'de')), inGerman);
    const austrian = await aSample((sample) => inside(sample, 'de-AT'));
    await says(austrian, inGerman.replace('1.234,5', (1234.5).toLocaleString('de-AT').replace(/\s/g, ' ')));
  });

  it('are in English for an unsupported language, with English plurals and numbers', async () => {
    expect(textOf(await aSample((sample) => inside(sample, 'tlh')))).to.equal(inEnglish);
  });

  it('are in British English in a British page', async () => {
    const sample = await aSample((of) => inside(of, 'en-IN'));
    expect(sample.localize.lang).to.equal('en-IN');
    expect(sample.localize.text('profile.problem.tooLarge', { limit: 1234567 })).to.contain('12,34,567');
  });

  it('are in English for an invalid language tag', async () => {
    expect(textOf(await aSample((sample) => inside(sample, '!')))).to.equal(inEnglish);
  });

  it('follow the lang attribute of the element, an ancestor and the document', async () => {
    const sample = await aSample((of) => inside(of, 'en'));
    sample.lang = 'de';
    await says(sample, inGerman);
    sample.removeAttribute('lang');
    await says(sample, inEnglish);
    sample.parentElement!.lang = 'de';
    await says(sample, inGerman);
    sample.parentElement!.removeAttribute('lang');
    document.documentElement.lang = 'de';
    await says(sample, inGerman);
  });

  it('follow the element to another place in the page', async () => {
    const sample = await aSample();
    put(inside(sample, 'de'));
    await says(sample, inGerman);
  });

  it('follow a change outside the element’s shadow root', async () => {
    const host = document.createElement('div');
    const sample = await aSample((of) => {
      host.attachShadow({ mode: 'open' }).append(of);
      return host;
    });
    host.lang = 'de';
    await says(sample, inGerman);
  });

  it('are not rendered again for an unrelated lang change', async () => {
    const sample = await aSample((of) => inside(of, 'en'));
    const { renders } = sample;
    document.documentElement.lang = 'de';
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sample.renders).to.equal(renders);
  });
});
