import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { Localizer } from '../../src/localize/localizer.js';
import type { accountMessages } from '../../src/localize/messages/en/account.js';
import type { ServiceLinks } from '../../src/settings/service-links.js';
import { loadingPlaceholder } from '../../src/status/status-templates.js';
import { supportLink } from '../../src/status/support-link.js';
import type { ElementName } from '../element-loaders.js';
import { isBuiltIn, isRow } from './account-sections.js';
import type { ComposedElements } from './composed-elements.js';

/** What the page is made from. */
export interface AccountView {
  localize: Localizer<keyof typeof accountMessages>;
  tags: ComposedElements;
  sections: readonly string[];
  elementsIn: (section: string) => readonly ElementName[];
  isShown: (section: string) => boolean;
  /** Whether something could not be loaded: what is missing is not waited for. */
  hasFailed: boolean;
}

export interface NavigationOptions {
  current: string | undefined;
  hrefOf: (section: string) => string;
  go: (section: string, event: MouseEvent) => void;
}

export const navigation = (view: AccountView, { current, hrefOf, go }: NavigationOptions) => html`
  <nav part="navigation" aria-label=${view.localize.text('account.navigation')}>
    <ul role="list">
      ${repeat(
        view.sections,
        (section) => section,
        (section) =>
          html`<li>
            <a
              part=${section === current ? 'link current' : 'link'}
              href=${hrefOf(section)}
              aria-current=${section === current ? 'page' : nothing}
              @click=${(event: MouseEvent) => go(section, event)}
              >${labelOf(view, section)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>
`;

/** A section of the page's own is a landmark by itself, if the page wants it to be one. */
export function sectionList(view: AccountView) {
  const shown = view.sections.filter((section) => view.isShown(section));
  const firstWaiting = shown.findIndex((section) => waitingFrom(view, presentIn(view, view.elementsIn(section))) >= 0);
  const seen = firstWaiting < 0 ? shown : shown.slice(0, firstWaiting + 1);
  return repeat(
    view.sections,
    (section) => section,
    (section) => html`
      <section
        part="section"
        aria-label=${isBuiltIn(section) ? labelOf(view, section) : nothing}
        tabindex="-1"
        ?hidden=${!seen.includes(section)}
      >
        ${elementSlots(view, view.elementsIn(section))}
        <slot name=${section}></slot>
      </section>
    `,
  );
}

/** Tags are shown from top to bottom: nothing appears above what is there already. */
export function elementSlots(view: AccountView, all: readonly ElementName[]) {
  const present = presentIn(view, all);
  const firstWaiting = waitingFrom(view, present);
  const isWaiting = (index: number) => firstWaiting >= 0 && index >= firstWaiting;
  return html`
    ${repeat(
      present,
      (tag) => tag,
      (tag, index) =>
        html`<slot
          name=${tag}
          class=${index > 0 && isRow(tag) ? 'close' : nothing}
          ?hidden=${isWaiting(index)}
        ></slot>`,
    )}
    ${firstWaiting >= 0 ? loadingPlaceholder(view.localize) : nothing}
  `;
}

/** Without those that take no space. */
const presentIn = ({ tags, hasFailed }: AccountView, all: readonly ElementName[]) =>
  all.filter((tag) => (tags.isMissing(tag) ? !hasFailed : !tags.isOff(tag)));

/** The index of the first that is not there yet; negative when all are. */
const waitingFrom = ({ tags }: AccountView, present: readonly ElementName[]) =>
  present.findIndex((tag) => tags.isMissing(tag) || tags.isLoading(tag));

/** What the tenant tells of the service itself. */
export function serviceList(localize: AccountView['localize'], { terms, privacy, support }: ServiceLinks) {
  const links = [
    terms && html`<a href=${terms}>${localize.text('account.terms')}</a>`,
    privacy && html`<a href=${privacy}>${localize.text('account.privacy')}</a>`,
    support && supportLink(localize, support),
  ].filter(Boolean);
  return links.length > 0
    ? html`<ul part="service" role="list">
        ${links.map((link) => html`<li>${link}</li>`)}
      </ul>`
    : nothing;
}

/** A section of the page's own is called as the page says. */
function labelOf({ localize, tags }: AccountView, section: string): string {
  if (isBuiltIn(section)) return localize.text(`account.${section}`);
  const labels = tags.at(section).map((child) => child.getAttribute('aria-label'));
  return labels.find(Boolean) ?? section;
}
