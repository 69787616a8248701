import type { Message } from './messages/messages.js';

export type MessageValues = Record<string, string | number>;

/** Puts the values into the sentence, numbers as the language writes them; `count` chooses the plural form. */
export function formatMessage(message: Message, lang: string, values: MessageValues = {}): string {
  const sentence = typeof message === 'string' ? message : pluralForm(message, lang, Number(values['count']));
  const isolate = rightToLeft.test(sentence) ? isolated : String;
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return isolate(typeof value === 'number' ? value.toLocaleString(lang) : value);
  });
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Keeps an address or a name in one piece, and the sentence around it in order, whichever way the value is read. */
const isolated = (value: string) => `\u2068${value}\u2069`;

function pluralForm(forms: Exclude<Message, string>, lang: string, count: number): string {
  return forms[new Intl.PluralRules(lang).select(count)] ?? forms.other;
}
