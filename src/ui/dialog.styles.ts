import { css } from 'lit';

/** A modal dialog inside a tag: the browser's own, with the tag's tokens. */
export const dialogStyles = css`
  dialog {
    inline-size: min(26rem, 100% - 2rem);
    max-block-size: calc(100dvb - 2rem);
    padding: 1.5rem;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--logto-color-surface, Canvas);
    color: var(--logto-color-text, CanvasText);
    font: inherit;
    text-align: start;
    box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.25);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
`;
