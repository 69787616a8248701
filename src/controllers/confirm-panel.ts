import type { ReactiveElement } from 'lit';

import type { AccountError } from '../api/account-error.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import { confirmation } from '../ui/confirmation.js';
import type { RowPanel } from '../ui/row-panel.js';
import { ActionController } from './action-controller.js';

export interface ConfirmPanelOptions {
  host: ReactiveElement;
  localize: CommonLocalizer;
  /** Words are functions: the panel stays through a change of language, and they may change after a failure. */
  question: () => string;
  /** What else to think about. */
  warnings?: () => readonly string[];
  confirmText: () => string;
  pendingText: () => string;
  cancelText: () => string;
  /** Whether it takes something away. */
  isDanger: () => boolean;
  /** Finer words for an error, where there are some. */
  errorWords?: (error: AccountError) => string | undefined;
  /** Does it, and gives the event that announces it. */
  run: () => Promise<Event>;
  done: () => unknown;
  cancel: () => void;
  isDirty?: () => boolean;
  /** Why it has failed before it was asked. */
  error?: AccountError | undefined;
  /** Called when it has failed; the panel stays otherwise. */
  failed?: (error: AccountError) => unknown;
}

/** An open row that asks before something is done, and does it. */
export function confirmPanel(options: ConfirmPanelOptions): RowPanel {
  const { host, localize, question, warnings, confirmText, pendingText, cancelText, errorWords } = options;
  const action = new ActionController(host, options.run);
  action.error = options.error;
  const confirm = async () => {
    if (await action.run()) return options.done();
    return action.error && options.failed?.(action.error);
  };
  return {
    get isBusy() {
      return action.pending;
    },
    get error() {
      return action.error;
    },
    get isDirty() {
      return action.pending || (options.isDirty?.() ?? false);
    },
    render: () =>
      confirmation({
        localize,
        question: question(),
        warnings: warnings?.() ?? [],
        action,
        errorWords: action.error && errorWords?.(action.error),
        confirm,
        confirmText: confirmText(),
        pendingText: pendingText(),
        isDanger: options.isDanger(),
        cancel: options.cancel,
        cancelText: cancelText(),
      }),
  };
}
