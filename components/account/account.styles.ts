import { css } from 'lit';

/** Sections beside their navigation; below it when the element itself is narrow. */
export const accountStyles = css`
  .page {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .page:has(> [part='navigation']) {
    grid-template-columns: minmax(10rem, 14rem) minmax(0, 1fr);
    gap: calc(var(--_space) * 2.5);
    align-items: start;
  }
  [part='service'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    margin-block-start: calc(var(--_space) * 2);
    font-size: 0.9em;
  }
  .way-back {
    margin-block-start: calc(var(--_space) * -1.5);
  }
  .way-back:not(:has(a)) {
    position: absolute;
  }
  nav ul {
    display: grid;
    gap: 0.25rem;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part~='link'] {
    display: flex;
    gap: var(--_icon-gap);
    align-items: center;
    min-block-size: max(24px, 2.5em * var(--_density));
    padding: 0.25em 0.9em;
    border-inline-start: 3px solid transparent;
    border-radius: var(--_button-radius);
    font-weight: 550;
    color: inherit;
    text-decoration: none;
  }
  [part~='link']:not([aria-current]) [part~='icon'] {
    color: var(--_muted);
  }
  [part~='link']:hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  [part~='link'][aria-current] {
    background: color-mix(in oklab, var(--_accent) 12%, transparent);
  }
  .sections,
  [part='section'] {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    min-inline-size: 0;
  }
  [part='card'] {
    border: 1px solid var(--_line);
    border-radius: var(--_list-radius);
    background: var(--_surface);
    overflow: clip;
  }
  [part='card'] > ::slotted(*) {
    --_list-border: 0;
    --_inner-radius: 0;
    --_inset: var(--_space);
  }
  [part='card'] > slot:not(:first-child)::slotted(*) {
    border-block-start: 1px solid var(--_line);
  }
  slot[hidden],
  .ways[hidden],
  [part='section'][hidden] {
    display: none;
  }
  /* It takes the focus when a link leads to it, and nobody tabs to it. */
  [part='section']:focus {
    outline: none;
  }
  [part='header'] {
    --_avatar: 3.25rem;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem var(--_space);
    align-items: center;
    margin-block-end: calc(var(--_space) * 2);
  }
  .person {
    display: grid;
    flex: 1 1 9rem;
    justify-items: start;
    line-height: 1.35;
  }
  [part='name'] {
    font-size: 1.125em;
    font-weight: 650;
  }
  [part='address'] {
    font-size: 0.9em;
    color: var(--_muted);
  }
  slot[name='logto-sign-in'] {
    display: block;
  }
  /* Who is signed in stands beside it: what the element says itself is for screen readers. */
  .person ~ slot[name='logto-sign-in'] {
    flex: 1 0 8rem;
  }
  .person ~ slot::slotted(logto-sign-in) {
    --_value-position: absolute;
    --_value-clip: inset(50%);
    justify-content: end;
  }
  [part='loading'] {
    block-size: 12rem;
  }
  /* As high as what comes there, so that the page below stays where it is. */
  slot[name='logto-sign-in'] + [part='loading'] {
    block-size: 2.5em;
  }
  @container (inline-size < 44rem) {
    .page:has(> [part='navigation']) {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 1.5);
    }
    nav ul {
      display: flex;
      flex-wrap: wrap;
      border-block-end: 1px solid var(--_line);
    }
    [part~='link'] {
      border-inline-start: 0;
      border-block-end: 3px solid transparent;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    [part~='link'][aria-current] {
      border-block-end-color: var(--_accent);
    }
  }
  @media (forced-colors: active) {
    [part~='link'][aria-current] {
      border-color: Highlight;
    }
  }
`;
