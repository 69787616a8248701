import type { MessageValues } from './format-message.js';
import type { commonMessages } from './messages/en/common.js';
import type { MessageKey } from './messages/messages.js';

export type CommonMessageKey = keyof typeof commonMessages;

/** Words in the language of one element's place in the page: those of every tag, and those of one. */
export interface Localizer<Key extends MessageKey> {
  /** BCP 47 tag, also for `Intl`. */
  readonly lang: string;
  /** Looks up at render time, never earlier, so that a sentence follows the language. */
  text(key: Key | CommonMessageKey, values?: MessageValues): string;
}

/** All that a template needs which every tag can use. */
export interface CommonLocalizer {
  text(key: CommonMessageKey, values?: MessageValues): string;
}
