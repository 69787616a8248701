import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { Account } from '../../src/api/account.js';
import { avatarImage } from '../../src/avatar/avatar-image.js';
import { knownAs } from '../../src/avatar/known-as.js';
import type { Localizer } from '../../src/localize/localizer.js';
import type { accountMessages } from '../../src/localize/messages/en/account.js';
import type { ServiceLinks } from '../../src/settings/service-links.js';
import { icon } from '../../src/look/icon.js';
import { personIcon, screenIcon, shieldIcon } from '../../src/look/icons.js';
import { loadingPlaceholder } from '../../src/status/status-templates.js';
import { supportLink } from '../../src/status/support-link.js';
import type { ElementName } from '../element-loaders.js';
import { isBuiltIn, isRow, signInElement, type BuiltInSection } from './account-sections.js';
import type { ComposedElements } from './composed-elements.js';
import type { WayBack } from './way-back.js';

/** What the page is made from. */
export interface AccountView {
  localize: Localizer<keyof typeof accountMessages>;
  tags: ComposedElements;
  sections: readonly string[];
  elementsIn: (section: string) => readonly ElementName[];
  isShown: (section: string) => boolean;
  /** What is said first about security; `undefined` until its code is there. */
  summary: unknown;
  /** Whether something could not be loaded: what is missing is not waited for. */
  hasFailed: boolean;
  wayBack: Pick<WayBack, 'tag' | 'href'> | undefined;
}

export interface NavigationOptions {
  current: string | undefined;
  hrefOf: (section: string) => string;
  go: (section: string, event: MouseEvent) => void;
}

const sectionIcons: Record<BuiltInSection, string> = {
  profile: personIcon,
  security: shieldIcon,
  devices: screenIcon,
};

/** Whose account it is, unless the page says so in its own way, and the button to sign out. */
export function header(view: AccountView, account: Account | undefined) {
  const isOwn = !signInElement.some((tag) => view.tags.isReplaced(tag));
  return html`<div part="header">
    ${account && isOwn ? renderPerson(view, account) : nothing} ${elementSlots(view, signInElement)}
  </div>`;
}

/** What it shows: it follows when one of these changes. */
export function headerValues(account: Account | undefined): readonly unknown[] {
  const { name, address } = knownAs(account ?? {});
  return [account?.id, account?.avatar, name, address];
}

function renderPerson({ localize: { lang } }: AccountView, account: Account) {
  const { name, address } = knownAs(account);
  return html`${avatarImage({ account: { avatar: account.avatar, name }, lang })}
    <p class="person">
      <bdi part="name">${name}</bdi>
      ${address ? html`<bdi part="address">${address}</bdi>` : nothing}
    </p>`;
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
              >${isBuiltIn(section) ? icon(sectionIcons[section]) : nothing}${labelOf(view, section)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>
`;

/** The first visible section that is still loading something: nothing is shown below it, which it would push down. */
export const firstWaitingSection = (view: AccountView): string | undefined =>
  view.sections.find(
    (section) => view.isShown(section) && waitingFrom(view, presentIn(view, view.elementsIn(section))) >= 0,
  );

/** A section of the page's own is a landmark by itself, if the page wants it to be one. */
export function sectionList(view: AccountView, waiting: string | undefined) {
  const shown = view.sections.filter((section) => view.isShown(section));
  const seen = waiting === undefined ? shown : shown.slice(0, shown.indexOf(waiting) + 1);
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
        ${section === 'security' ? securitySlots(view) : elementSlots(view, view.elementsIn(section))}
        <slot name=${section}></slot>
      </section>
    `,
  );
}

/**
 * The summary tells of two-step verification, so all waits until that is known, as it does for the code of the summary:
 * else it would appear above what is there already.
 */
function securitySlots(view: AccountView) {
  const { summary } = view;
  const all = view.elementsIn('security');
  const awaited = presentIn(view, all).filter((tag) => !summary || tag === 'logto-mfa');
  const isWaiting = waitingFrom(view, awaited) >= 0;
  return html`${isWaiting ? nothing : summary} ${elementSlots(view, all, isWaiting)}`;
}

/** Elements are shown from top to bottom: nothing appears above what is there already. */
export function elementSlots(view: AccountView, all: readonly ElementName[], isWaitingAbove = false) {
  const present = presentIn(view, all);
  const firstWaiting = isWaitingAbove ? 0 : waitingFrom(view, present);
  const isWaiting = (index: number) => firstWaiting >= 0 && index >= firstWaiting;
  const slots = present.map((tag, index) => ({ tag, isHidden: isWaiting(index) }));
  return html`
    ${repeat(
      groupsOf(slots),
      (group) => group[0]?.tag,
      (group) => html`${renderGroup(view, group)}${wayBackBelow(view, group)}`,
    )}
    ${firstWaiting >= 0 ? loadingPlaceholder(view.localize) : nothing}
  `;
}

interface PlacedSlot {
  tag: ElementName;
  isHidden: boolean;
}

/** The ways to sign in are a row each, and one card with one heading. */
function groupsOf(slots: readonly PlacedSlot[]): PlacedSlot[][] {
  const groups: PlacedSlot[][] = [];
  for (const [index, slot] of slots.entries()) {
    const before = slots[index - 1];
    if (before && isRow(before.tag) && isRow(slot.tag)) groups.at(-1)!.push(slot);
    else groups.push([slot]);
  }
  return groups;
}

function renderGroup({ localize }: AccountView, group: readonly PlacedSlot[]) {
  const slots = repeat(
    group,
    ({ tag }) => tag,
    ({ tag, isHidden }) => html`<slot name=${tag} ?hidden=${isHidden}></slot>`,
  );
  const isHidden = group.every((slot) => slot.isHidden);
  if (!isRow(group[0]!.tag)) return slots;
  return html`<div class="ways" role="group" aria-labelledby="ways" ?hidden=${isHidden}>
    <h2 part="heading" id="ways">${localize.text('account.waysToSignIn')}</h2>
    <div part="card">${slots}</div>
  </div>`;
}

/** A live region that is there before it has something to say. */
function wayBackBelow({ localize, wayBack }: AccountView, group: readonly PlacedSlot[]) {
  const { tag, href } = wayBack ?? {};
  if (!group.some((slot) => slot.tag === tag)) return nothing;
  return html`<div role="status" class="way-back">
    ${href ? html`<a part="return" href=${href}>${localize.text('account.back')}</a>` : nothing}
  </div>`;
}

/** Without those that take no space. */
function presentIn({ tags, hasFailed }: AccountView, all: readonly ElementName[]) {
  const absent = hasFailed ? ['off', 'missing'] : ['off'];
  return all.filter((tag) => !absent.includes(tags.visibilityOf(tag)));
}

/** The index of the first that is not there yet; negative when all are. */
const waitingFrom = ({ tags }: AccountView, present: readonly ElementName[]) =>
  present.findIndex((tag) => ['missing', 'loading'].includes(tags.visibilityOf(tag)));

/** What the tenant tells of the service itself. */
export function serviceList({ localize }: AccountView, { terms, privacy, support }: ServiceLinks) {
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
