/**
 * How much a finding matters: all is `fine`; worth a `note`; something is `broken` for the people who use the page; or it
 * is `unknown`, as it could not be looked at.
 */
export type FindingLevel = 'fine' | 'note' | 'broken' | 'unknown';

/** A finding in words. */
export interface Words {
  /** What is so. */
  what: string;
  /** What somebody sees who uses the page. */
  seen: string;
  /** What to do about it, or that there is nothing to do. */
  todo: string;
}

export interface Explained extends Words {
  level: FindingLevel;
}

/** What is the same for all findings of a code. */
export interface Kind<Details> {
  level: FindingLevel;
  explain: (details: Details) => Words;
}

const kindOf =
  (level: FindingLevel) =>
  <Details>(explain: Kind<Details>['explain']): Kind<Details> => ({ level, explain });

export const fine = kindOf('fine');
export const note = kindOf('note');
export const broken = kindOf('broken');
export const unknown = kindOf('unknown');

/** For what is as it should be. */
export const nothingToDo = 'Nothing to do.';

/** Where the account center is switched in Logto. */
export const inConsole = 'in Logto Console under "Sign-in & account > Account center"';
