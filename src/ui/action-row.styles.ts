import { css } from 'lit';

/** What rows with actions have besides: something to say below the value, a form in place of it, a last word below. */
export const actionRowStyles = css`
  button[part~='danger'] {
    border-color: currentColor;
    background: transparent;
    color: var(--_danger);
  }
  button[part~='danger']:not([aria-disabled='true']):hover {
    background: color-mix(in srgb, var(--_danger) 10%, transparent);
  }
  .whole {
    grid-column: 1 / -1;
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
  [part~='form'] form {
    inline-size: 100%;
    display: grid;
    gap: calc(var(--_space) * 0.75);
  }
  /* They take the focus when what had it is gone, and nobody tabs to them. */
  :is([part~='form'], [part~='list']):focus {
    outline: none;
  }
  .line {
    display: block;
  }
  [part~='label']:has(+ [part~='form']) {
    padding-block-start: 0.25rem; /* the form has labels of its own, and the first stands there */
  }
  [part~='status'] {
    margin-block-start: 0.5rem;
    color: var(--_muted);
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
  @container (inline-size < 30rem) {
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
    [part~='row'] > .whole {
      grid-column: 1 / -1;
      grid-row: 1 / 3;
      align-self: center;
    }
    [part~='label']:has(+ [part~='form']) {
      padding-block-start: 0;
    }
  }
  @container (inline-size < 15rem) {
    [part~='row'] > .row-actions {
      align-items: start;
    }
  }
`;
