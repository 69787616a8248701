import { css } from 'lit';

export const credentialRowStyles = css`
  .row-actions {
    display: flex;
    justify-content: end;
    margin-inline-end: -0.9em; /* the text of the last button, not its box, lines up with the edge */
  }
  .row-actions .quiet {
    margin: 0;
  }
  [part~='remove'],
  [part~='danger'] {
    color: var(--_danger);
  }
  [part~='danger'] {
    border-color: currentColor;
  }
  [part~='hint'] {
    grid-column: 2 / -1;
  }
  [part~='status'] {
    margin-block-start: 0.5rem;
    color: var(--_muted);
  }
  [part~='status']:empty {
    margin: 0;
  }
  @container (inline-size < 30rem) {
    .row-actions {
      grid-column: 1 / -1;
      justify-content: start;
      margin-inline: -0.9em 0;
    }
    [part~='hint'] {
      grid-column: 1 / -1;
    }
  }
`;
