import type { MfaVerification } from '../api/mfa.js';
import type { SecondStepMessageKey } from '../localize/localizer.js';
import { Question } from '../rows/question.js';
import type { RowsController } from '../rows/rows-controller.js';
import { mfaVerifications } from './second-factors.js';
import { backupCodesLeft } from './factors.js';
import { removalWarnings } from './removal-warnings.js';
import { removeFactor } from './remove-factor.js';

interface FactorRemoval {
  factor: MfaVerification;
  question: () => string;
  /** What it is called when it is gone. */
  field: () => string;
  event: () => Event;
}

/** Asks before a second factor or passkey is removed, with a warning when it is the last one. */
export function removeFactorQuestion(
  rows: RowsController<SecondStepMessageKey>,
  { factor, question, field, event }: FactorRemoval,
): Question {
  const { localize, account } = rows;
  const { person, context } = account;
  const warnings = removalWarnings(context.store, factor); // as it was when it was asked
  const hasCodes = () => backupCodesLeft(person.resources.get(mfaVerifications).value ?? []) !== undefined;
  const hadCodes = hasCodes();
  const areCodesGone = () => hadCodes && !hasCodes();
  return new Question(rows, {
    text: () => ({
      question: question(),
      warnings: areCodesGone() ? [] : warnings.map((key) => localize.text(key)),
      confirm: localize.text('credential.remove'),
      pending: localize.text('credential.removing'),
      cancel: localize.text('common.keep'),
      error: areCodesGone() ? localize.text('mfa.codesRemoved') : undefined,
    }),
    run: async () => {
      await removeFactor({ person, store: context.store }, factor);
      return event();
    },
    said: () => localize.text('credential.removed', { field: field() }),
  });
}
