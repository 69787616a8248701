import { css } from 'lit';

import { controls, moreContrast, systemAccent, tokens } from '../styles/control.styles.js';
import { dialogSurface } from '../styles/dialog.styles.js';
import { inputs } from './input.styles.js';

/**
 * Forms and the dialog that stand in the page itself, where password managers find them. What is in them has the weight
 * of one class, and they themselves that of an element: style resets do not take it away, and any rule wins that a page
 * has for them.
 */
export const formStyles = css`
  :is(div, dialog):where(.logto-form, .logto-dialog) {
    ${tokens}
    ${systemAccent}
    ${moreContrast}
    box-sizing: border-box;
    inline-size: 100%;
    font: var(--logto-font, inherit);
    line-height: 1.5;
    text-align: start;
    overflow-wrap: anywhere;
  }
  dialog:where(.logto-dialog) {
    ${dialogSurface}

    &:where([open]) {
      display: block;
    }
  }
  .logto-form,
  .logto-dialog {
    :where(*) {
      box-sizing: border-box;
    }
    :where(p, h2, ul, li, form, label) {
      display: block;
      margin: 0;
      padding: 0;
      border: 0;
    }
    :where(ul) {
      list-style: none;
    }
    :where(h2) {
      margin-block-end: 0.25rem;
      font-size: 1.25em;
      font-weight: 650;
      line-height: 1.3;
    }
    :where(form) {
      inline-size: 100%;
      display: grid;
      gap: calc(var(--_space) * 0.75);
      justify-items: start;
    }
    :where(.error) {
      color: var(--_danger);
    }
    :where(.requirements li) {
      display: grid;
      grid-template-columns: 1.5em 1fr;
      color: var(--_muted);
    }
    :where(.requirements li)::before {
      content: '○';
    }
    :where(.requirements .met)::before {
      content: '✓';
    }
    :where(form:has([aria-invalid='true']) .requirements .unmet) {
      color: var(--_danger);
    }
    :where(form:has([aria-invalid='true']) .requirements .unmet)::before {
      content: '✕';
    }
    ${controls}
    ${inputs}
    :where(.choices) {
      display: grid;
      gap: 0.5rem;
    }
    :where(.choices button) {
      inline-size: 100%;
      padding-block: 0.5em;
      text-align: start;
    }
    :where(.control) {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      inline-size: 100%;
      max-inline-size: 28rem;
    }
    :where(.control input) {
      flex: 1 1 8rem;
      inline-size: auto;
      min-inline-size: 0;
    }
    :where(.more) {
      display: flex;
      flex-wrap: wrap;
      margin-inline-start: -0.9em; /* the text of a quiet button lines up with the others */
    }
    :where(.more button) {
      text-align: start;
    }
    :where(.field) {
      inline-size: 100%;
      display: grid;
      gap: 0.25rem;
      justify-items: start;
    }
    :where(.field-label) {
      font-weight: 550;
    }
    :where(.checkbox) {
      display: flex;
      gap: 0.6em;
      align-items: center;
      min-block-size: 2.5em;
    }
    :where(.checkbox input) {
      inline-size: 1.25em;
      block-size: 1.25em;
      margin: 0;
      font: inherit;
      accent-color: var(--_accent);
    }
    :where(.hint) {
      font-size: 0.9em;
      color: var(--_muted);
    }
    :where(.hint:empty) {
      margin-block-start: calc(var(--_space) * -0.75); /* without the gap of the form */
    }
    :where(button.danger) {
      border-color: currentColor;
      background: transparent;
      color: var(--_danger);
    }
    :where(button.danger:not([aria-disabled='true']):hover) {
      background: color-mix(in srgb, var(--_danger) 10%, transparent);
    }
  }
  .logto-dialog {
    > :where(* + *) {
      margin-block-start: calc(var(--_space) * 0.75);
    }
    > :where(h2 + *) {
      margin-block-start: 0;
    }
    /* Large text makes the dialog scroll; what went wrong is in sight all the same. */
    :where([role='alert']) {
      position: sticky;
      inset-block-end: 0;
      background: inherit;
    }
    :where(form) {
      background: inherit;
    }
  }
`;
