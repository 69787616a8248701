import { css } from 'lit';

/** What is typed into or chosen from. All of that stands in forms, with whose weight it is. */
export const inputs = css`
  :where(:is(input, select):not([type='checkbox'], [type='range'], .visually-hidden)) {
    inline-size: 100%;
    max-inline-size: 28rem;
    min-block-size: max(24px, 2.75em * var(--_density));
    margin: 0;
    padding: 0.4em 0.7em;
    border: var(--_input-border);
    border-radius: var(--_input-radius);
    background: var(--_input-background);
    font: inherit;
    color: inherit;
  }
  :where(select, [type='checkbox']) {
    appearance: auto;
  }
  :where(select option) {
    background: Canvas;
    color: CanvasText;
  }
  :where(:is(input, select)[aria-invalid='true']) {
    border-color: var(--_danger);
  }
`;
