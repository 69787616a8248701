import { html } from 'lit';

import type { CommonLocalizer } from '../localize/localizer.js';

/** Said after a button that copies was pressed; empty before, so that screen readers notice the change. */
export const copyResult = (localize: CommonLocalizer, result: 'copied' | 'failed' | undefined) =>
  html`<p part="hint" role="status" .textContent=${textFor(localize, result)}></p>`;

const textFor = (localize: CommonLocalizer, result: 'copied' | 'failed' | undefined) =>
  result ? localize.text(result === 'copied' ? 'common.copied' : 'common.copyFailed') : '';
