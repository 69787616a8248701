import { css } from 'lit';

/**
 * Private properties (`--_…`) give each public token its fallback, once: text and lines come from the page, the accent
 * from the token, else from the tenant's brand, else from the system; the tokens of one thing come from those of all.
 */
export const tokens = css`
  --_system: #2563eb;
  --_accent: var(--logto-color-accent, var(--_logto-brand, var(--_system)));
  --_accent-text: color-mix(in oklab, var(--_accent) 75%, currentColor);
  --_danger: var(--logto-color-danger, color-mix(in oklab, #e5484d 70%, currentColor));
  --_warning: var(--logto-color-warning, color-mix(in oklab, #e08600 80%, currentColor));
  --_success: var(--logto-color-success, color-mix(in oklab, #2b9a66 75%, currentColor));
  --_line: var(--logto-color-line, color-mix(in srgb, currentColor 15%, transparent));
  --_muted: var(--logto-color-muted, color-mix(in srgb, currentColor 70%, transparent));
  --_surface: var(--logto-color-surface, transparent);
  --_radius: var(--logto-radius, 0.75rem);
  --_density: var(--logto-density, 1);
  --_space: calc(var(--logto-space, 1rem) * var(--_density));
  --_list-radius: var(--logto-list-radius, var(--_radius));
  --_row-padding: var(--logto-row-padding, calc(var(--_space) * 0.6) var(--_space));
  --_button-radius: var(--logto-button-radius, calc(var(--_radius) * 0.67));
  --_input-background: var(--logto-input-background, var(--_surface));
  --_input-radius: var(--logto-input-radius, calc(var(--_radius) * 0.67));
  --_input-border: var(--logto-input-border, 1px solid color-mix(in srgb, currentColor 55%, transparent));
  --_icon-size: var(--logto-icon-size, 1.25rem);
  --_icon-gap: min(0.75rem, var(--_icon-size));
  --_focus-ring: var(--logto-focus-ring, 2px solid var(--_accent-text));
  --_main-ring: var(
    --logto-focus-ring,
    2px solid color-mix(in oklab, var(--_accent) 75%, var(--logto-color-text, CanvasText))
  );
`;

/** Not every browser tells a page which accent its user has chosen. */
export const systemAccent = css`
  @supports (color: AccentColor) {
    --_system: color-mix(in oklab, AccentColor 85%, black);
  }
`;

/** Whoever asks the system for more contrast gets lines and small print as strong as text. */
export const moreContrast = css`
  @media (prefers-contrast: more) {
    --_line: var(--logto-color-line, currentColor);
    --_muted: var(--logto-color-muted, currentColor);
    --_accent-text: color-mix(in oklab, var(--_accent) 45%, currentColor);
    --_input-border: var(--logto-input-border, 2px solid currentColor);
    --_focus-ring: var(--logto-focus-ring, 3px solid currentColor);
    --_main-ring: var(--logto-focus-ring, 3px solid var(--logto-color-text, CanvasText));
  }
`;

/**
 * Buttons, in the shadow DOM of an element and in the forms that stand in the page itself. What they are inside of gives
 * them their weight: among themselves, the later rule wins.
 */
export const controls = css`
  :where(button) {
    display: inline-block;
    min-inline-size: 24px;
    min-block-size: max(24px, 2.5em * var(--_density)); /* never below what WCAG asks of a target */
    margin: 0;
    padding: 0.25em 0.9em;
    border: var(--logto-button-border, 1px solid var(--_line));
    border-radius: var(--_button-radius);
    background: var(--logto-button-background, transparent);
    font: inherit;
    font-weight: 550;
    text-align: center;
    color: inherit;
    cursor: pointer;
  }
  :where(button[aria-pressed='true']) {
    background: color-mix(in srgb, currentColor 14%, transparent);
  }
  :where(button:not([aria-disabled='true']):hover) {
    background: color-mix(in srgb, currentColor 8%, var(--logto-button-background, transparent));
  }
  :where(button[aria-disabled='true']) {
    opacity: 0.75;
    cursor: not-allowed;
  }
  :where([aria-busy='true'] button[aria-disabled='true']) {
    cursor: progress;
  }
  :where(button:is([type='submit'], [part~='primary'])) {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--logto-color-on-accent, #fff);
  }
  :where(button:is([type='submit'], [part~='primary']):hover) {
    background: color-mix(in oklab, var(--_accent) 88%, black);
  }
  /* Black or white, whichever can be read on the accent that the tenant or the page has chosen. */
  @supports (color: oklch(from red l c h)) {
    :where(button:is([type='submit'], [part~='primary'])) {
      color: var(--logto-color-on-accent, oklch(from var(--_accent) clamp(0, (0.6 - l) * 1000, 1) 0 0));
    }
  }
  :focus-visible {
    outline: var(--_focus-ring);
    outline-offset: 2px;
  }
  /* The ring lies on the page, not on the button, so it must not be mixed with the button's own text. */
  :where(button:is([type='submit'], [part~='primary'])):focus-visible {
    outline: var(--_main-ring);
  }
  :where(.visually-hidden) {
    position: absolute;
    inline-size: 1px;
    min-inline-size: 0;
    block-size: 1px;
    min-block-size: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :where(button.quiet) {
    border-color: transparent;
    background: transparent;
    color: var(--_accent-text);
  }
  :where(button.quiet:not([aria-disabled='true']):hover) {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  /* Where the system chooses all colours, a colour of our own tells nothing. */
  @media (forced-colors: active) {
    :where(button[aria-disabled='true']) {
      opacity: 1;
      color: GrayText;
    }
    :where(button:is([type='submit'], [part~='primary']):not([aria-disabled='true'])) {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    :where(button:is([type='submit'], [part~='primary'])):focus-visible {
      outline-color: CanvasText;
    }
    :where(button[aria-pressed='true']) {
      border-color: Highlight;
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }
  :where(.actions) {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
`;
