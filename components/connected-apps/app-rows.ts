import { html } from 'lit';

import type { Localizer } from '../../src/localize/localizer.js';
import { connectedAppMessages } from '../../src/localize/messages/en/connected-apps.js';
import { emptyRow, type Opened, type Row } from '../../src/rows/row.js';
import { calendarDate } from '../../src/localize/calendar-date.js';
import type { ConnectedApp } from './app-groups.js';

export const appIcon = 'M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z';

type ConnectedAppLocalizer = Localizer<keyof typeof connectedAppMessages>;

/** What the rows are made from. */
interface ConnectedAppView {
  localize: ConnectedAppLocalizer;
  apps: readonly ConnectedApp[];
  canEdit: boolean;
  revoke: (app: ConnectedApp) => Opened;
}

export function appRows({ apps, ...view }: ConnectedAppView): Row[] {
  if (apps.length > 0) return apps.map((app) => appRow(view, app));
  return [emptyRow(appIcon, view.localize.text('connectedApps.none'))];
}

export const appName = (localize: ConnectedAppLocalizer, { name }: ConnectedApp) =>
  name ?? localize.text('connectedApps.unnamed');

function appRow({ localize, canEdit, revoke }: Omit<ConnectedAppView, 'apps'>, app: ConnectedApp): Row {
  const name = appName(localize, app);
  const date = calendarDate(app.since, localize.lang);
  const scopes = scopesIn(localize, app.scopes);
  const action = {
    part: 'remove',
    text: localize.text('connectedApps.revoke'),
    label: localize.text('connectedApps.revokeLabel', { app: name }),
    open: () => revoke(app),
  };
  return {
    key: app.id,
    label: name,
    icon: appIcon,
    value: valueOf(app.host, date && localize.text('connectedApps.since', { date })),
    ...(scopes && { hint: localize.text('connectedApps.scopes', { scopes }) }),
    actions: canEdit ? [action] : [],
  };
}

/** A host reads from left to right in every language. */
function valueOf(host: string | undefined, since: string) {
  if (!host) return since;
  return html`<bdi dir="ltr">${host}</bdi>${since && ` · ${since}`}`;
}

/** They say how the app works, and nothing about the user. */
const technical = ['openid', 'offline_access'];

/** What a user would mind: in words, or by its name where there are none. */
function scopesIn(localize: ConnectedAppLocalizer, scopes: readonly string[]): string {
  const minded = scopes.filter((scope) => !technical.includes(scope));
  const names = minded.map((scope) => {
    const key = `connectedApps.scope.${scope.replace(/^urn:logto:scope:/, '')}`;
    return Object.hasOwn(connectedAppMessages, key) ? localize.text(key as keyof typeof connectedAppMessages) : scope;
  });
  return new Intl.ListFormat(localize.lang).format(names);
}
