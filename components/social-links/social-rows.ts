import { html, nothing } from 'lit';

import type { SocialIdentity } from '../../src/api/account.js';
import { connectorName, type SocialConnector } from '../../src/social/connectors.js';
import type { Row, RowAction } from '../../src/ui/action-row.js';
import { imageUrl } from '../../src/ui/http-url.js';
import { hideBroken, showLoaded } from '../../src/ui/image-visibility.js';
import type { SocialLocalizer } from './social-panel.js';

/** What the rows are made from. */
export interface SocialView {
  localize: SocialLocalizer;
  /** By target. */
  identities: Readonly<Record<string, SocialIdentity>>;
  connectors: readonly SocialConnector[];
  canEdit: boolean;
  /** Whether the user could not sign in any more without the one that is linked. */
  isLast: boolean;
  isDark: boolean;
  keyOf: (target: string) => string;
  on: {
    link: (connector: SocialConnector) => void;
    unlink: (target: string) => void;
  };
}

/** What is linked first, then what can be. */
export function socialRows(view: SocialView): Row[] {
  const { identities, connectors, canEdit } = view;
  const linked = Object.entries(identities).map(([target, identity]) => linkedRow(view, target, identity));
  const others = connectors.filter(({ target }) => !Object.hasOwn(identities, target));
  const rows = [...linked, ...(canEdit ? others : []).map((connector) => linkableRow(view, connector))];
  if (rows.length > 0) return rows;
  return [{ key: 'none', value: view.localize.text('socialLinks.none'), isUnset: true, actions: [] }];
}

/** The name of a provider, also of one that the tenant no longer has. */
export const providerName = (connectors: readonly SocialConnector[], target: string, lang: string) =>
  connectorName(connectors.find((connector) => connector.target === target) ?? { target }, lang);

function linkedRow(view: SocialView, target: string, { details }: SocialIdentity): Row {
  const { localize, connectors, canEdit, isLast, keyOf, on } = view;
  const connector = connectors.find((each) => each.target === target);
  const provider = providerName(connectors, target, localize.lang);
  const replace: RowAction[] = connector
    ? [
        {
          part: 'edit',
          text: localize.text('common.replace'),
          label: localize.text('socialLinks.replaceLabel', { provider }),
          run: () => on.link(connector),
        },
      ]
    : [];
  const unlink: RowAction = {
    part: 'remove',
    text: localize.text('socialLinks.unlink'),
    label: localize.text('socialLinks.unlinkLabel', { provider }),
    isDisabled: isLast,
    run: () => on.unlink(target),
  };
  const who = [details?.name, details?.email].filter((text) => typeof text === 'string' && text.trim() !== '');
  return {
    key: keyOf(target),
    label: named(view, connector, provider),
    value: who.length > 0 ? html`<bdi>${who.join(' · ')}</bdi>` : localize.text('socialLinks.linked'),
    ...(canEdit && isLast && { hint: localize.text('credential.lastOne') }),
    actions: canEdit ? [...replace, unlink] : [],
  };
}

function linkableRow(view: SocialView, connector: SocialConnector): Row {
  const { localize, keyOf, on } = view;
  const provider = connectorName(connector, localize.lang);
  return {
    key: keyOf(connector.target),
    label: named(view, connector, provider),
    value: localize.text('socialLinks.notLinked'),
    isUnset: true,
    actions: [
      {
        part: 'edit',
        text: localize.text('socialLinks.link'),
        label: localize.text('socialLinks.linkLabel', { provider }),
        run: () => on.link(connector),
      },
    ],
  };
}

function named({ isDark }: SocialView, connector: SocialConnector | undefined, provider: string) {
  const url = imageUrl((isDark && connector?.logoDark) || connector?.logo);
  const logo = html`<img
    part="logo"
    src=${url ?? ''}
    alt=""
    referrerpolicy="no-referrer"
    @error=${hideBroken}
    @load=${showLoaded}
  />`;
  return html`<span class="provider">${url ? logo : nothing}<bdi>${provider}</bdi></span>`;
}
