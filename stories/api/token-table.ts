import { css, html, LitElement, type TemplateResult } from 'lit';

import { tokens, type Entry } from './manifest.js';
import { markdown } from './markdown.js';

/** A token about one thing. The others are about everything. */
const isSecondLevel = ({ name }: Entry) => /^--logto-(list|row|button|input|focus)-/.test(name);

/** Every public token by its level, from custom-elements.json. */
export class TokenTable extends LitElement {
  static override styles = css`
    :host {
      display: block;
      overflow-x: auto;
      font:
        0.875rem / 1.5 'Nunito Sans',
        system-ui,
        sans-serif;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    caption {
      padding-block: 1rem 0.25rem;
      font-weight: 600;
      text-align: start;
    }
    th,
    td {
      padding: 0.5rem 1rem 0.5rem 0;
      border-block-end: 1px solid color-mix(in srgb, currentColor 15%, transparent);
      font-weight: inherit;
      text-align: start;
      vertical-align: top;
    }
    p {
      margin: 0;
    }
    code {
      font:
        0.8125rem ui-monospace,
        monospace;
      white-space: nowrap;
    }
  `;

  override render(): TemplateResult {
    const table = (caption: string, entries: Entry[]) => html`
      <table>
        <caption>
          ${caption}
        </caption>
        ${entries.map(
          ({ name, description }) => html`
            <tr>
              <th scope="row"><code>${name}</code></th>
              <td>${markdown(description ?? '')}</td>
            </tr>
          `,
        )}
      </table>
    `;
    return html`
      ${table(
        'First level',
        tokens.filter((token) => !isSecondLevel(token)),
      )}
      ${table('Second level', tokens.filter(isSecondLevel))}
    `;
  }
}

/** Its name, and the reason to have it: nothing in a module of this package counts unless it is used by name. */
export const tokenTable = 'token-table';

customElements.define(tokenTable, TokenTable);
