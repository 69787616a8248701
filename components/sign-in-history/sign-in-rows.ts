import type { SignIn, SignInPage } from '../../src/api/account-layer.js';
import { placeName } from '../../src/device/place-name.js';
import { whereabouts } from '../../src/device/whereabouts.js';
import { dateAndTime } from '../../src/localize/calendar-date.js';
import type { DeviceMessageKey, Localizer } from '../../src/localize/localizer.js';
import type { signInHistoryMessages } from '../../src/localize/messages/en/sign-in-history.js';
import { globeIcon } from '../../src/device/device-icon.js';
import { emptyRow, type Opened, type Row } from '../../src/rows/row.js';

/** What the rows are made from. */
interface HistoryView {
  localize: Localizer<keyof typeof signInHistoryMessages | DeviceMessageKey>;
  /** Those that have been read, the newest first. */
  pages: readonly SignInPage[];
  nameOf: (signIn: SignIn) => string;
  iconOf: (signIn: SignIn) => string;
  /** Reads the page of this number. */
  more: (page: number) => Promise<Opened>;
}

export function signInRows(view: HistoryView): Row[] {
  const { localize, pages, more } = view;
  // Who signs in meanwhile moves the pages on by one, so the same sign-in may be on two.
  const signIns = new Map(pages.flatMap((page) => page.signIns.map((signIn) => [signIn.id, signIn])));
  const next = pages.at(-1)?.nextPage;
  const rows = [...signIns.values()].map((signIn) => signInRow(view, signIn));
  if (next) return [...rows, moreRow(localize, () => more(next))];
  return rows.length > 0 ? rows : [emptyRow(globeIcon, localize.text('signInHistory.none'))];
}

function signInRow({ localize, nameOf, iconOf }: HistoryView, signIn: SignIn): Row {
  const { id, at, ip, application, result } = signIn;
  const time = dateAndTime(at, localize.lang);
  return {
    key: `sign-in ${id}`,
    label: nameOf(signIn),
    icon: iconOf(signIn),
    value: whereabouts(placeName(signIn, localize), ip),
    hint: [time, application?.name].filter(Boolean).join(' · '),
    warning: result === 'failure' ? localize.text('signInHistory.refused') : undefined,
    actions: [],
  };
}

function moreRow(localize: HistoryView['localize'], open: () => Promise<Opened>): Row {
  const text = localize.text('signInHistory.more');
  return { key: 'more', value: '', actions: [{ part: 'more', text, label: text, open }] };
}
