import type { AccountError } from '../../src/api/account-error.js';
import type { AccountSession } from '../../src/api/sessions.js';
import { globeIcon, laptopIcon } from '../../src/device/device-icon.js';
import type { DeviceMessageKey, Localizer } from '../../src/localize/localizer.js';
import type { sessionMessages } from '../../src/localize/messages/en/sessions.js';
import { emptyRow, type Opened, type Row } from '../../src/rows/row.js';
import { othersOf } from '../../src/state/end-sessions.js';
import { dateAndTime } from '../../src/localize/calendar-date.js';
import { placeName } from '../../src/device/place-name.js';
import { whereabouts } from '../../src/device/whereabouts.js';

type SessionLocalizer = Localizer<keyof typeof sessionMessages | DeviceMessageKey>;

/** What the rows are made from. */
export interface SessionView {
  localize: SessionLocalizer;
  sessions: readonly AccountSession[];
  nameOf: (session: AccountSession) => string;
  iconOf: (session: AccountSession) => string;
  /** Why a session could not be ended when all were. */
  errorOf: (session: AccountSession) => AccountError | undefined;
  canEdit: boolean;
  end: (session: AccountSession) => Opened;
  endOthers: () => Opened;
}

/** This browser first, then the others, the newest before the older ones. */
export function sessionRows(view: SessionView): Row[] {
  const { localize, sessions } = view;
  if (sessions.length === 0) return [emptyRow(laptopIcon, localize.text('sessions.none'))];
  const time = ({ isCurrent, payload }: AccountSession) => (isCurrent ? Infinity : (payload.loginTs ?? 0));
  const sorted = [...sessions].sort((one, other) => Math.sign(time(other) - time(one)) || 0);
  return [...sorted.map((session) => sessionRow(view, session)), ...othersRow(view)];
}

function sessionRow({ localize, nameOf, iconOf, errorOf, canEdit, end }: SessionView, session: AccountSession): Row {
  const { payload, lastSubmission, isCurrent } = session;
  const { ip, ...place } = lastSubmission?.signInContext ?? {};
  const where = placeName(place, localize);
  const device = nameOf(session);
  const time = payload.loginTs ? dateAndTime(payload.loginTs * 1000, localize.lang) : '';
  const action = {
    part: 'remove',
    text: localize.text('sessions.end'),
    label: localize.text('sessions.endLabel', { device }),
    open: () => end(session),
  };
  return {
    key: payload.uid,
    label: device,
    icon: iconOf(session),
    badge: isCurrent ? { text: localize.text('sessions.current'), tone: 'accent' } : undefined,
    value: whereabouts(where, ip),
    ...(time && { hint: localize.text('sessions.signedIn', { time }) }),
    actions: canEdit && !isCurrent ? [action] : [],
    error: errorOf(session),
  };
}

/** Only where it is known which one is this browser: the others are those that the user would not miss. */
function othersRow({ localize, sessions, canEdit, endOthers }: SessionView): Row[] {
  const count = othersOf(sessions).length;
  const row = { key: 'others', label: localize.text('sessions.others'), icon: globeIcon };
  if (count === 0) return [{ ...row, value: localize.text('sessions.noOthers'), isUnset: true, actions: [] }];
  if (!canEdit || count === sessions.length) return [];
  return [
    {
      ...row,
      value: localize.text('sessions.othersValue', { count }),
      actions: [
        {
          part: 'remove-others',
          text: localize.text('sessions.end'),
          label: localize.text('sessions.endOthers'),
          open: endOthers,
        },
      ],
    },
  ];
}
