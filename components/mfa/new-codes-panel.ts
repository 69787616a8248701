import { confirmPanel } from '../../src/controllers/confirm-panel.js';
import { NewBackupCodes } from '../../src/mfa/backup-codes.js';
import type { RowPanel } from '../../src/ui/row-panel.js';
import { backupCodesPanel, type BackupCodesPanelOptions } from './backup-codes-panel.js';
import { LogtoMfaUpdatedEvent } from './mfa-updated-event.js';

export interface NewCodesPanelOptions extends Omit<BackupCodesPanelOptions, 'codes' | 'areNew'> {
  /** How many unused codes stop working. */
  replaced: number;
}

/** Asks whether to create backup codes, creates them, and shows them until they are saved. */
export function newCodesPanel(options: NewCodesPanelOptions): RowPanel {
  const { host, localize, connection, rows, replaced } = options;
  const creation = new NewBackupCodes(connection, replaced > 0);
  let codes: string[] = [];

  return confirmPanel({
    host,
    localize,
    question: () => {
      if (creation.isHalfDone) return '';
      return replaced > 0
        ? localize.text('mfa.confirmRenewal', { count: replaced })
        : localize.text('mfa.confirmCreation');
    },
    errorWords: () => (creation.isHalfDone ? localize.text('mfa.halfDone') : undefined),
    confirmText: () =>
      localize.text(creation.isHalfDone ? 'common.retry' : replaced > 0 ? 'common.replace' : 'mfa.create'),
    pendingText: () => localize.text('mfa.creating'),
    isDanger: () => replaced > 0 && !creation.isHalfDone,
    cancelText: () => localize.text(replaced > 0 && !creation.isHalfDone ? 'mfa.keepCodes' : 'common.cancel'),
    run: async () => {
      codes = await creation.run();
      return new LogtoMfaUpdatedEvent('backup-codes');
    },
    done: () => rows.replace(backupCodesPanel({ ...options, codes: codes.map((code) => ({ code })), areNew: true })),
    cancel: () => rows.cancel(),
    isDirty: () => creation.isHalfDone,
  });
}
