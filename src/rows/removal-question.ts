import type { CredentialMessageKey } from '../localize/localizer.js';
import type { Person } from '../state/person.js';
import { Question } from './question.js';
import type { RowsController } from './rows-controller.js';

export interface Removal {
  /** For reading. */
  value: string;
  label: () => string;
  run: (person: Person) => Promise<Event>;
}

/** Asks before it is removed. */
export function removalQuestion(rows: RowsController<CredentialMessageKey>, { value, label, run }: Removal) {
  const { localize, account } = rows;
  const { person } = account;
  return new Question(rows, {
    text: () => ({
      question: localize.text('credential.confirmRemoval', { value }),
      confirm: localize.text('credential.remove'),
      pending: localize.text('credential.removing'),
      cancel: localize.text('common.keep'),
    }),
    run: () => run(person),
    said: () => localize.text('credential.removed', { field: label() }),
  });
}
