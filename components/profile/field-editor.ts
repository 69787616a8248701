import { html, nothing } from 'lit';

import { ActionController } from '../../src/controllers/action-controller.js';
import { profileFormMessages } from '../../src/localize/messages/en/profile-forms.js';
import { withStoredFormatted } from '../../src/profile/address.js';
import { changeOf, inputOf } from '../../src/profile/field-value.js';
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
  const { host, id, localize, connection, close } = options;
  let { account } = options;
  localize.add(profileFormMessages);
  const field = withStoredFormatted(options.field, account as ProfileAccount);
  let initial = inputOf(field, account as ProfileAccount);
  let input: FieldInput = initial;
  let problem: FieldProblem | undefined;

  const save = new ActionController(host, async (sent: FieldInput) => {
    problem ??= await problemOf(field, sent, { account: account as ProfileAccount, onIgnoredPattern: reportPattern });
    if (problem || !isChanged(sent)) return undefined;
    await saveField(connection.store, field, sent, account);
    return new LogtoProfileUpdatedEvent(field.name);
  });

  const isChanged = (sent: FieldInput) => changeOf(field, sent, account as ProfileAccount) !== undefined;

  const reportPattern = () =>
    connection.report(`The pattern of the profile field "${field.name}" cannot be checked, so any text is accepted.`);

  async function submit(event: Event) {
    event.preventDefault();
    if (hasBadInput(event.currentTarget as HTMLFormElement)) problem = { code: 'not-a-date' };
    const sent = input;
    const wasChanged = isChanged(sent);
    const done = await save.run(sent);
    if (done && !problem && input === sent) return close(wasChanged);
    if (done && !problem) startFrom(sent);
    await host.updateComplete;
    if (problem) focusInput('[aria-invalid="true"]');
  }

  /** More was typed while this was saved, and is not saved yet. */
  function startFrom(saved: FieldInput) {
    const { state } = connection.store;
    if (state.status === 'ready') account = state.account;
    initial = saved;
  }

  const change = (next: FieldInput) => {
    input = next;
    problem = undefined;
    save.clear();
    host.requestUpdate();
  };

  const focusInput = (selector: string) =>
    host.renderRoot.querySelector<HTMLElement>(`#${id} :is(${selector})`)?.focus();

  return {
    get isDirty() {
      return JSON.stringify(input) !== JSON.stringify(initial);
    },
    focus: () => focusInput('input, select'),
    render: () =>
      formFrame({
        id,
        localize,
        error: save.error,
        pending: save.pending,
        submit,
        cancel: () => close(false),
        label: fieldLabel(localize, field),
        content: html`${fieldInputs({ localize, id, field, input, problem, change })}
        ${field.description ? html`<p part="hint" id="${id}-hint">${field.description}</p>` : nothing}`,
      }),
  };
}

/** A date that is only half there reads as empty, and would delete what is stored. */
const hasBadInput = (form: HTMLFormElement) =>
  [...form.querySelectorAll('input')].some(({ validity }) => validity.badInput);
