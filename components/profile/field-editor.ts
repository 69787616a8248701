import { html, nothing } from 'lit';

import { ActionController } from '../../src/controllers/action-controller.js';
import { withStoredFormatted } from '../../src/profile/address.js';
import { inputOf } from '../../src/profile/field-value.js';
import { problemOf, type FieldProblem } from '../../src/profile/field-rules.js';
import type { FieldInput, ProfileAccount } from '../../src/profile/profile-field.js';
import { fieldInputs } from './field-inputs.js';
import { fieldLabel } from './field-label.js';
import { formFrame } from './form-frame.js';
import { LogtoProfileUpdatedEvent } from './profile-updated-event.js';
import type { RowEditor, RowEditorOptions } from './row-editor.js';
import { saveField } from './save-field.js';

/** The form of one field: checked when it is submitted, sent once, closed when Logto has confirmed it. */
export function fieldEditor(options: RowEditorOptions): RowEditor {
  const { host, account, localize, connection, close } = options;
  const field = withStoredFormatted(options.field, account as ProfileAccount);
  const initial = inputOf(field, account as ProfileAccount);
  let input: FieldInput = initial;
  let problem: FieldProblem | undefined;

  const save = new ActionController(host, async () => {
    problem = await problemOf(field, input, { account: account as ProfileAccount, onIgnoredPattern: reportPattern });
    if (problem) return undefined;
    const wasChanged = isDirty() && (await saveField(connection.store, field, input, account));
    return wasChanged ? new LogtoProfileUpdatedEvent(field.name) : undefined;
  });

  const isDirty = () => JSON.stringify(input) !== JSON.stringify(initial);

  const reportPattern = () =>
    connection.report(`The pattern of the profile field "${field.name}" cannot be checked, so any text is accepted.`);

  async function submit(event: Event) {
    event.preventDefault();
    const dirty = isDirty();
    const done = await save.run();
    if (done && !problem) return close(dirty);
    await host.updateComplete;
    if (problem) focusInput('[aria-invalid="true"]');
  }

  const change = (next: FieldInput) => {
    input = next;
    problem = undefined;
    save.clear();
    host.requestUpdate();
  };

  const formId = `form-${field.name}`;
  const focusInput = (selector: string) =>
    host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(formId)} :is(${selector})`)?.focus();

  return {
    get isDirty() {
      return isDirty();
    },
    focus: () => focusInput('input, select'),
    render: () =>
      formFrame({
        id: formId,
        localize,
        error: save.error,
        pending: save.pending,
        submit,
        cancel: () => close(false),
        label: fieldLabel(localize, field),
        content: html`${fieldInputs({ localize, field, input, problem, change })}
        ${field.description ? html`<p part="hint" id="hint-${field.name}">${field.description}</p>` : nothing}`,
      }),
  };
}
