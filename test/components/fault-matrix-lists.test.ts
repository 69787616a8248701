import { pressAndWait } from './credential-page.js';
import { describeFaults, type Deed } from './fault-matrix.js';
import { fourSessions, guardedTags, openShown } from './guarded-list-page.js';

async function listed(name: (typeof guardedTags)[number]['name'], ask: string, confirm: string, has = hasOf(name)) {
  const { tag, logto } = await openShown(name, { has });
  await pressAndWait(tag, ask);
  return { tag, logto, act: () => pressAndWait(tag, confirm) } satisfies Deed;
}

const hasOf = (name: string) => guardedTags.find((each) => each.name === name)!.has;

const routes = {
  'logto-sessions': 'DELETE my-account/sessions/*',
  'logto-connected-apps': 'DELETE my-account/grants/*',
  'logto-trusted-devices': 'DELETE my-account/trusted-devices/*',
};

const removals = Object.fromEntries(
  guardedTags.map(({ name, remove, confirm, done }) => [
    `a row of <${name}>`,
    { route: routes[name], said: done, begin: () => listed(name, remove, confirm) },
  ]),
);

describeFaults({
  ...removals,
  'all other sessions': {
    route: routes['logto-sessions'],
    said: 'You are signed out everywhere else.',
    begin: () => listed('logto-sessions', 'Sign out everywhere else', 'Sign out', fourSessions),
    says: /3 places could not be signed out\. Try again\./,
  },
});
