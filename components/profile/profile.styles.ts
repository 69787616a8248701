import { css } from 'lit';

export const profileStyles = css`
  [part~='avatar'] {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 4rem;
    block-size: 4rem;
    border-radius: 50%;
    overflow: hidden;
    background: color-mix(in oklab, var(--_accent) 18%, transparent);
    font-size: 1.5rem;
    font-weight: 550;
  }
  [part~='avatar'] img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  [part~='avatar'] img[hidden] {
    display: none;
  }
  [part~='status'] {
    margin: 0;
  }
  [part~='status']::before {
    content: '✓ ';
  }
  /* On a line with the text of the first input: most forms here have one, which the row names. */
  @container (inline-size >= 30rem) {
    [part~='label']:has(+ [part~='form']) {
      padding-block-start: 0.9em;
    }
  }
  /* There is one button at most, and beside it the word that it is saved. */
  @container (inline-size < 30rem) {
    [part~='row'] > .row-actions {
      flex-direction: row;
      align-items: center;
      gap: 0.25rem;
    }
  }
`;
