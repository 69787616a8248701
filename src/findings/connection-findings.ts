import { broken, fine, note, nothingToDo, unknown } from './kind.js';

/** The way from the page to Logto. */
export const connectionFindings = {
  reachable: fine(({ issuer }: { issuer: string }) => ({
    what: `Logto answers, and signs in the name of ${issuer}.`,
    seen: 'Signing in works as far as the address is concerned.',
    todo: nothingToDo,
  })),
  unreachable: unknown(({ reason }: { reason: string }) => ({
    what: reason,
    seen: 'Nothing but "could not be loaded", with a button to try again, if this is so for browsers as well.',
    todo: 'Mend that, or give the right address with --endpoint, and run this again.',
  })),
  issuer_mismatch: broken(({ issuer, expected }: { issuer: string; expected: string }) => ({
    what: `Logto calls itself ${issuer}, and not ${expected}, which is where it was asked.`,
    seen: 'Signing in does not finish, and a stored session is not used.',
    todo: 'Use the address that Logto knows itself by as endpoint: its ENDPOINT, or the custom domain.',
  })),
  endpoint_unprotected: broken(({ endpoint }: { endpoint: string }) => ({
    what: `${endpoint} is not encrypted (http).`,
    seen: 'Nothing that looks wrong, while anybody on the way can read passwords and take the account over.',
    todo: 'Serve Logto by https.',
  })),
  page_unprotected: broken(({ origin }: { origin: string }) => ({
    what: `${origin} is not encrypted (http), so browsers keep from it what signing in and passkeys need.`,
    seen: 'Nobody can sign in.',
    todo: 'Serve the page by https. On a machine of your own, http://localhost counts as safe.',
  })),
  mixed_content: broken(({ origin, endpoint }: { origin: string; endpoint: string }) => ({
    what: `${origin} is encrypted, and ${endpoint} is not: browsers block such requests.`,
    seen: 'Nothing but "could not be loaded".',
    todo: 'Serve Logto by https.',
  })),
  cors_allowed: fine(({ origin, routes }: { origin: string; routes: string[] }) => ({
    what: `Pages of ${origin} may ask ${listed(routes)}.`,
    seen: 'The account is shown and can be changed.',
    todo: nothingToDo,
  })),
  cors_refused: broken(({ origin, route }: { origin: string; route: string }) => ({
    what: `Browsers may not let pages of ${origin} ask ${route}: the answer lacks the headers for that (CORS).`,
    seen: 'What needs this route fails with "could not be reached", as if there were no network.',
    todo:
      'Logto sends these headers by itself below /api/my-account and /api/verifications. See what stands before it: a proxy ' +
      'or a firewall has to pass on OPTIONS, the header Origin, and the headers authorization, content-type and logto-verification-id.',
  })),
  origin_not_allowed: broken(({ origin, appId }: { origin: string; appId: string }) => ({
    what: `The application ${appId} does not allow tokens to be fetched by pages of ${origin}.`,
    seen: 'Signing in comes back to the page and fails there.',
    todo:
      `Register an address of ${origin} as redirect URI of the application, or put exactly "${origin}" into its CORS allowed ` +
      'origins: with a path or a slash at the end it never matches.',
  })),
  settings_readable: fine(({ origin }: { origin: string }) => ({
    what: `Pages of ${origin} may read the public settings of the tenant.`,
    seen: 'Each element knows what is read-only, the profile fields, the policies and the social providers.',
    todo: nothingToDo,
  })),
  settings_not_readable: note(({ endpoint, origin }: { endpoint: string; origin: string }) => ({
    what: `Logto lets no page of another origin, such as ${origin}, read the public settings of the tenant.`,
    seen:
      'Without them: buttons for what is read-only until the first try, no profile fields of the tenant’s own, no policies ' +
      'while typing, no social providers to link, no brand color.',
    todo:
      `Have them written when you deploy (npx logto-account-elements settings --endpoint ${endpoint} --out logto-settings.json), ` +
      'or serve them with settingsHandler of logto-account-elements/server, and name the file or route in settings-src.',
  })),
  newer_server_needed: broken(({ route }: { route: string }) => ({
    what: `This Logto does not know ${route}.`,
    seen: 'The elements that use it fail, or are not there.',
    todo: 'Update Logto to 1.41 or newer, or switch the field off. (Trusted devices are in no release yet.)',
  })),
};

const listed = (items: string[]) => new Intl.ListFormat('en').format(items);
