import { html, nothing } from 'lit';

export interface FormActions {
  /** What the main button says. */
  submit: string;
  cancelLabel: string;
  cancel: () => void;
  pending: boolean;
  /** Buttons between the two. */
  more?: unknown;
}

/** The buttons of a form: the one that Enter presses, and the way out. */
export const formActions = ({ submit, cancelLabel, cancel, pending, more }: FormActions) => html`
  <div class="actions">
    <button type="submit" aria-disabled=${pending}>${submit}</button>
    ${more ?? nothing}
    <button type="button" @click=${cancel}>${cancelLabel}</button>
  </div>
`;
