import type { MessageValues } from './format-message.js';
import type { commonMessages } from './messages/en/common.js';
import type { credentialFormMessages } from './messages/en/credential-forms.js';
import type { credentialMessages } from './messages/en/credentials.js';
import type { deviceMessages } from './messages/en/device.js';
import type { secondStepMessages } from './messages/en/second-step.js';
import type { MessageKey } from './messages/messages.js';

export type CommonMessageKey = keyof typeof commonMessages;
export type CredentialMessageKey = keyof typeof credentialMessages | keyof typeof credentialFormMessages;
export type DeviceMessageKey = keyof typeof deviceMessages;
export type SecondStepMessageKey = CredentialMessageKey | keyof typeof secondStepMessages;

/** Words in the language of one element's place in the page: those of every element, and those of one. */
export interface Localizer<Key extends MessageKey> {
  /** BCP 47 tag, also for `Intl`. */
  readonly lang: string;
  /** Whether the words are there. Until then an element shows that it is loading: English would be replaced at once. */
  readonly isReady: boolean;
  /** Looks up at render time, never earlier, so that a sentence follows the language. */
  text(key: Key | CommonMessageKey, values?: MessageValues): string;
  /** The words for one of Logto's error codes; `undefined` where the kind of the error has to do. */
  codeText(code: string): string | undefined;
}

/** Words that the page itself has for what the library does not know. */
export interface PageLocalizer {
  pageText(key: string): string | undefined;
}

/** All that a template needs which every element can use. */
export interface CommonLocalizer {
  /** Whether the words are there. Until then an element shows that it is loading: English would be replaced at once. */
  readonly isReady: boolean;
  text(key: CommonMessageKey, values?: MessageValues): string;
  codeText(code: string): string | undefined;
}

/** Words of the elements for sign-in methods. */
export interface CredentialLocalizer extends CommonLocalizer {
  readonly lang: string;
  text(key: CredentialMessageKey | CommonMessageKey, values?: MessageValues): string;
}

/** Words of the elements for second steps and passkeys. */
export interface SecondStepLocalizer extends CredentialLocalizer {
  text(key: SecondStepMessageKey | CommonMessageKey, values?: MessageValues): string;
}

/** Words of the elements that name browsers and devices. */
export interface DeviceLocalizer {
  readonly lang: string;
  text(key: DeviceMessageKey, values?: MessageValues): string;
}
