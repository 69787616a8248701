import { css } from 'lit';

import { controls, moreContrast, systemAccent, tokens } from './control.styles.js';
import { dialogSurface } from './dialog.styles.js';
import { formStyles } from './form.styles.js';

/**
 * Forms and the dialog that stand in the page itself, where password managers find them. In a layer, so that any rule
 * of the page's own wins.
 */
export const lightFormStyles = css`
  @layer logto-account-elements {
    .logto-form,
    .logto-dialog {
      ${tokens}
      ${systemAccent}
      ${moreContrast}
      box-sizing: border-box;
      inline-size: 100%;
      font: var(--logto-font, inherit);
      line-height: 1.5;
      text-align: start;
      overflow-wrap: anywhere;

      *,
      ::before {
        box-sizing: border-box;
      }
      :where(p, h2, ul) {
        margin: 0;
        padding: 0;
      }
      form {
        inline-size: 100%;
        display: grid;
        gap: calc(var(--_space) * 0.75);
        justify-items: start;
      }
      [role='alert'],
      .problem {
        color: var(--_danger);
      }
      .requirements ul {
        list-style: none;
      }
      .requirements li {
        display: grid;
        grid-template-columns: 1.5em 1fr;
        color: var(--_muted);
      }
      .requirements li::before {
        content: '○';
      }
      .requirements .met::before {
        content: '✓';
      }
      form:has([aria-invalid='true']) .requirements .unmet {
        color: var(--_danger);
      }
      form:has([aria-invalid='true']) .requirements .unmet::before {
        content: '✕';
      }
      .choices {
        display: grid;
        gap: 0.5rem;
        list-style: none;
      }
      .choices button {
        inline-size: 100%;
        padding-block: 0.5em;
        text-align: start;
      }
      .control {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        inline-size: 100%;
        max-inline-size: 28rem;
      }
      .more {
        display: flex;
        flex-wrap: wrap;
        margin-inline-start: -0.9em; /* the text of a quiet button lines up with the others */
      }
      .more button {
        text-align: start;
      }
      .control input {
        flex: 1 1 8rem;
        inline-size: auto;
        min-inline-size: 0;
      }
      ${controls}
      ${formStyles}
    }
    .logto-dialog {
      ${dialogSurface}

      > * + * {
        margin-block-start: calc(var(--_space) * 0.75);
      }
      > h2 + * {
        margin-block-start: 0;
      }
      /* Large text makes the dialog scroll; what went wrong is in sight all the same. */
      [role='alert'] {
        position: sticky;
        inset-block-end: 0;
        background: inherit;
      }
      form {
        background: inherit;
      }
    }
  }
`;
