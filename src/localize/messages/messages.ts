import type { commonMessages } from './en/common.js';
import type { credentialMessages } from './en/credentials.js';
import type { emailMessages } from './en/email.js';
import type { passwordMessages } from './en/password.js';
import type { phoneMessages } from './en/phone.js';
import type { profileMessages } from './en/profile.js';
import type { signInMessages } from './en/sign-in.js';
import type { usernameMessages } from './en/username.js';
import type { verificationMessages } from './en/verification.js';

/** A sentence with `{placeholders}`, or one per plural form of `{count}`. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });

type English = typeof commonMessages &
  typeof credentialMessages &
  typeof emailMessages &
  typeof passwordMessages &
  typeof phoneMessages &
  typeof profileMessages &
  typeof signInMessages &
  typeof usernameMessages &
  typeof verificationMessages;

export type MessageKey = keyof English;

/** English is the source: its keys are the only ones there are. */
export type Messages = Record<MessageKey, Message>;
