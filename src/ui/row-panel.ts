import type { AccountError } from '../api/account-error.js';

/** What a row shows in place of its value while it is open. */
export interface RowPanel {
  /** In the tag's shadow DOM. */
  render(): unknown;
  /** A form that stands in the page itself; `render` places it with a slot named `form`. */
  renderForm?(): unknown;
  /** Whether leaving the page would lose something. */
  readonly isDirty?: boolean;
  /** Whether something is on its way, or must be finished first: the row stays open. */
  readonly isBusy?: boolean;
  /** Why its last action failed; told below the list when the failure takes the row away. */
  readonly error?: AccountError | undefined;
}

/** What came of a row that had nothing to ask: all is done. */
export interface RowOutcome {
  /** Said to the user. */
  done: string;
  event?: Event;
  /** Takes over what was read or changed, for the user who asked for it. */
  apply?: () => void;
}
