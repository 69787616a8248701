import { html, nothing } from 'lit';

import type { SecondStepLocalizer } from '../localize/localizer.js';
import { calendarDate } from '../localize/calendar-date.js';

/** When something was added, and last used, each on a line. */
export function addedAndUsed(
  localize: SecondStepLocalizer,
  { createdAt, lastUsedAt }: { createdAt: string; lastUsedAt?: string },
) {
  const date = calendarDate(createdAt, localize.lang);
  const used = calendarDate(lastUsedAt, localize.lang);
  return html`${date ? html`<span class="line">${localize.text('mfa.added', { date })}</span>` : nothing}
  ${used ? html`<span class="line">${localize.text('mfa.lastUsed', { date: used })}</span>` : nothing}`;
}
