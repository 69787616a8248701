import { html, nothing } from 'lit';

import type { AccountError } from '../api/account-error.js';
import type { CredentialLocalizer } from '../localize/localizer.js';
import { cleanText } from '../text/clean-text.js';
import { codeIn } from '../text/digits.js';
import { emailIn } from '../text/email.js';
import { cleanIdentifier } from '../text/invisible.js';
import { changing } from './light-dom-element.js';

/** A field of a form that stands in the page itself. It keeps its value by itself: read it from the form's data. */
export interface Field {
  /** Unique in the page. */
  id: string;
  label: string;
  name: string;
  type: 'text' | 'email' | 'tel' | 'url' | 'password';
  placeholder?: string;
  /** As the HTML standard names it: password managers go by it. */
  autocomplete: string;
  inputMode?: string;
  /**
   * Whether it is written as people write, like a name. What is not (addresses, numbers, codes, usernames, passwords) is
   * written letter by letter, and from left to right in any language.
   */
  isProse?: boolean;
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

export const textField = ({ id, label, hint, problem, after, onInput, ...input }: Field) => html`
  <div class="field">
    <label class="field-label" for=${id}>${changing(label)}</label>
    <div class="control">
      <input
        class="input"
        id=${id}
        name=${input.name}
        type=${input.type}
        autocomplete=${input.autocomplete}
        inputmode=${input.inputMode ?? nothing}
        placeholder=${input.placeholder ?? nothing}
        dir=${input.isProse ? 'auto' : 'ltr'}
        value=${input.value ?? nothing}
        autocapitalize=${input.isProse ? nothing : 'none'}
        spellcheck=${input.isProse ? nothing : 'false'}
        aria-invalid=${problem || input.isRefused ? 'true' : 'false'}
        aria-describedby="${id}-hint ${id}-problem ${input.describedBy ?? ''}"
        @input=${onInput ?? nothing}
      />
      ${after ?? nothing}
    </div>
    ${hint ? html`<p class="hint" id="${id}-hint" role=${input.isLive ? 'status' : nothing}>${changing(hint)}</p>` : nothing}
    ${fieldProblem(id, problem)}
  </div>
`;

/** What is wrong with the value, where the input with this id is described by it. */
export const fieldProblem = (id: string, problem: string | undefined) =>
  problem ? html`<p class="error" id="${id}-problem">${changing(problem)}</p>` : nothing;

type PasswordField = Omit<Field, 'name' | 'type' | 'after' | 'autocomplete'> & {
  autocomplete: 'current-password' | 'new-password';
};

/** A password with a button that shows it. */
export const passwordField = (localize: CredentialLocalizer, options: PasswordField) =>
  textField({
    ...options,
    name: options.autocomplete === 'new-password' ? 'new-password' : 'password',
    type: 'password',
    after: html`<button
      class="show"
      type="button"
      aria-pressed="false"
      aria-label=${localize.text('credential.showPassword')}
      aria-controls=${options.id}
      @click=${toggleVisibility}
    >
      ${changing(localize.text('credential.show'))}
    </button>`,
  });

type CodeField = Pick<Field, 'id' | 'hint' | 'problem' | 'onInput'> &
  Partial<Pick<Field, 'label' | 'isLive'>> & {
    /** What came of the last code. */
    error?: AccountError | undefined;
  };

/** One field for the whole code: it takes a paste, and what the phone suggests from the message. */
export const codeField = (localize: CredentialLocalizer, { error, ...options }: CodeField) =>
  textField({
    label: localize.text('credential.code'),
    name: 'code',
    type: 'text',
    autocomplete: 'one-time-code',
    inputMode: 'numeric',
    isLive: true,
    isRefused: error?.code.startsWith('verification_code.') ?? false,
    ...options,
  });

/** Tells a password manager, and a screen reader, whose password it is. Managers pass over what is hidden from the latter. */
export const usernameCompanion = (localize: CredentialLocalizer, username: string) =>
  html`<input
    class="visually-hidden"
    type="text"
    name="username"
    autocomplete="username"
    .value=${username}
    readonly
    tabindex="-1"
    aria-label=${localize.text('credential.account')}
  />`;

/** By its id: password managers put their own elements beside the input. */
function toggleVisibility({ currentTarget }: Event) {
  const button = currentTarget as HTMLButtonElement;
  const root = button.getRootNode() as Document;
  const input = root.getElementById(button.getAttribute('aria-controls')!) as HTMLInputElement;
  const isShown = input.type === 'password';
  input.type = isShown ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(isShown));
}

/** What was entered, as Logto takes it, or what is wrong with it. A function, so that it follows the language of the page. */
export type Entered = { value: string } | { problem: () => string };

/** What was entered, without the blanks and invisible characters that a paste brings along. */
export const textIn = (form: HTMLFormElement, name: string): string => cleanIdentifier(passwordIn(form, name));

/** A name or another text as people write it, in which some invisible characters mean something. */
export const proseIn = (form: HTMLFormElement, name: string): string => cleanText(passwordIn(form, name));

/** An email address, whatever it was copied out of. */
export const emailFrom = (form: HTMLFormElement): string => emailIn(passwordIn(form, 'email'));

/** The digits of a code; empty when there is anything else. */
export const codeFrom = (form: HTMLFormElement): string => codeIn(passwordIn(form, 'code'));

/** A password as it is: its spaces count. */
export function passwordIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}
