import type { AccountError } from '../api/account-error.js';
import type { CommonMessageKey } from '../localize/localizer.js';
import type { MessageKey } from '../localize/messages/messages.js';
import type { Person } from '../state/person.js';
import type { RowsController } from './rows-controller.js';

/** Id of what an open row asks or says, which describes what has the focus then. One at a time in an element. */
export const descriptionId = 'description';

/**
 * What stands in an open row in place of its value: a question, a form, or something to read. There is a new one for each
 * opening, so nothing of the last one has to be cleared away.
 */
export abstract class Panel<Key extends MessageKey = CommonMessageKey> {
  /** In whose name it acts. */
  readonly person: Person;

  constructor(protected readonly rows: RowsController<Key>) {
    this.person = rows.account.person;
  }

  /** Its content in the shadow DOM of the element. */
  abstract render(): unknown;

  /** Whether closing it would lose something: no other row opens, and the browser asks before the page is left. */
  get isDirty(): boolean {
    return false;
  }

  /** Whether something is on its way, or must be finished first: it cannot be closed, and nothing else can be opened. */
  get isBusy(): boolean {
    return false;
  }

  /** Whether nobody may see it without a session. */
  get isSecret(): boolean {
    return false;
  }

  /** Why its last action failed. Said below the list when the failure takes the row away. */
  get error(): AccountError | undefined {
    return undefined;
  }

  /** Called by the list once the panel is there, and after each step: to the least dangerous button. */
  focus(): void {
    const { form } = this.rows.places;
    const button = form?.querySelector<HTMLElement>('[part~="cancel"]') ?? form?.querySelector<HTMLElement>('button');
    button?.focus();
  }

  /** Called by the list after each rendering. */
  updated(): void {}

  /** Called by the list when the row is not open any more. */
  closed(): void {}

  /** Renders it again, after one of its fields has changed. */
  protected update(): void {
    this.rows.host.requestUpdate();
  }

  protected close(said?: () => string): Promise<void> {
    return this.rows.current.close(this, said);
  }
}
