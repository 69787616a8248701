import { css } from 'lit';

import { badgeStyles } from '../look/badge.styles.js';

/** Label, value and actions on one line; stacked when the element itself is narrow, wherever it stands in the page. */
export const rowStyles = css`
  [part~='list'] {
    margin: 0;
    padding: 0;
    border: var(--_list-border, 1px solid var(--_line));
    border-radius: var(--_inner-radius, var(--_list-radius));
    background: var(--_surface);
  }
  [part~='row'] {
    display: grid;
    grid-template-columns: minmax(6rem, 30%) minmax(0, 1fr) auto;
    gap: 0.25rem var(--_space);
    align-items: center;
    align-content: center;
    min-block-size: calc(4em * var(--_density));
    padding: var(--_row-padding);
  }
  [part~='row'] + [part~='row'] {
    border-block-start: 1px solid var(--_line);
  }
  [part~='label'] {
    display: flex;
    gap: var(--_icon-gap);
    align-items: start;
    font-weight: 550;
    hyphens: auto;
  }
  [part~='label']:only-child {
    grid-column: 1 / -1;
    font-weight: inherit;
  }
  [part~='label'] > [part~='icon'] {
    margin-block-start: calc((1lh - var(--_icon-size)) / 2); /* on the first line, however many there are */
    color: var(--_muted);
  }
  ${badgeStyles}
  [part~='value'] bdi {
    white-space: pre-line; /* an address may be several lines */
  }
  .unset {
    color: var(--_muted);
  }
  .row-actions :focus-visible {
    outline-offset: -2px;
  }
  .row-actions {
    display: flex;
    gap: 0.25rem;
    align-items: center;
    justify-content: end;
    margin-inline-end: -0.9em; /* the text of the last button, not its box, lines up with the edge */
  }
  [part~='form'] {
    grid-column: 2 / -1;
    justify-items: start;
    display: grid;
    gap: calc(var(--_space) * 0.75);
    padding-block: 0.25rem;
  }
  /* What takes something away is quiet until it is meant. */
  .row-actions [part~='remove']:not([aria-disabled='true'], :hover) {
    color: var(--_muted);
  }
  .row-actions [part~='remove']:not([aria-disabled='true']):hover {
    color: var(--_danger);
  }
  @media (prefers-reduced-motion: no-preference) {
    [part~='form'] {
      animation: open 0.15s ease-out;
    }
  }
  @keyframes open {
    from {
      translate: 0 -0.375rem;
    }
  }
  button[part~='danger'] {
    border-color: currentColor;
    background: transparent;
    color: var(--_danger);
  }
  button[part~='danger']:not([aria-disabled='true']):hover {
    background: color-mix(in srgb, var(--_danger) 10%, transparent);
  }
  [part~='row'] > .row-actions {
    grid-column: 3;
  }
  /* What is said below the value stands right under it, however high the buttons are. */
  [part~='row']:has(> :is([part~='hint'], [part~='warning'], .row-error)) > .row-actions {
    grid-row: 1 / span 2;
  }
  [part~='row'] > :is([part~='hint'], [part~='warning'], .row-error) {
    grid-column: 2;
    font-size: 0.9em;
  }
  [part~='hint'] {
    font-size: 0.9em;
    color: var(--_muted);
  }
  [part~='warning'] {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_warning);
  }
  /* It takes the focus when what had it is gone, and nobody tabs to it. */
  [part~='list']:focus {
    outline: none;
  }
  .line {
    display: block;
    font-size: 0.9em;
    color: var(--_muted);
  }
  [part~='label']:has(+ [part~='form']) {
    align-self: start;
    padding-block-start: 0.25rem; /* the form has labels of its own, and the first stands there */
  }
  [part~='status'] {
    margin-block-start: 0.5rem;
    color: var(--_muted);
  }
  .lead {
    margin-block-start: 0.5rem;
  }
  [part~='list'] + [part~='error'] {
    margin-block-start: 0.5rem;
  }
  [part~='status'][part~='error'] {
    color: var(--_danger);
  }
  [part~='status']:empty {
    margin: 0;
  }
  /* In a card of another element, where the list has no border of its own. */
  [part~='list'] ~ :not(slot, :empty, .visually-hidden) {
    margin-inline: var(--_inset, 0);
    margin-block-end: var(--_inset, 0);
  }
  @media (forced-colors: active) {
    .row-actions {
      margin-inline-end: 0; /* there the box of each button can be seen */
    }
  }
  @container (inline-size < 30rem) {
    [part~='label']:has([part~='icon'], [part~='logo']) ~ :is([part~='value'], [part~='hint'], [part~='warning']) {
      margin-inline-start: calc(var(--_icon-size) + var(--_icon-gap));
    }
    [part~='row'] {
      grid-template-columns: minmax(0, 1fr) fit-content(40%);
      grid-template-rows: auto 1fr; /* however many buttons there are, the value stands under its label */
    }
    [part~='label'] {
      grid-column: 1;
    }
    [part~='value'] {
      grid-column: 1;
      grid-row: 2;
      align-self: start;
    }
    .row-actions {
      grid-column: 2;
      grid-row: 1 / 3;
      overflow-wrap: break-word; /* between words, so that the value has most of the row */
    }
    .row-actions button {
      text-align: end;
    }
    .row-actions [part~='status'] {
      white-space: nowrap;
    }
    [part~='form'] {
      grid-column: 1 / -1;
    }
    [part~='label']:has(+ [part~='form']) {
      padding-block-start: 0;
    }
    [part~='row'] > .row-actions {
      grid-column: 2;
      grid-row: 1 / 3;
      flex-direction: column;
      align-items: end;
      gap: 0;
    }
    [part~='row']:has(> :is([part~='hint'], [part~='warning'], .row-error)) > .row-actions {
      grid-row: 1 / 3;
    }
    [part~='row'] > :is([part~='hint'], [part~='warning'], .row-error) {
      grid-column: 1 / -1;
    }
    [part~='row']:not(:has(> [part~='value'])) > [part~='hint'] {
      grid-column: 1;
      grid-row: 2;
    }
  }
  /* A small phone: two buttons beside it would leave a value a few letters for each line. */
  @container (inline-size >= 15rem) and (inline-size < 20rem) {
    [part~='row']:has(> [part~='value']) > .row-actions:has(button + button) {
      order: 1; /* below what is said of the value */
      grid-column: 1 / -1;
      grid-row: auto;
      flex-flow: row wrap;
      justify-content: start;
      margin-inline: -0.9em;
    }
    [part~='row']:has(> [part~='label'] [part~='icon'], > [part~='label'] [part~='logo'])
      > .row-actions:has(button + button) {
      margin-inline-start: calc(var(--_icon-size) + var(--_icon-gap) - 0.9em);
    }
    [part~='row']:has(> .row-actions button + button) > :is([part~='label'], [part~='value']) {
      grid-column: 1 / -1;
    }
  }
  /* A sentence in place of a value has all of the row, and one button stays beside the name. */
  @container (inline-size >= 15rem) and (inline-size < 20rem) {
    [part~='row']:has(> [part~='label'] + .unset):not(:has(button + button)) > .row-actions {
      grid-row: 1;
    }
    [part~='row']:not(:has(button + button)) > [part~='label'] + .unset {
      grid-column: 1 / -1;
    }
  }
  /* Large text in a narrow place: buttons beside it would break words in two. */
  @container (inline-size < 15rem) {
    [part~='row'] {
      display: block;
    }
    .row-actions {
      justify-content: start;
      margin-inline-start: -0.9em;
    }
    [part~='row'] > .row-actions {
      align-items: start;
    }
  }
`;
