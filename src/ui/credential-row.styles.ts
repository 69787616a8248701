import { css } from 'lit';

export const credentialRowStyles = css`
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
      flex-direction: column;
      align-items: end;
      gap: 0;
    }
    [part~='hint'] {
      grid-column: 1 / -1;
    }
  }
`;
