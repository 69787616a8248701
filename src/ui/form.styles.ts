import { css } from 'lit';

/** Fields of a form, in the shadow DOM of a tag and in the forms that stand in the page itself. */
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
    font: inherit;
    accent-color: var(--_accent);
  }
  :is(.hint, [part~='hint']) {
    font-size: 0.9em;
    color: var(--_muted);
  }
`;
