import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

import { isDateInputFormat } from '../../src/profile/date-format.js';
import type { FieldProblem } from '../../src/profile/field-problem.js';
import { partInput } from '../../src/profile/field-value.js';
import type { FieldInput, ProfileField } from '../../src/profile/profile-field.js';
import { autocompleteOf } from './autocomplete.js';
import { fieldLabel, optionLabel, type ProfileLocalize } from './field-label.js';
import { problemText } from './field-problem-text.js';

export interface FieldInputs {
  localize: ProfileLocalize;
  /** Begins all ids. */
  id: string;
  field: ProfileField;
  input: FieldInput;
  problem: FieldProblem | undefined;
  change: (input: FieldInput) => void;
}

/** The inputs of a form: one, or one for each part of a composite. */
export function fieldInputs({ localize, id, field, input, problem, change }: FieldInputs) {
  if (!field.parts) {
    const hint = field.description ? `${id}-hint` : '';
    return control({ localize, id: `${id}-input`, field, value: input, problem, hint, isAlone: true, change });
  }
  return html`
    ${problem && !problem.part ? problemLine(localize, id, field, problem) : nothing}
    ${field.parts.map((part) =>
      control({
        localize,
        id: `${id}-${part.name}`,
        field: part,
        value: partInput(part, input) ?? '',
        problem: problem?.part === part.name ? problem : undefined,
        hint: '',
        isAlone: false,
        change: (value) => change({ ...(input as Record<string, string>), [part.name]: value as string }),
      }),
    )}
  `;
}

interface Control extends Omit<FieldInputs, 'input'> {
  value: FieldInput;
  /** Id of a hint; empty without one. */
  hint: string;
  /** The row names it already, so its label need not be seen. */
  isAlone: boolean;
}

function control({ localize, id, field, value, problem, hint, isAlone, change }: Control) {
  const label = fieldLabel(localize, field);
  if (field.type === 'Checkbox')
    return html`<div class="field">
      <label part="field-label" class="checkbox">
        <input
          type="checkbox"
          .checked=${live(value === true)}
          aria-invalid=${problem !== undefined}
          aria-describedby=${`${hint} ${id}-problem`}
          @change=${({ target }: Event) => change((target as HTMLInputElement).checked)}
        />
        ${label}
      </label>
      ${problemLine(localize, id, field, problem)}
    </div>`;
  const decimal = field.type === 'Number' ? decimalSeparator(localize.lang) : '.';
  const onInput = ({ target }: Event) => change((target as HTMLInputElement).value.replace(decimal, '.'));
  return html`<div class="field">
    <label part="field-label" for=${id} class=${isAlone ? 'visually-hidden' : ''}>
      ${label}
      ${
        field.required && !isAlone
          ? html`<span class="required" aria-hidden="true">${localize.text('profile.required')}</span>`
          : nothing
      }
    </label>
    ${
      field.type === 'Select'
        ? select({ id, localize, field, value: value as string, problem, hint, onInput })
        : textInput({ id, field, value: (value as string).replace('.', decimal), problem, hint, onInput })
    }
    ${problemLine(localize, id, field, problem)}
  </div>`;
}

interface Input {
  id: string;
  field: ProfileField;
  value: string;
  problem: FieldProblem | undefined;
  hint: string;
  onInput: (event: Event) => void;
}

function textInput({ id, field, value, problem, hint, onInput }: Input) {
  const { type, inputMode } = inputKind(field);
  return html`
    <input
      part="input"
      id=${id}
      name=${field.name}
      type=${type}
      dir=${type === 'url' ? 'ltr' : 'auto'}
      inputmode=${inputMode ?? nothing}
      autocomplete=${autocompleteOf(field)}
      placeholder=${field.placeholder ?? nothing}
      list=${field.type === 'TimeZone' ? `${id}-zones` : nothing}
      .value=${live(value)}
      aria-required=${field.required}
      aria-invalid=${problem !== undefined}
      aria-describedby=${`${hint} ${id}-problem`}
      @input=${onInput}
    />
    ${field.type === 'TimeZone' ? timeZones(`${id}-zones`) : nothing}
  `;
}

function select({ id, localize, field, value, problem, hint, onInput }: Input & { localize: ProfileLocalize }) {
  const options = field.options ?? [];
  // A value from before the tenant changed the options stays until the user chooses another.
  const all = value === '' || options.some((option) => option.value === value) ? options : [...options, { value }];
  return html`
    <select
      part="input"
      id=${id}
      name=${field.name}
      autocomplete=${autocompleteOf(field)}
      aria-required=${field.required}
      aria-invalid=${problem !== undefined}
      aria-describedby=${`${hint} ${id}-problem`}
      @change=${onInput}
    >
      <option value="" ?selected=${value === ''}>${localize.text('profile.choose')}</option>
      ${all.map(
        (option) =>
          html`<option value=${option.value} ?selected=${option.value === value}>
            ${optionLabel(localize, option)}
          </option>`,
      )}
    </select>
  `;
}

const timeZones = (id: string) =>
  html`<datalist id=${id}>
    ${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value=${zone}></option>`)}
  </datalist>`;

const problemLine = (localize: ProfileLocalize, id: string, field: ProfileField, problem: FieldProblem | undefined) =>
  problem ? html`<p part="error" id="${id}-problem">${problemText(localize, field, problem)}</p>` : nothing;

function inputKind(field: ProfileField): { type: string; inputMode?: string } {
  switch (field.type) {
    case 'Date':
      return { type: isDateInputFormat(field.dateFormat) ? 'date' : 'text' };
    case 'Number':
      return { type: 'text', inputMode: 'decimal' }; // type=number hides from us what is no number
    case 'Url':
      return { type: 'url' };
    default:
      return { type: 'text' };
  }
}

/** 12,5 in German, 12.5 in English. The stored number has a point in any language. */
const decimalSeparator = (lang: string) =>
  new Intl.NumberFormat(lang).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
