import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

import { languages } from '../../src/localize/languages.js';
import type { Message } from '../../src/localize/messages/messages.js';
import { english } from '../helpers/english.js';

const folder = new URL('../../src/localize/messages/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'messages.ts');

const sentencesOf = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));
const placeholdersOf = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort().join(' ');

/** `one` and `two` may say the number in words. */
const withoutCount = (placeholders: string) => placeholders.replace(/\{count\} ?/, '').trim();

it('every language has a message file, and the other way round', () => {
  const spoken = languages.filter((lang) => lang !== 'en').map((lang) => `${lang}.ts`);
  assert.deepEqual(files.sort(), spoken.sort());
});

it('message keys are in camelCase, except codes and values spelled as in their API', () => {
  const spelled = Object.keys(english).filter((key) => !/^(code|error|profile\.option)\./.test(key));
  assert.deepEqual(
    spelled.filter((key) => !/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)+$/.test(key)),
    [],
  );
});

for (const file of files) {
  const lang = file.replace('.ts', '');
  const { messages } = (await import(new URL(file, folder).href)) as { messages: Record<string, Message> };

  describe(`the messages in ${lang}`, () => {
    it('a language has every key, and no others', () => {
      assert.deepEqual(Object.keys(messages).sort(), Object.keys(english).sort());
    });

    it('a language has its plural forms', () => {
      const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.sort();
      for (const [key, message] of Object.entries(messages)) {
        assert.equal(typeof message, typeof english[key], key);
        if (typeof message !== 'string') assert.deepEqual(Object.keys(message).sort(), forms, key);
      }
    });

    it('the messages have the same placeholders as in English', () => {
      for (const [key, message] of Object.entries(messages)) {
        const expected = placeholdersOf(sentencesOf(english[key]!).join(' '));
        if (typeof message === 'string') assert.equal(placeholdersOf(message), expected, key);
        else
          for (const [form, sentence] of Object.entries(message)) {
            const isNumberInWords = ['zero', 'one', 'two'].includes(form);
            const same = isNumberInWords ? withoutCount : String;
            assert.equal(same(placeholdersOf(sentence)), same(expected), `${key} ${form}`);
          }
      }
    });

    it('no message is empty or surrounded by spaces', () => {
      for (const [key, message] of Object.entries(messages))
        for (const sentence of sentencesOf(message)) assert.ok(sentence && sentence.trim() === sentence, key);
    });

    it('no message is left in English', () => {
      const same = Object.entries(messages).filter(
        ([key, message]) =>
          /[a-z]{3,} [a-z]{3,} [a-z]{3,}/i.test(sentencesOf(message).join('')) &&
          JSON.stringify(message) === JSON.stringify(english[key]),
      );
      assert.deepEqual(same, []);
    });
  });
}
