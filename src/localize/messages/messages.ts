import type { commonMessages } from './en/common.js';
import type { profileMessages } from './en/profile.js';
import type { signInMessages } from './en/sign-in.js';

/** A sentence with `{placeholders}`, or one per plural form of `{count}`. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });

type English = typeof commonMessages & typeof profileMessages & typeof signInMessages;

export type MessageKey = keyof English;

/** English is the source: its keys are the only ones there are. */
export type Messages = Record<MessageKey, Message>;
