import type { PersonalAccessToken } from '../../src/api/account-layer.js';
import type { Localizer } from '../../src/localize/localizer.js';
import type { accessTokenMessages } from '../../src/localize/messages/en/access-tokens.js';
import type { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { plusIcon } from '../../src/look/icons.js';
import { emptyRow, type Opened, type Row } from '../../src/rows/row.js';
import { calendarDate } from '../../src/localize/calendar-date.js';

const codeIcon = 'M7.5 8l-4 4 4 4M16.5 8l4 4-4 4M13.5 5l-3 14';

type TokenLocalizer = Localizer<keyof typeof accessTokenMessages | keyof typeof credentialMessages>;

/** What the rows are made from. */
interface TokenView {
  localize: TokenLocalizer;
  tokens: readonly PersonalAccessToken[];
  canEdit: boolean;
  add: () => Opened | Promise<Opened>;
  rename: (token: PersonalAccessToken) => Opened | Promise<Opened>;
  remove: (token: PersonalAccessToken) => Opened;
}

/** The key of a token's row. A name is the only key there is. */
export const keyOf = (name: string) => `token ${name}`;

export function tokenRows({ localize, tokens, canEdit, add, rename, remove }: TokenView): Row[] {
  const rows = tokens.map((token) => ({
    key: keyOf(token.name),
    label: token.name,
    icon: codeIcon,
    value: timesOf(localize, token),
    actions: canEdit
      ? [
          {
            part: 'rename',
            text: localize.text('credential.rename'),
            label: localize.text('credential.renameField', { field: token.name }),
            open: () => rename(token),
          },
          {
            part: 'remove',
            text: localize.text('accessTokens.delete'),
            label: localize.text('accessTokens.deleteNamed', { name: token.name }),
            open: () => remove(token),
          },
        ]
      : [],
  }));
  const none = () => emptyRow(codeIcon, localize.text('accessTokens.none'));
  if (!canEdit) return rows.length > 0 ? rows : [none()];
  const action = {
    part: 'add',
    text: localize.text('accessTokens.add'),
    label: localize.text('accessTokens.addLabel'),
    open: add,
    task: '',
  };
  const label = localize.text('accessTokens.new');
  return [
    ...rows,
    { key: 'add', label, icon: plusIcon, value: localize.text('accessTokens.about'), isUnset: true, actions: [action] },
  ];
}

function timesOf(localize: TokenLocalizer, { createdAt, expiresAt }: PersonalAccessToken): string {
  const created = calendarDate(createdAt, localize.lang);
  const times = [
    created && localize.text('accessTokens.created', { date: created }),
    expiresAt === null
      ? localize.text('accessTokens.endless')
      : localize.text(expiresAt > Date.now() ? 'accessTokens.ends' : 'accessTokens.ended', {
          date: calendarDate(expiresAt, localize.lang),
        }),
  ];
  return times.filter(Boolean).join(' · ');
}
