import { css } from 'lit';

/**
 * What every tag looks like. Private properties (`--_…`) give each public token its fallback, once: text and lines come
 * from the page, the accent from the token, else from the tenant's brand, else from the system.
 *
 * @cssproperty --logto-color-accent - Main buttons, links and focus. The tenant's brand colour by default.
 * @cssproperty --logto-color-text - Text. The page's by default.
 * @cssproperty --logto-color-muted - Text that matters less. Made from the text colour by default.
 * @cssproperty --logto-color-danger - Errors. A red that goes with the text colour by default.
 * @cssproperty --logto-color-line - Borders and lines between rows. Made from the text colour by default.
 * @cssproperty --logto-color-surface - Behind lists, inputs and dialogs. What is behind the tag by default.
 * @cssproperty --logto-font - Shorthand like CSS `font`. The page's by default.
 * @cssproperty --logto-radius - Corner radius of lists; buttons and inputs have two thirds. `0.75rem` by default.
 * @cssproperty --logto-space - Space around and between things. `1rem` by default.
 */
export const baseStyles = css`
  :host {
    --_accent: var(--logto-color-accent, var(--_logto-brand, color-mix(in oklab, AccentColor 85%, black)));
    --_accent-text: color-mix(in oklab, var(--_accent) 75%, currentColor);
    --_danger: var(--logto-color-danger, color-mix(in oklab, #e5484d 70%, currentColor));
    --_line: var(--logto-color-line, color-mix(in srgb, currentColor 18%, transparent));
    --_muted: var(--logto-color-muted, color-mix(in srgb, currentColor 70%, transparent));
    --_surface: var(--logto-color-surface, transparent);
    --_radius: var(--logto-radius, 0.75rem);
    --_space: var(--logto-space, 1rem);
    display: block;
    container-type: inline-size;
    font: var(--logto-font, inherit);
    line-height: 1.5;
    color: var(--logto-color-text, inherit);
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  :host(:state(off)) {
    display: none;
  }
  *,
  ::before {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  h2 {
    margin: 0 0 var(--_space);
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }

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
  button:hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: progress;
  }
  [part~='edit'] {
    border-color: transparent;
    color: var(--_accent-text);
  }
  [part~='primary'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: AccentColorText;
  }
  [part~='primary']:hover {
    background: color-mix(in oklab, var(--_accent) 88%, black);
  }
  /* Black or white, whichever can be read on the accent that the tenant or the page has chosen. */
  @supports (color: oklch(from red l c h)) {
    [part~='primary'] {
      color: oklch(from var(--_accent) clamp(0, (0.6 - l) * 1000, 1) 0 0);
    }
  }
  :focus-visible {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }

  [part~='notice'] {
    color: var(--_muted);
  }
  [part~='error'] {
    color: var(--_danger);
  }
  [part~='retry'] {
    margin-block-start: 0.5em;
  }

  /* A page that answers at once shows no placeholder at all, and what turns out to be off never showed a word. */
  [part='loading'] {
    block-size: 3.5rem;
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentColor 7%, transparent);
    opacity: 0;
    animation: appear 0.3s 0.4s forwards;
  }
  [part='loading'] > span,
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [part='loading'] {
      animation-duration: 0s;
    }
  }
`;
