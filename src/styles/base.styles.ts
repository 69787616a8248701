import { css } from 'lit';

import { controls, moreContrast, systemAccent, tokens } from './control.styles.js';

/**
 * What every element looks like.
 *
 * @cssproperty --logto-color-accent - Main buttons, links and focus. The tenant's brand color by default.
 * @cssproperty --logto-color-on-accent - Text on main buttons. Black or white by default, whichever can be read.
 * @cssproperty --logto-color-text - Text. The page's by default.
 * @cssproperty --logto-color-muted - Text that matters less. Made from the text color by default.
 * @cssproperty --logto-color-danger - Errors. A red that goes with the text color by default.
 * @cssproperty --logto-color-warning - The line beside a warning. An amber that goes with the text color by default.
 * @cssproperty --logto-color-success - What is set up or on. A green that goes with the text color by default.
 * @cssproperty --logto-color-line - Borders and lines between rows. Made from the text color by default.
 * @cssproperty --logto-color-surface - Behind lists, inputs and dialogs. What is behind the element by default.
 * @cssproperty --logto-font - Shorthand like CSS `font`. The page's by default.
 * @cssproperty --logto-radius - Corner radius of lists; buttons and inputs have two thirds. `0.75rem` by default.
 * @cssproperty --logto-space - Space around and between things. `1rem` by default.
 * @cssproperty --logto-density - A number by which space and the height of rows, buttons and inputs are multiplied. `1` by default.
 * @cssproperty --logto-list-radius - Corner radius of lists. `--logto-radius` by default.
 * @cssproperty --logto-row-padding - Like CSS `padding`, for each row. Made from `--logto-space` by default.
 * @cssproperty --logto-icon-size - How large icons are; `0px` for none. `1.25rem` by default.
 * @cssproperty --logto-button-background - Behind buttons other than main ones. Nothing by default.
 * @cssproperty --logto-button-border - Shorthand like CSS `border`, for buttons. A line by default.
 * @cssproperty --logto-button-radius - Corner radius of buttons. Two thirds of `--logto-radius` by default.
 * @cssproperty --logto-input-background - Behind inputs. `--logto-color-surface` by default.
 * @cssproperty --logto-input-border - Shorthand like CSS `border`, for inputs. A line that can be seen by default.
 * @cssproperty --logto-input-radius - Corner radius of inputs. Two thirds of `--logto-radius` by default.
 * @cssproperty --logto-focus-ring - Shorthand like CSS `outline`, around what has the focus. Made from the accent by default.
 */
export const baseStyles = css`
  :host {
    ${tokens}
    ${systemAccent}
    ${moreContrast}
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
    margin: 0 0 calc(var(--_space) * 0.75);
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }

  ${controls}
  [part~='icon'] {
    flex: none;
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part~='notice'] {
    color: var(--_muted);
  }
  [part~='error'] {
    color: var(--_danger);
  }
  .failure {
    display: flex;
    gap: var(--_icon-gap);
    align-items: start;
  }
  .failure [part~='icon'] {
    margin-block-start: 0.15em; /* on the first line */
  }
  [part~='retry'] {
    margin-block-start: 0.5em;
  }

  /* A page that answers at once shows no placeholder at all, and what turns out to be off never showed a word. */
  [part='loading'] {
    block-size: 3.5rem;
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentColor 12%, transparent);
    opacity: 0;
    animation: appear 0.3s 0.4s forwards;
  }
  [part='loading'].below-heading {
    margin-block-start: calc(1.25em * 1.3 + var(--_space) * 0.75);
  }
  [part='loading']:has(.expected-row) {
    block-size: auto;
  }
  .expected-row {
    display: block;
    block-size: calc(4em * var(--_density) + 1px);
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    [part='loading'] {
      border: 1px dashed CanvasText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [part='loading'] {
      animation-duration: 0s;
    }
  }
`;
