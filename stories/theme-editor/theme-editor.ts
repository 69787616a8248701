import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import { tokens, type Entry } from '../api/manifest.js';
import { markdown } from '../api/markdown.js';
import { themes } from '../themes/themes.js';
import { bothColors, emptyTheme, isColor, lightAndDark, toHex, tokenIn, withToken } from './theme-css.js';

const starts: Record<string, { title: string; css: string }> = {
  none: { title: 'Nothing', css: emptyTheme },
  ...themes,
};

const isColorToken = ({ name }: Entry) => name.includes('-color-') || name.endsWith('-background');

/** Fields for all public tokens. What they make is in force in the whole page at once, and can be copied. */
export class ThemeEditor extends LitElement {
  static override styles = css`
    :host {
      display: block;
      font:
        0.875rem / 1.5 system-ui,
        sans-serif;
    }
    h2,
    h3 {
      margin: 1.5rem 0 0.5rem;
      font-size: 1rem;
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.25rem;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-block-end: 0.25rem;
      padding: 0;
      font-weight: 600;
    }
    .tokens {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr));
      gap: 1rem 1.5rem;
    }
    .token {
      min-inline-size: 0;
    }
    .token > label {
      display: block;
      font:
        600 0.8125rem ui-monospace,
        monospace;
      overflow-wrap: anywhere;
    }
    .inputs {
      display: flex;
      gap: 0.375rem;
      margin-block: 0.25rem;
    }
    input,
    textarea,
    button {
      box-sizing: border-box;
      border: 1px solid color-mix(in srgb, currentColor 60%, transparent);
      border-radius: 0.25rem;
      background: Canvas;
      color: inherit;
      font: inherit;
    }
    input:not([type]),
    textarea {
      flex: 1;
      min-inline-size: 0;
      padding: 0.25rem 0.5rem;
      font:
        0.8125rem / 1.5 ui-monospace,
        monospace;
    }
    input[type='color'] {
      inline-size: 2.25rem;
      block-size: 2rem;
      padding: 0.125rem;
    }
    input[type='color'].unset {
      opacity: 0.4;
    }
    [aria-invalid='true'] {
      border: 2px solid light-dark(#b3261e, #ff9c92);
    }
    .help {
      margin: 0;
      font-size: 0.8125rem;
      color: color-mix(in srgb, currentColor 78%, transparent);
    }
    .help p {
      margin: 0;
    }
    code {
      font:
        0.95em ui-monospace,
        monospace;
      overflow-wrap: anywhere;
    }
    textarea {
      inline-size: 100%;
      block-size: 16rem;
      resize: vertical;
      white-space: pre;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 0.75rem;
      margin-block-start: 0.5rem;
    }
    button {
      min-block-size: 2.25rem;
      padding: 0.25rem 0.875rem;
      cursor: pointer;
    }
    :focus-visible {
      outline: 2px solid Highlight;
      outline-offset: 1px;
    }
  `;

  @state() private start = 'none';
  @state() private theme = emptyTheme;
  @state() private message = '';

  @query('textarea') private output!: HTMLTextAreaElement;

  readonly #sheet = new CSSStyleSheet();

  override connectedCallback(): void {
    super.connectedCallback();
    document.adoptedStyleSheets.push(this.#sheet);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  override updated(): void {
    this.#sheet.replaceSync(this.theme);
  }

  override render(): TemplateResult {
    return html`
      <fieldset>
        <legend>Start from</legend>
        ${Object.entries(starts).map(
          ([name, { title }]) => html`
            <label>
              <input
                type="radio"
                name="start"
                value=${name}
                .checked=${live(name === this.start)}
                @change=${() => this.#begin(name)}
              />
              ${title}
            </label>
          `,
        )}
      </fieldset>
      <h2>Colours</h2>
      <div class="tokens">${tokens.filter(isColorToken).map((token) => this.#colorField(token))}</div>
      <h2>Type, space and shape</h2>
      <div class="tokens">${tokens.filter((token) => !isColorToken(token)).map((token) => this.#textField(token))}</div>
      <h2><label for="css">CSS for your page</label></h2>
      <textarea id="css" readonly spellcheck="false" .value=${live(this.theme)}></textarea>
      <div class="actions">
        <button type="button" @click=${this.#copy}>Copy CSS</button>
        <button type="button" @click=${() => this.#begin(this.start)}>Reset</button>
        <span role="status">${this.message}</span>
      </div>
    `;
  }

  #textField(token: Entry, pickers: TemplateResult | typeof nothing = nothing): TemplateResult {
    const { name } = token;
    const value = tokenIn(this.theme, name);
    const isWrong = isColorToken(token) && value !== '' && !value.includes('var(') && !isColor(value);
    return html`
      <div class="token">
        <label for=${name}>${name}</label>
        <div class="inputs">
          ${pickers}
          <input
            id=${name}
            aria-describedby="about-${name}"
            aria-invalid=${isWrong}
            autocomplete="off"
            spellcheck="false"
            placeholder="not set"
            .value=${value}
            @input=${({ target }: { target: HTMLInputElement }) => this.#set(name, target.value)}
          />
        </div>
        <div class="help" id="about-${name}">${markdown(token.description ?? '')}</div>
      </div>
    `;
  }

  #colorField(token: Entry): TemplateResult {
    const { name } = token;
    const value = tokenIn(this.theme, name);
    const [light, dark] = lightAndDark(value);
    const picker = (scheme: string, color: string, become: (hex: string) => string) => html`
      <input
        type="color"
        class=${value ? '' : 'unset'}
        aria-label="${name}, ${scheme}"
        title=${scheme}
        .value=${live(toHex(color))}
        @input=${({ target }: { target: HTMLInputElement }) => this.#set(name, become(target.value))}
      />
    `;
    return this.#textField(
      token,
      html`${picker('light', light, (hex) => bothColors(hex, dark || hex))}
      ${picker('dark', dark, (hex) => bothColors(light || hex, hex))}`,
    );
  }

  #set(token: string, value: string): void {
    // What would end the declaration would be another one, or a rule.
    this.theme = withToken(this.theme, token, value.replace(/[;{}\n]/g, '').trim());
    this.message = '';
  }

  #begin(start: string): void {
    this.start = start;
    this.theme = starts[start]!.css;
    this.message = '';
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.theme);
      this.message = 'Copied.';
    } catch {
      // Pages without permission, and browsers without that function.
      this.output.select();
      this.message = 'Selected. Copy it with your keyboard.';
    }
  }
}

/** Its name, and the reason to have it: nothing in a module of this package counts unless it is used by name. */
export const themeEditor = 'theme-editor';

customElements.define(themeEditor, ThemeEditor);
