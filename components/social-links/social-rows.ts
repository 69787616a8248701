import { html, nothing } from 'lit';

import type { Localizer } from '../../src/localize/localizer.js';
import type { SocialIdentity } from '../../src/api/account.js';
import { connectorName, type SocialConnector } from '../../src/settings/social-connectors.js';
import { personIcon } from '../../src/look/icons.js';
import { emptyRow, type Row, type RowAction } from '../../src/rows/row.js';
import { imageUrl } from '../../src/text/http-url.js';
import { hideBroken, showLoaded } from '../../src/image-visibility.js';
import type { SocialActions } from './social-actions.js';
import type { SocialMessageKey } from './social-panel.js';

/** What the rows are made from. */
interface SocialView {
  localize: Localizer<SocialMessageKey>;
  /** By target. */
  identities: Readonly<Record<string, SocialIdentity>>;
  connectors: readonly SocialConnector[];
  /** Whether the mode of the element lets the user link an account of this provider. */
  canLink: (connector: SocialConnector) => boolean;
  canEdit: boolean;
  /** Whether the user could not sign in any more without the one that is linked. */
  isLast: boolean;
  isDark: boolean;
  actions: Pick<SocialActions, 'link' | 'unlink'>;
}

/** What is linked first, then what can be. */
export function socialRows(view: SocialView): Row[] {
  const { identities, connectors, canLink } = view;
  const linked = Object.entries(identities).map(([target, identity]) => linkedRow(view, target, identity));
  const others = connectors.filter((each) => !Object.hasOwn(identities, each.target) && canLink(each));
  const rows = [...linked, ...others.map((connector) => linkableRow(view, connector))];
  if (rows.length > 0) return rows;
  return [emptyRow(personIcon, view.localize.text('socialLinks.none'))];
}

/** The name of a provider, also of one that the tenant no longer has. */
export const providerName = (connectors: readonly SocialConnector[], target: string, lang: string) =>
  connectorName(connectors.find((connector) => connector.target === target) ?? { target }, lang);

function linkedRow(view: SocialView, target: string, { details }: SocialIdentity): Row {
  const { localize, connectors, canLink, canEdit, isLast, actions } = view;
  const connector = connectors.find((each) => each.target === target);
  const provider = providerName(connectors, target, localize.lang);
  const replace: RowAction[] =
    connector && canLink(connector)
      ? [
          {
            part: 'edit',
            text: localize.text('common.replace'),
            label: localize.text('socialLinks.replaceLabel', { provider }),
            open: () => actions.link(connector),
            task: target,
            needsPress: true,
          },
        ]
      : [];
  const unlink: RowAction = {
    part: 'remove',
    text: localize.text('socialLinks.unlink'),
    label: localize.text('socialLinks.unlinkLabel', { provider }),
    isDisabled: isLast,
    open: () => actions.unlink(target),
  };
  return {
    key: target,
    label: named(view, connector, provider),
    value: accountOf(localize, details),
    ...(canEdit && isLast && { hint: localize.text('credential.lastOne') }),
    actions: canEdit ? [...replace, unlink] : [],
  };
}

function linkableRow(view: SocialView, connector: SocialConnector): Row {
  const { localize, canEdit, actions } = view;
  const provider = connectorName(connector, localize.lang);
  const link: RowAction = {
    part: 'edit',
    text: localize.text('socialLinks.link'),
    label: localize.text('socialLinks.linkLabel', { provider }),
    open: () => actions.link(connector),
    task: connector.target,
    needsPress: true,
  };
  return {
    key: connector.target,
    label: named(view, connector, provider),
    value: localize.text('socialLinks.notLinked'),
    isUnset: true,
    actions: canEdit ? [link] : [],
  };
}

/** Whose account it is, as far as the provider has said. */
function accountOf(localize: Localizer<SocialMessageKey>, details: SocialIdentity['details']) {
  const who = [details?.name, details?.email].filter((text) => typeof text === 'string' && text.trim() !== '');
  return pictured(details?.avatar, who.join(' · ') || localize.text('socialLinks.linked'));
}

const named = ({ isDark }: SocialView, connector: SocialConnector | undefined, provider: string) =>
  pictured((isDark && connector?.logoDark) || connector?.logo, provider, { isLogo: true });

function pictured(address: unknown, text: string, { isLogo = false } = {}) {
  const url = imageUrl(address);
  const image = html`<img
    part=${isLogo ? 'logo' : 'picture'}
    src=${url ?? ''}
    alt=""
    referrerpolicy="no-referrer"
    @error=${hideBroken}
    @load=${showLoaded}
  />`;
  return html`<span class="pictured">${url ? image : nothing}<bdi>${text}</bdi></span>`;
}
