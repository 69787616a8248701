import { css } from 'lit';

/** Among the other things in a header: no wider than it has to be, and as high before the account is there as after it. */
export const userButtonStyles = css`
  :host {
    --_avatar: var(--logto-user-button-size, 2.25rem);
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    justify-content: flex-end;
    min-block-size: var(--_avatar);
    max-inline-size: 100%;
    container-type: normal; /* else it would have no width of its own */
    vertical-align: middle;
  }
  [part~='loading'] {
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
    border-radius: 50%;
  }
  [part~='button'] {
    display: inline-flex;
    gap: 0.6em;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: var(--_avatar);
    padding: 0;
    border: 0;
    border-radius: calc(var(--_avatar) / 2);
  }
  [part~='name'] {
    max-inline-size: 12em;
    padding-inline-end: 0.75em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [part~='panel'] {
    position: fixed;
    inset: auto;
    inline-size: max-content;
    min-inline-size: 12rem;
    margin: 0;
    padding: 0.4rem;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--logto-color-surface, Canvas);
    font-size: 0.95rem;
    color: var(--logto-color-text, CanvasText);
    text-align: start;
    box-shadow: 0 0.5rem 2rem rgb(0 0 0 / 0.18);
  }
  [part~='person'] {
    display: grid;
    justify-items: start;
    max-inline-size: 18rem;
    margin: 0.3rem 0.6rem 0.5rem;
    font-weight: 600;
  }
  [part~='address'] {
    font-size: 0.9em;
    font-weight: 400;
    color: var(--_muted);
  }
  [part~='panel'] > :is([part~='error'], [part~='retry']) {
    margin: 0.3rem 0.6rem;
  }
  [part~='menu'] {
    display: grid;
  }
  [part~='person'] + [part~='menu'] {
    padding-block-start: 0.4rem;
    border-block-start: 1px solid var(--_line);
  }
  [part~='item'],
  ::slotted(:is(a, button)) {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: max(24px, 2.5em * var(--_density));
    padding: 0.45em 0.6rem;
    border: 0;
    border-radius: var(--_button-radius);
    background: none;
    font: inherit;
    text-align: start;
    text-decoration: none;
    color: inherit;
    cursor: pointer;
  }
  [part~='item']:is(:hover, :focus-visible),
  ::slotted(:is(a, button):is(:hover, :focus-visible)) {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  [part~='item']:focus-visible,
  ::slotted(:is(a, button):focus-visible) {
    outline: var(--_focus-ring);
    outline-offset: -2px;
  }
`;
