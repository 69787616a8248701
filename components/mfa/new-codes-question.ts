import { NewBackupCodes } from './backup-codes.js';
import { Question } from '../../src/rows/question.js';
import { BackupCodesPanel, type CodesOwner } from './backup-codes-panel.js';
import type { MfaRowsController } from './mfa-rows-controller.js';
import { LogtoMfaUpdatedEvent } from './mfa-updated-event.js';

interface NewCodesOptions extends CodesOwner {
  /** How many unused codes stop working. */
  replaced: number;
}

/** Asks whether to create backup codes, creates them, and shows them until they are saved. */
export function newCodesQuestion(rows: MfaRowsController, { replaced, ...owner }: NewCodesOptions): Question {
  const { localize, account } = rows;
  const creation = new NewBackupCodes(account.person, replaced > 0);
  const replaces = () => replaced > 0 && !creation.isHalfDone;
  let codes: string[] = [];

  return new Question(rows, {
    text: () => ({
      question: creation.isHalfDone
        ? ''
        : localize.text(replaced > 0 ? 'mfa.confirmRenewal' : 'mfa.confirmCreation', { count: replaced }),
      confirm: localize.text(creation.isHalfDone ? 'common.retry' : replaced > 0 ? 'common.replace' : 'mfa.create'),
      pending: localize.text('mfa.creating'),
      cancel: localize.text(replaces() ? 'mfa.keepCodes' : 'common.cancel'),
      error: creation.isHalfDone ? localize.text('mfa.halfDone') : undefined,
    }),
    isDanger: replaces,
    isDirty: () => creation.isHalfDone,
    run: async () => {
      codes = await creation.run();
      return new LogtoMfaUpdatedEvent(replaced > 0 ? 'changed' : 'added', 'backup-codes');
    },
    next: () => new BackupCodesPanel(rows, { ...owner, codes: codes.map((code) => ({ code })), areNew: true }),
  });
}
