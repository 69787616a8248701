import { css } from 'lit';

/** Fields of a form that opens in place. */
export const formStyles = css`
  .field {
    inline-size: 100%;
    display: grid;
    gap: 0.25rem;
    justify-items: start;
  }
  .field label {
    font-weight: 550;
  }
  [part~='input'] {
    inline-size: 100%;
    max-inline-size: 28rem;
    min-block-size: 2.75em;
    padding: 0.4em 0.7em;
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: calc(var(--_radius) * 0.67);
    background: var(--_surface);
    font: inherit;
    color: inherit;
  }
  select[part~='input'] option {
    background: Canvas;
    color: CanvasText;
  }
  [part~='input'][aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .checkbox {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-block-size: 2.5em;
  }
  .checkbox input {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--_accent);
  }
  [part~='hint'] {
    font-size: 0.9em;
    color: var(--_muted);
  }
`;
