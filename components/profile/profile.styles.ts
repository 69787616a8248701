import { css } from 'lit';

export const profileStyles = css`
  :host {
    --_avatar: 4rem;
  }
  [part~='status']:not([part~='error']) {
    margin: 0;
  }
  [part~='status']:not([part~='error'])::before {
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
