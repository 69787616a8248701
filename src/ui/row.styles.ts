import { css } from 'lit';

/** Label, value and action on one line; stacked when the tag itself is narrow, wherever it stands in the page. */
export const rowStyles = css`
  [part~='list'] {
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
  }
  [part~='row'] {
    display: grid;
    grid-template-columns: minmax(7rem, 1fr) minmax(0, 2fr) auto;
    gap: 0.25rem var(--_space);
    align-items: center;
    min-block-size: 4em;
    padding: calc(var(--_space) * 0.6) var(--_space);
  }
  [part~='row'] + [part~='row'] {
    border-block-start: 1px solid var(--_line);
  }
  [part~='label'] {
    font-weight: 550;
  }
  [part~='value'].unset {
    color: var(--_muted);
  }
  [part~='edit'] {
    margin-inline-end: -0.9em; /* its text, not its box, lines up with the edge */
  }
  [part~='form'] {
    grid-column: 2 / -1;
    display: grid;
    gap: calc(var(--_space) * 0.75);
    padding-block: 0.25rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  @container (inline-size < 30rem) {
    [part~='row'] {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    [part~='label'] {
      grid-column: 1;
    }
    [part~='value'] {
      grid-column: 1;
      grid-row: 2;
    }
    [part~='edit'] {
      grid-column: 2;
      grid-row: 1 / 3;
    }
    [part~='form'] {
      grid-column: 1 / -1;
    }
  }
`;
