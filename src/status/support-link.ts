import { html, nothing } from 'lit';

import type { CommonLocalizer } from '../localize/localizer.js';

/** Leads to the people who run the service, where the tenant says how to reach them. */
export const supportLink = (localize: CommonLocalizer, address: string | undefined) =>
  address ? html`<a part="support" href=${address}>${localize.text('common.contactSupport')}</a>` : nothing;
