import { html, nothing } from 'lit';

import type { Localizer } from '../../src/localize/localizer.js';
import type { passwordFormMessages } from '../../src/localize/messages/en/password-form.js';
import type { PasswordRequirement } from './password-policy.js';
import { changing } from '../../src/forms/light-dom-element.js';

/** What a password needs, and what of it is there already; nothing when nobody knows. */
export function passwordRequirements(
  localize: Localizer<keyof typeof passwordFormMessages>,
  id: string,
  requirements: readonly PasswordRequirement[],
) {
  if (requirements.length === 0) return nothing;
  return html`
    <div class="requirements" id=${id}>
      <p>${changing(localize.text('password.requirements'))}</p>
      <ul role="list">
        ${requirements.map(
          ({ code, values, isMet }) =>
            html`<li class=${isMet === undefined ? 'open' : isMet ? 'met' : 'unmet'}>
              <span
                >${changing(localize.text(`password.${code}`, { count: values?.['min'] ?? values?.['max'] ?? 0 }))}</span
              >
              ${
                isMet === undefined
                  ? nothing
                  : html`<span class="visually-hidden"
                      >${changing(localize.text(isMet ? 'password.met' : 'password.unmet'))}</span
                    >`
              }
            </li>`,
        )}
      </ul>
    </div>
  `;
}
