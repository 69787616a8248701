import type { ReactiveElement } from 'lit';

import type { MfaVerification } from '../api/mfa.js';
import type { AccountConnection } from '../context/account-connection.js';
import type { SecondStepLocalizer } from '../localize/localizer.js';
import { backupCodesLeft } from '../mfa/factors.js';
import { removalWarnings } from '../mfa/removal-warnings.js';
import { removeFactor } from '../mfa/remove-factor.js';
import { mfaVerifications } from '../state/second-factors.js';
import type { RowPanel } from '../ui/row-panel.js';
import { confirmPanel } from './confirm-panel.js';
import type { OpenRowController } from './open-row-controller.js';

export interface RemoveFactorOptions {
  host: ReactiveElement;
  localize: SecondStepLocalizer;
  connection: AccountConnection;
  rows: OpenRowController;
  factor: MfaVerification;
  question: () => string;
  /** What it is called when it is gone. */
  field: () => string;
  event: () => Event;
}

/** Asks before a second factor or passkey is removed, with a warning when it is the last one. */
export function removeFactorPanel(options: RemoveFactorOptions): RowPanel {
  const { host, localize, connection, rows, factor, question, field, event } = options;
  const { store } = connection;
  const warnings = removalWarnings(store, factor); // as it was when it was asked
  const hasCodes = () => backupCodesLeft(store.resources.get(mfaVerifications).value ?? []) !== undefined;
  const hadCodes = hasCodes();
  const areCodesGone = () => hadCodes && !hasCodes();
  return confirmPanel({
    host,
    localize,
    question,
    warnings: () => (areCodesGone() ? [] : warnings.map((key) => localize.text(key))),
    errorWords: () => (areCodesGone() ? localize.text('secondStep.codesRemoved') : undefined),
    confirmText: () => localize.text('credential.remove'),
    pendingText: () => localize.text('credential.removing'),
    cancelText: () => localize.text('common.keep'),
    isDanger: () => true,
    run: async () => {
      await removeFactor(connection, factor);
      return event();
    },
    done: () => rows.close(localize.text('credential.removed', { field: field() })),
    cancel: () => rows.cancel(),
  });
}
