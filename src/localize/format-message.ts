import type { Message } from './messages/messages.js';

export type MessageValues = Record<string, string | number>;

/** Puts the values into the sentence, numbers as the language writes them; `count` chooses the plural form. */
export function formatMessage(message: Message, lang: string, values: MessageValues = {}): string {
  const sentence = typeof message === 'string' ? message : pluralForm(message, lang, Number(values['count']));
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? value.toLocaleString(lang) : (value ?? placeholder);
  });
}

function pluralForm(forms: Exclude<Message, string>, lang: string, count: number): string {
  return forms[new Intl.PluralRules(lang).select(count)] ?? forms.other;
}
