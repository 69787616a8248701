import { css } from 'lit';

import { badgeStyles } from '../../src/look/badge.styles.js';

/** One fact below the other, or side by side where there is space. */
export const securitySummaryStyles = css`
  ${badgeStyles}
  [part='summary'] {
    display: grid;
    gap: var(--_space);
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_list-radius);
    background: var(--_surface);
  }
  [part='summary-heading'] {
    display: flex;
    gap: var(--_icon-gap);
    align-items: center;
    margin: 0;
    font-size: 1em;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
    gap: 0.5rem calc(var(--_space) * 2);
  }
  [part='fact'] {
    display: flex;
    gap: var(--_icon-gap);
    align-items: start;
  }
  [part='fact'] > [part='icon'] {
    margin-block-start: 0.15em; /* on the first line */
    color: var(--_muted);
  }
  .fact {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    align-items: center;
  }
  [part='value'] {
    flex-basis: 100%;
    font-size: 0.9em;
    color: var(--_muted);
  }
  .next {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem var(--_space);
    align-items: center;
    justify-content: space-between;
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  [part='advice'] {
    flex: 1 1 16rem;
  }
`;
