import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { findTag, type Entry, type Tag } from './manifest.js';
import { markdown } from './markdown.js';

interface Section {
  title: string;
  /** What stands in the first column, and how it is written in code. */
  heading: string;
  entries: Entry[];
  nameOf?: (entry: Entry) => string;
  isTyped?: boolean;
}

const sectionsOf = ({ tagName, attributes = [], members = [], ...tag }: Tag): Section[] => [
  {
    title: 'Attributes',
    heading: 'Attribute',
    entries: attributes.map((attribute) => ({ ...attribute, ...of(members, attribute.fieldName) })),
    isTyped: true,
  },
  {
    title: 'Properties',
    heading: 'Property',
    entries: members.filter(({ kind }) => kind === 'field'),
    isTyped: true,
  },
  {
    title: 'Methods',
    heading: 'Method',
    entries: members.filter(({ kind }) => kind === 'method').map((method) => ({ ...method, ...signatureOf(method) })),
    isTyped: true,
  },
  { title: 'Events', heading: 'Event', entries: tag.events ?? [], isTyped: true },
  { title: 'Slots', heading: 'Slot', entries: tag.slots ?? [], nameOf: ({ name }) => name || '(default)' },
  {
    title: 'CSS parts',
    heading: 'Part',
    entries: tag.cssParts ?? [],
    nameOf: ({ name }) => `${tagName}::part(${name})`,
  },
  {
    title: 'Custom states',
    heading: 'State',
    entries: tag.cssStates ?? [],
    nameOf: ({ name }) => `${tagName}:state(${name})`,
  },
  { title: 'CSS custom properties', heading: 'Property', entries: tag.cssProperties ?? [] },
];

/** An attribute is described with its property, under its own name. */
function of(members: Tag['members'] = [], fieldName?: string): Partial<Entry> {
  const { description, type, default: value } = members.find(({ name }) => name === fieldName) ?? {};
  return Object.fromEntries(Object.entries({ description, type, default: value }).filter(([, known]) => known));
}

function signatureOf({ name, parameters = [], return: result }: NonNullable<Tag['members']>[number]) {
  return {
    name: `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`,
    ...(result?.type && { type: result.type }),
  };
}

/** Everything public about one element: `<api-reference tag="logto-email">`. Storybook's own table mixes equal names up. */
export class ApiReference extends LitElement {
  static override styles = css`
    :host {
      display: block;
      font:
        0.875rem / 1.5 'Nunito Sans',
        system-ui,
        sans-serif;
      color: inherit;
    }
    h3 {
      margin: 2rem 0 0.5rem;
      font-size: 1rem;
    }
    .scroll {
      overflow-x: auto;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 0.5rem 1rem 0.5rem 0;
      border-block-end: 1px solid color-mix(in srgb, currentColor 15%, transparent);
      text-align: start;
      vertical-align: top;
    }
    thead th {
      font-size: 0.75rem;
    }
    tbody th {
      inline-size: 16rem;
      font-weight: inherit;
    }
    code {
      padding: 0.1em 0.3em;
      border-radius: 0.25em;
      background: color-mix(in srgb, currentColor 7%, transparent);
      font:
        0.8125rem ui-monospace,
        monospace;
      overflow-wrap: anywhere;
    }
    p {
      margin: 0 0 0.5rem;
    }
    td p:last-child {
      margin: 0;
    }
    .type {
      color: color-mix(in srgb, currentColor 75%, transparent);
    }
  `;

  /** The name of the element. */
  @property() tag = '';

  override render(): TemplateResult {
    const tag = findTag(this.tag);
    if (!tag) return html`<p>There is no element ${this.tag}.</p>`;
    return html`${markdown(tag.description ?? tag.summary ?? '')}
    ${sectionsOf(tag).map((section) => (section.entries.length ? this.#section(section) : nothing))}`;
  }

  #section({ title, heading, entries, nameOf = ({ name }) => name, isTyped }: Section): TemplateResult {
    return html`
      <h3 id=${title.toLowerCase().replaceAll(' ', '-')}>${title}</h3>
      <div class="scroll">
        <table aria-label=${title}>
          <thead>
            <tr>
              <th scope="col">${heading}</th>
              <th scope="col">What it is</th>
            </tr>
          </thead>
          <tbody>
            ${entries.map(
              (entry) => html`
                <tr>
                  <th scope="row"><code>${nameOf(entry)}</code></th>
                  <td>${markdown(entry.description ?? '')} ${isTyped ? typeOf(entry) : nothing}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

const typeOf = ({ type, default: value }: Entry) =>
  type
    ? html`<p class="type"><code>${type.text}</code>${value ? html`, by default <code>${value}</code>` : nothing}</p>`
    : nothing;

/** Its name, and the reason to have it: nothing in a module of this package counts unless it is used by name. */
export const apiReference = 'api-reference';

customElements.define(apiReference, ApiReference);
