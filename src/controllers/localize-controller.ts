import type { ReactiveController, ReactiveElement } from 'lit';

import { closestLang, observeLang } from '../localize/closest-lang.js';
import { errorCodeKey } from '../localize/error-code-key.js';
import { formatMessage, type MessageValues } from '../localize/format-message.js';
import { loadTranslation, observeMessages, translated } from '../localize/languages.js';
import { commonMessages } from '../localize/messages/en/common.js';
import type { CommonMessageKey, Localizer } from '../localize/localizer.js';
import type { Message, MessageKey } from '../localize/messages/messages.js';

/** Gives an element its words in the language of its place in the page, and renders it again when that changes. */
export class LocalizeController<Key extends MessageKey = CommonMessageKey>
  implements ReactiveController, Localizer<Key>
{
  lang = 'en';
  #english: Partial<Record<MessageKey, Message>>;
  #stopObserving: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveElement,
    english: Partial<Record<Key, Message>> = {},
  ) {
    this.#english = { ...commonMessages, ...english };
    host.addController(this);
  }

  /** The English of what is loaded later. */
  add(english: Partial<Record<Key, Message>>) {
    this.#english = { ...this.#english, ...english };
  }

  text(key: Key | CommonMessageKey, values?: MessageValues): string {
    const message = translated(this.lang, key);
    if (message !== undefined) return formatMessage(message, this.lang, values);
    return formatMessage(translated('en', key) ?? this.#english[key] ?? key, this.#englishLang, values);
  }

  codeText(code: string): string | undefined {
    const key = errorCodeKey(code);
    const isKnown = Object.hasOwn(this.#english, key) || translated(this.lang, key) !== undefined;
    return isKnown ? this.text(key as Key) : undefined;
  }

  hostConnected() {
    const stops = [observeLang(this.host, this.#follow), observeMessages(() => this.host.requestUpdate())];
    this.#stopObserving = () => stops.forEach((stop) => stop());
    this.#follow();
  }

  hostDisconnected() {
    this.#stopObserving?.();
  }

  readonly #follow = () => {
    const lang = closestLang(this.host);
    if (lang === this.lang) return;
    this.lang = lang;
    this.host.requestUpdate();
    void loadTranslation(lang).then(() => this.host.requestUpdate());
  };

  /** Plurals of an English sentence follow English, also in a page of a language we do not speak. */
  get #englishLang() {
    return this.lang.startsWith('en') ? this.lang : 'en';
  }
}
