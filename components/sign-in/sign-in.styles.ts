import { css } from 'lit';

export const signInStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem var(--_space);
    align-items: center;
  }
  [part='loading'] {
    inline-size: 7rem;
    block-size: 2.5em;
  }
  [part='error'] {
    flex-basis: 100%;
  }
  [part='retry'] {
    margin: 0;
  }
  [part='value'] {
    position: var(--_value-position, static);
    margin-inline-end: auto;
    clip-path: var(--_value-clip, none);
  }
  /* It takes the focus when what had it is gone, and nobody tabs to it. */
  [part='value']:focus {
    outline: none;
  }
`;
