import { html, nothing } from 'lit';

import type { CredentialLocalizer } from '../localize/localizer.js';

/** A field of a form that stands in the page itself. It keeps its value by itself: read it from the form's data. */
export interface LightField {
  /** Unique in the page. */
  id: string;
  label: string;
  name: string;
  type: 'text' | 'email' | 'tel' | 'password';
  /** As the HTML standard names it: password managers go by it. */
  autocomplete: string;
  inputMode?: string;
  /** What it holds at first. */
  value?: string;
  hint?: unknown;
  /** The hint changes while it is there, and is read out then. */
  isLive?: boolean;
  /** Ids of more that describes it. */
  describedBy?: string;
  /** What is wrong with the value, in words. */
  problem?: string | undefined;
  /** Logto did not take the value, and says so elsewhere. */
  isRefused?: boolean;
  onInput?: (event: Event) => void;
  /** What stands beside the input. */
  after?: unknown;
}

export const lightField = ({ id, label, hint, problem, after, onInput, ...input }: LightField) => html`
  <div class="field">
    <label for=${id}>${label}</label>
    <div class="control">
      <input
        id=${id}
        name=${input.name}
        type=${input.type}
        autocomplete=${input.autocomplete}
        inputmode=${input.inputMode ?? nothing}
        value=${input.value ?? nothing}
        autocapitalize="none"
        spellcheck="false"
        aria-invalid=${problem || input.isRefused ? 'true' : 'false'}
        aria-describedby="${id}-hint ${id}-problem ${input.describedBy ?? ''}"
        @input=${onInput ?? nothing}
      />
      ${after ?? nothing}
    </div>
    ${hint ? html`<p class="hint" id="${id}-hint" role=${input.isLive ? 'status' : nothing}>${hint}</p>` : nothing}
    ${problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : nothing}
  </div>
`;

type PasswordField = Omit<LightField, 'name' | 'type' | 'after' | 'autocomplete'> & {
  autocomplete: 'current-password' | 'new-password';
};

/** A password with a button that shows it. */
export const passwordField = (localize: CredentialLocalizer, field: PasswordField) =>
  lightField({
    ...field,
    name: field.autocomplete === 'new-password' ? 'new-password' : 'password',
    type: 'password',
    after: html`<button
      type="button"
      aria-pressed="false"
      aria-label=${localize.text('credential.showPassword')}
      aria-controls=${field.id}
      @click=${toggleVisibility}
    >
      ${localize.text('credential.show')}
    </button>`,
  });

/** One field for the whole code: it takes a paste, and what the phone suggests from the message. */
export const codeField = (
  localize: CredentialLocalizer,
  field: Pick<LightField, 'id' | 'hint' | 'problem' | 'isRefused' | 'onInput'> &
    Partial<Pick<LightField, 'label' | 'isLive'>>,
) =>
  lightField({
    label: localize.text('credential.code'),
    name: 'code',
    type: 'text',
    autocomplete: 'one-time-code',
    inputMode: 'numeric',
    isLive: true,
    ...field,
  });

/** Tells a password manager whose password it is. Nobody sees it or reaches it. */
export const usernameCompanion = (username: string) =>
  html`<input
    class="visually-hidden"
    type="text"
    name="username"
    autocomplete="username"
    .value=${username}
    readonly
    tabindex="-1"
    aria-hidden="true"
  />`;

function toggleVisibility({ currentTarget }: Event) {
  const button = currentTarget as HTMLButtonElement;
  const input = button.previousElementSibling as HTMLInputElement;
  const isShown = input.type === 'password';
  input.type = isShown ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(isShown));
}

/** The text of a field when its form was sent, without the spaces that a paste brings along. */
export function submittedText(event: Event, name: string): string {
  const value = new FormData(event.currentTarget as HTMLFormElement).get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A password as it is: its spaces count. */
export function submittedPassword(event: Event, name: string): string {
  const value = new FormData(event.currentTarget as HTMLFormElement).get(name);
  return typeof value === 'string' ? value : '';
}
