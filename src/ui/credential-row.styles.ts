import { css } from 'lit';

export const credentialRowStyles = css`
  [part~='remove'],
  [part~='danger'] {
    color: var(--_danger);
  }
  [part~='danger'] {
    border-color: currentColor;
  }
  [part~='label']:has(+ [part~='form']) {
    padding-block-start: 0.25rem; /* the form has labels of its own, and the first stands there */
  }
  [part~='hint'] {
    grid-column: 2 / -1;
    font-size: 0.9em;
    color: var(--_muted);
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
      flex-direction: column;
      align-items: end;
      gap: 0;
    }
    [part~='label']:has(+ [part~='form']) {
      padding-block-start: 0;
    }
    [part~='hint'] {
      grid-column: 1 / -1;
    }
  }
`;
