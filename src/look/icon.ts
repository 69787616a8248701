import { html } from 'lit';

/** One of `icons.ts` beside words that say the same: for those who see it. */
export const icon = (path: string) =>
  html`<svg part="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;
