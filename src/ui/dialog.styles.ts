import { css } from 'lit';

/** What makes a modal dialog: the browser's own, with our tokens. */
export const dialogSurface = css`
  inline-size: min(26rem, 100% - 2rem);
  max-block-size: calc(100dvb - 2rem);
  padding: 1.5rem;
  overflow: auto;
  border: 1px solid var(--_line);
  border-radius: var(--_radius);
  background: var(--logto-color-surface, Canvas);
  color: var(--logto-color-text, CanvasText);
  text-align: start;
  box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.25);
  &::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  h2 {
    margin: 0 0 0.25rem;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
`;
