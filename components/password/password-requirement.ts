/** What a tenant asks of a password, and what Logto refuses one for. The UI has the words. */
export type PasswordCode =
  | 'tooShort'
  | 'tooLong'
  | 'characterTypes'
  | 'unsupportedCharacters'
  | 'repetition'
  | 'sequence'
  | 'words'
  | 'userInfo'
  | 'pwned'
  | 'other';

export interface PasswordRejection {
  code: PasswordCode;
  /** `min` or `max`, where the code has a limit. Never anything of the password itself: it may be on the screen. */
  values?: Record<string, number>;
}

export interface PasswordRequirement extends PasswordRejection {
  /** `undefined` while that is not known: only Logto knows, or nothing was typed yet. */
  isMet: boolean | undefined;
}
