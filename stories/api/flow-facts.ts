import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import * as needs from '../../src/settings/element-requirements.js';
import { findTag } from './manifest.js';
import { markdown } from './markdown.js';

/** Where the elements have their pages in Storybook, and what they need of Logto. */
const tags: Record<string, { docs: string; needs?: needs.ElementRequirements }> = {
  'logto-account-provider': { docs: 'account-provider' },
  'logto-sign-in': { docs: 'sign-in' },
  'logto-user-button': { docs: 'user-button' },
  'logto-profile': { docs: 'profile', needs: needs.profileRequirements },
  'logto-username': { docs: 'username', needs: needs.usernameRequirements },
  'logto-email': { docs: 'email', needs: needs.emailRequirements },
  'logto-phone': { docs: 'phone', needs: needs.phoneRequirements },
  'logto-password': { docs: 'password', needs: needs.passwordRequirements },
  'logto-mfa': { docs: 'two-step-verification', needs: needs.mfaRequirements },
  'logto-passkeys': { docs: 'passkeys', needs: needs.passkeysRequirements },
  'logto-social-links': { docs: 'social-accounts', needs: needs.socialLinksRequirements },
  'logto-sessions': { docs: 'sessions', needs: needs.sessionsRequirements },
  'logto-connected-apps': { docs: 'connected-apps', needs: needs.connectedAppsRequirements },
  'logto-trusted-devices': { docs: 'trusted-devices', needs: needs.trustedDevicesRequirements },
  'logto-delete-account': { docs: 'delete-account', needs: needs.deleteAccountRequirements },
};

/** What a flow takes, by element: toggles and scopes from the code itself, events from custom-elements.json. */
export class FlowFacts extends LitElement {
  static override styles = css`
    :host {
      display: block;
      margin-block: 1rem;
      font:
        0.875rem / 1.5 'Nunito Sans',
        system-ui,
        sans-serif;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(5rem, auto) 1fr;
      gap: 0.375rem 1.5rem;
      margin: 0 0 1.5rem;
      padding: 0.75rem 1rem;
      border: 1px solid color-mix(in srgb, currentColor 20%, transparent);
      border-radius: 0.25rem;
    }
    dt {
      font-weight: 600;
    }
    dd {
      min-inline-size: 0;
      margin: 0;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    p {
      display: inline;
    }
    code {
      font:
        0.8125rem ui-monospace,
        monospace;
      overflow-wrap: anywhere;
    }
  `;

  /** Their names, separated by spaces. */
  @property() tags = '';

  override render(): TemplateResult {
    return html`${this.tags.split(' ').map((name) => this.#facts(name))}`;
  }

  #facts(name: string): TemplateResult {
    const { docs = '', needs } = tags[name] ?? {};
    return html`
      <dl>
        <dt>Element</dt>
        <dd>
          <code>&lt;${name}&gt;</code>,
          <a href="./?path=/docs/${docs}--docs" target="_parent">its reference and every state of it</a>
        </dd>
        <dt>Toggles</dt>
        <dd>${needs?.fields.length ? codes(needs.fields) : 'none of its own'}</dd>
        <dt>Scopes</dt>
        <dd>${codes(['openid', ...(needs?.scopes ?? [])])}</dd>
        <dt>Events</dt>
        <dd>
          <ul>
            ${findTag(name)?.events?.map(
              (event) => html`<li><code>${event.name}</code> ${markdown(event.description ?? '')}</li>`,
            )}
          </ul>
        </dd>
      </dl>
    `;
  }
}

const codes = (names: readonly string[]) => names.map((name, index) => html`${index ? ', ' : ''}<code>${name}</code>`);

/** Its name, and the reason to have it: nothing in a module of this package counts unless it is used by name. */
export const flowFacts = 'flow-facts';

customElements.define(flowFacts, FlowFacts);
