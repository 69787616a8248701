import type { ReactiveController, ReactiveElement } from 'lit';

import { closestLang, observeLang } from '../localize/closest-lang.js';
import { errorCodeKey } from '../localize/error-code-key.js';
import { englishErrorText, loadErrorTexts } from '../localize/error-texts.js';
import { formatMessage, type MessageValues } from '../localize/format-message.js';
import { loadTranslation, observeMessages, translated, pageMessage } from '../localize/languages.js';
import { commonMessages } from '../localize/messages/en/common.js';
import type { CommonMessageKey, Localizer, PageLocalizer } from '../localize/localizer.js';
import type { Message, MessageKey } from '../localize/messages/messages.js';

/** How long a language that is on its way is waited for, in milliseconds. Then there is English until it comes. */
const patience = 3000;

/** Gives an element its words in the language of its place in the page, and renders it again when that changes. */
export class LocalizeController<Key extends MessageKey = CommonMessageKey>
  implements ReactiveController, Localizer<Key>, PageLocalizer
{
  lang = 'en';
  isReady = false;
  /** The language of the element's place; `lang` follows when its words are there. */
  #wanted: string | undefined;
  /** Whether the words for errors have come, or could not be had. */
  #hasAskedForErrors = false;
  /** The element's own. Not merged with the common ones: each of many elements would hold a copy of those. */
  #english: Partial<Record<MessageKey, Message>>;
  #stopObserving: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveElement,
    english: Partial<Record<Key, Message>> = {},
  ) {
    this.#english = english;
    host.addController(this);
  }

  /** The English of what is loaded later. */
  add(english: Partial<Record<Key | CommonMessageKey, Message>>) {
    this.#english = { ...this.#english, ...english };
  }

  text(key: Key | CommonMessageKey, values?: MessageValues): string {
    if (!this.isReady) return '';
    const message = translated(this.lang, key);
    if (message !== undefined) return formatMessage(message, this.lang, values);
    return formatMessage(
      translated('en', key) ?? this.#inEnglish(key) ?? englishErrorText(key) ?? key,
      this.#englishLang,
      values,
    );
  }

  pageText(key: string): string | undefined {
    const message = pageMessage(this.lang, key);
    return message === undefined ? undefined : formatMessage(message, this.lang);
  }

  codeText(code: string): string | undefined {
    const key = errorCodeKey(code);
    if (translated(this.lang, key) !== undefined || englishErrorText(key)) return this.text(key as Key);
    const loading = this.#hasAskedForErrors ? undefined : loadErrorTexts();
    if (!loading) return undefined;
    void loading.then(() => {
      this.#hasAskedForErrors = true;
      this.host.requestUpdate();
    });
    return ''; // it is on its way, and other words would be replaced at once
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
    if (lang === this.#wanted) return;
    this.#wanted = lang;
    const loading = loadTranslation(lang);
    if (!loading) return this.#speak(lang);
    if (!this.isReady) this.lang = lang; // nothing has been said yet in another one
    const giveUp = setTimeout(() => this.#speak(lang), patience);
    void loading.then(() => {
      clearTimeout(giveUp);
      this.#speak(lang);
    });
  };

  #speak(lang: string) {
    if (lang !== this.#wanted) return; // it has changed again meanwhile
    this.lang = lang;
    this.isReady = true;
    this.host.requestUpdate();
  }

  #inEnglish(key: MessageKey): Message | undefined {
    return this.#english[key] ?? (commonMessages as Partial<Record<MessageKey, Message>>)[key];
  }

  /** Plurals of an English sentence follow English, also in a page of a language we do not speak. */
  get #englishLang() {
    return this.lang.startsWith('en') ? this.lang : 'en';
  }
}
