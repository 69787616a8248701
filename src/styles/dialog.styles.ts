import { css } from 'lit';

/** What makes a modal dialog: the browser's own, with our tokens. */
export const dialogSurface = css`
  position: fixed;
  inset: 0;
  inline-size: min(26rem, 100% - 2rem);
  max-inline-size: calc(100% - 6px - 2em); /* as browsers have it */
  block-size: fit-content;
  max-block-size: calc(100dvb - 2rem);
  margin: auto;
  padding: 1.5rem;
  overflow: auto;
  pointer-events: auto; /* a modal of the page may have taken them from all else */
  border: 1px solid var(--_line);
  border-radius: var(--_radius);
  background: var(--logto-color-surface, Canvas);
  color: var(--logto-color-text, CanvasText);
  text-align: start;
  pointer-events: auto; /* whatever a modal of the page has switched off below it */
  user-select: text;
  box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.25);
  &::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
`;
