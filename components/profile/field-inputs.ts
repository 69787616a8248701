import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

import { fieldProblem } from '../../src/forms/fields.js';
import { isDateInputFormat } from './fields/date-format.js';
import { partInput } from './fields/field-value.js';
import { languageTags, ownName } from './fields/languages.js';
import type { FieldInput, FieldOption, ProfileField } from './fields/profile-field.js';
import { timeZones } from './fields/time-zones.js';
import { fieldDescription, fieldLabel, fieldPlaceholder, optionLabel, type ProfileLocalize } from './field-label.js';
import { problemText } from './field-problem-text.js';
import type { FieldProblem } from './fields/field-rules.js';

interface FieldInputs {
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
    const hint = fieldDescription(localize, field) ? `${id}-hint` : '';
    return control({ localize, id: `${id}-input`, field, value: input, problem, hint, isAlone: true, change });
  }
  return html`
    ${problem && !problem.part ? problemLine(localize, id, field, problem) : nothing}
    ${field.parts.map((part) =>
      control({
        localize,
        id: `${id}-${part.name}`,
        field: { ...part, of: field.name },
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
      <label class="field-label checkbox">
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
  const onInput = ({ target }: Event) => change((target as HTMLInputElement).value);
  return html`<div class="field">
    <label class=${isAlone ? 'field-label visually-hidden' : 'field-label'} for=${id}>
      ${label}
      ${
        field.required && !isAlone
          ? html`<span class="required" aria-hidden="true">${localize.text('profile.required')}</span>`
          : nothing
      }
    </label>
    ${
      field.type === 'Select' || field.type === 'Locale'
        ? select({ id, localize, field, value: value as string, problem, hint, onInput })
        : textInput({ id, localize, field, value: value as string, problem, hint, onInput })
    }
    ${problemLine(localize, id, field, problem)}
  </div>`;
}

interface Input {
  id: string;
  localize: ProfileLocalize;
  field: ProfileField;
  value: string;
  problem: FieldProblem | undefined;
  hint: string;
  onInput: (event: Event) => void;
}

function textInput({ id, localize, field, value, problem, hint, onInput }: Input) {
  const { type, inputMode } = inputKind(field);
  return html`
    <input
      class="input"
      id=${id}
      name=${field.name}
      type=${type}
      dir=${isLeftToRight(field) ? 'ltr' : 'auto'}
      inputmode=${inputMode ?? nothing}
      autocomplete=${autocompleteOf(field)}
      placeholder=${fieldPlaceholder(localize, field) ?? nothing}
      list=${field.type === 'TimeZone' ? `${id}-zones` : nothing}
      .value=${live(oneLine(value))}
      aria-required=${field.required}
      aria-invalid=${problem !== undefined}
      aria-describedby=${`${hint} ${id}-problem`}
      @input=${onInput}
    />
    ${field.type === 'TimeZone' ? timeZoneList(`${id}-zones`) : nothing}
  `;
}

function select({ id, localize, field, value, problem, hint, onInput }: Input) {
  const options = field.type === 'Locale' ? languageOptions() : (field.options ?? []);
  // A value from before the tenant changed the options stays until the user chooses another.
  const all = value === '' || options.some((option) => option.value === value) ? options : [...options, { value }];
  return html`
    <select
      class="input"
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
            ${optionLabel(localize, field, option)}
          </option>`,
      )}
    </select>
  `;
}

const timeZoneList = (id: string) =>
  html`<datalist id=${id}>${timeZones().map((zone) => html`<option value=${zone}></option>`)}</datalist>`;

const problemLine = (localize: ProfileLocalize, id: string, field: ProfileField, problem: FieldProblem | undefined) =>
  fieldProblem(id, problem && problemText(localize, field, problem));

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

/** An input would drop the ends of lines, and what they part would become one word. */
const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ');

/** Numbers, links and names of zones are written so in any language. */
const isLeftToRight = ({ type }: ProfileField) => ['Number', 'Date', 'Url', 'TimeZone'].includes(type);

/** Each by the name that its speakers know it by; those of this browser are among them. */
const languageOptions = (): FieldOption[] =>
  languageTags(navigator.languages).map((value) => ({ value, label: ownName(value) }));

/** The autofill field names of the HTML standard. */
const autocompleteByClaim: Partial<Record<string, string>> = {
  name: 'name',
  givenName: 'given-name',
  middleName: 'additional-name',
  familyName: 'family-name',
  nickname: 'nickname',
  birthdate: 'bday',
  gender: 'sex',
  website: 'url',
  streetAddress: 'street-address',
  locality: 'address-level2',
  region: 'address-level1',
  postalCode: 'postal-code',
  country: 'country-name',
  locale: 'language',
};

/** The tenant's own fields mean nothing to a browser. */
const autocompleteOf = ({ name, toggle }: ProfileField): string =>
  (toggle !== 'customData' && Object.hasOwn(autocompleteByClaim, name) && autocompleteByClaim[name]) || 'off';
