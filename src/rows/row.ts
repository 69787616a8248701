import type { AccountError } from '../api/account-error.js';
import type { FormElement } from '../controllers/lead-to-form.js';
import type { MessageKey } from '../localize/messages/messages.js';
import type { Badge } from '../look/badge.js';
import type { Panel } from './panel.js';

/** What came of a button that had nothing to ask: all is done. */
export interface Outcome {
  /** Said to the user. A function, so that it follows the language of the page. */
  said: () => string;
  event?: Event;
  /** Takes over what was read or changed, for the user who asked for it. */
  apply?: () => void;
}

/** `undefined` when all is done, and nothing is to be said about it. */
export type Opened = Panel<MessageKey> | Outcome | undefined;

interface RowButton {
  /** Its part: `edit`, `remove`, … */
  part: string;
  text: string;
  /** The text with what it is about, for those who hear it alone. */
  label: string;
  /** Whether it cannot be done; the hint of the row says why. */
  isDisabled?: boolean;
}

/** A button of a row that gives what stands in the row then. */
export interface OpeningAction extends RowButton {
  open: () => Opened | Promise<Opened>;
  /** What `open()` of the element calls it, `''` where there is nothing to choose. Absent where it has none. */
  task?: string;
  /** Whether only a press is to do it, as it changes something at once or leads away. `open()` puts the focus on it. */
  needsPress?: boolean;
  leadsTo?: undefined;
}

/** A button of a row that leads to the element which has the form for it. */
interface LeadingAction extends RowButton {
  leadsTo: FormElement;
  open?: undefined;
  task?: undefined;
}

export type RowAction = OpeningAction | LeadingAction;

/** Where a button is: the row, and its part in it. */
export interface Place {
  key: string;
  part: string;
}

/** A name and its value, and what can be done about it. */
export interface Row {
  /** Unique in the list. It stays in this tab, so it may be an id of Logto's. */
  key: string;
  /** Absent where the button says it all. */
  label?: unknown;
  /** What it is about, at a glance: one of `icons.ts`. */
  icon?: string;
  /** Its state in a word, before the value. */
  badge?: Badge | undefined;
  value: unknown;
  /** Whether there is nothing to show yet. */
  isUnset?: boolean;
  hint?: string | undefined;
  warning?: string | undefined;
  actions: readonly RowAction[];
  /** Why something could not be done with it, besides opening it. */
  error?: AccountError | undefined;
}

/** Stands in a list that has nothing to show, and says so beside the icon of what would be there. */
export const emptyRow = (icon: string, sentence: string): Row => ({
  key: 'none',
  label: sentence,
  icon,
  value: '',
  actions: [],
});
