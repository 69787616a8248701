import { css } from 'lit';

/**
 * Private properties (`--_…`) give each public token its fallback, once: text and lines come from the page, the accent
 * from the token, else from the tenant's brand, else from the system.
 */
export const tokens = css`
  --_accent: var(--logto-color-accent, var(--_logto-brand, color-mix(in oklab, AccentColor 85%, black)));
  --_accent-text: color-mix(in oklab, var(--_accent) 75%, currentColor);
  --_danger: var(--logto-color-danger, color-mix(in oklab, #e5484d 70%, currentColor));
  --_warning: var(--logto-color-warning, color-mix(in oklab, #e08600 80%, currentColor));
  --_line: var(--logto-color-line, color-mix(in srgb, currentColor 18%, transparent));
  --_muted: var(--logto-color-muted, color-mix(in srgb, currentColor 70%, transparent));
  --_surface: var(--logto-color-surface, transparent);
  --_radius: var(--logto-radius, 0.75rem);
  --_space: var(--logto-space, 1rem);
`;

/** Buttons and inputs, in the shadow DOM of a tag and in the forms that stand in the page itself. */
export const controls = css`
  button {
    min-block-size: 2.5em;
    padding: 0.25em 0.9em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.67);
    background: transparent;
    font: inherit;
    font-weight: 550;
    color: inherit;
    cursor: pointer;
  }
  button:not([aria-disabled='true']):hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  button[aria-pressed='true'] {
    background: color-mix(in srgb, currentColor 14%, transparent);
  }
  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: not-allowed;
  }
  [aria-busy='true'] button[aria-disabled='true'] {
    cursor: progress;
  }
  button:is([type='submit'], [part~='primary']) {
    border-color: var(--_accent);
    background: var(--_accent);
    color: AccentColorText;
  }
  button:is([type='submit'], [part~='primary']):hover {
    background: color-mix(in oklab, var(--_accent) 88%, black);
  }
  /* Black or white, whichever can be read on the accent that the tenant or the page has chosen. */
  @supports (color: oklch(from red l c h)) {
    button:is([type='submit'], [part~='primary']) {
      color: oklch(from var(--_accent) clamp(0, (0.6 - l) * 1000, 1) 0 0);
    }
  }
  :is(input, select):not([type='checkbox'], [type='range'], .visually-hidden) {
    inline-size: 100%;
    max-inline-size: 28rem;
    min-block-size: 2.75em;
    padding: 0.4em 0.7em;
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: calc(var(--_radius) * 0.67);
    background: var(--_surface);
    font: inherit;
    color: inherit;
  }
  select option {
    background: Canvas;
    color: CanvasText;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
  }
  :focus-visible {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .quiet {
    border-color: transparent;
    color: var(--_accent-text);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
`;
