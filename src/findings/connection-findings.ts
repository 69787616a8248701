import { broken, fine, note, nothingToDo, unknown } from './kind.js';

/** The way from the page to Logto. */
export const connectionFindings = {
  reachable: fine(({ issuer }: { issuer: string }) => ({
    what: `Logto responds, and its issuer is ${issuer}.`,
    seen: 'Sign-in works, as far as the address is concerned.',
    todo: nothingToDo,
  })),
  unreachable: unknown(({ reason }: { reason: string }) => ({
    what: reason,
    seen: 'Only "could not be loaded", with a button to try again, if browsers cannot reach it either.',
    todo: 'Fix that, or pass the right address with --endpoint, and run this again.',
  })),
  issuer_mismatch: broken(({ issuer, expected }: { issuer: string; expected: string }) => ({
    what: `Logto’s issuer is ${issuer}, not ${expected}, which the endpoint suggests.`,
    seen: 'Sign-in does not finish, and stored sessions are not used.',
    todo: 'As endpoint, use the address that Logto uses for itself: its ENDPOINT, or the custom domain.',
  })),
  endpoint_unprotected: broken(({ endpoint }: { endpoint: string }) => ({
    what: `${endpoint} is not encrypted (http).`,
    seen: 'Nothing that looks wrong, but anyone on the network can read passwords and take over accounts.',
    todo: 'Serve Logto over https.',
  })),
  page_unprotected: broken(({ origin }: { origin: string }) => ({
    what: `${origin} is not encrypted (http), so browsers do not give it what sign-in and passkeys need.`,
    seen: 'No one can sign in.',
    todo: 'Serve the page over https. On your own machine, http://localhost also works.',
  })),
  mixed_content: broken(({ origin, endpoint }: { origin: string; endpoint: string }) => ({
    what: `${origin} is encrypted, and ${endpoint} is not: browsers block such requests.`,
    seen: 'Only "could not be loaded".',
    todo: 'Serve Logto over https.',
  })),
  cors_allowed: fine(({ origin, routes }: { origin: string; routes: string[] }) => ({
    what: `Pages of ${origin} can request ${listed(routes)}.`,
    seen: 'The account is shown and can be changed.',
    todo: nothingToDo,
  })),
  cors_refused: broken(({ origin, route }: { origin: string; route: string }) => ({
    what: `Browsers do not let pages of ${origin} request ${route}: the response lacks the CORS headers.`,
    seen: 'What needs this route fails with "could not be reached", as if there were no network.',
    todo:
      'Logto itself sends these headers below /api/my-account and /api/verifications. Check what is in front of it: a proxy ' +
      'or firewall has to pass on OPTIONS, the header Origin, and the headers authorization, content-type, and logto-verification-id.',
  })),
  origin_not_allowed: broken(({ origin, appId }: { origin: string; appId: string }) => ({
    what: `The application ${appId} does not let pages of ${origin} fetch tokens.`,
    seen: 'Sign-in returns to the page and fails there.',
    todo:
      `Register an address of ${origin} as redirect URI of the application, or put exactly "${origin}" into its CORS allowed ` +
      'origins: with a path or a trailing slash, it never matches.',
  })),
  settings_readable: fine(({ origin }: { origin: string }) => ({
    what: `Pages of ${origin} can read the tenant’s public settings.`,
    seen: 'Each element knows what is read-only, the profile fields, the policies, and the social providers.',
    todo: nothingToDo,
  })),
  settings_not_readable: note(({ endpoint, origin }: { endpoint: string; origin: string }) => ({
    what: `Logto does not let pages of other origins, such as ${origin}, read the tenant’s public settings.`,
    seen:
      'Without them: buttons for what is read-only until the first try, no custom profile fields, no policy checks ' +
      'while typing, no social providers to link, no brand color.',
    todo:
      `Write them to a file when you deploy (npx logto-account-elements settings --endpoint ${endpoint} --out logto-settings.json), ` +
      'or serve them with settingsHandler of logto-account-elements/server, and name the file or route in settings-src.',
  })),
  newer_server_needed: broken(({ route }: { route: string }) => ({
    what: `This Logto does not know ${route}.`,
    seen: 'The elements that use it fail or are absent.',
    todo: 'Update Logto to 1.41 or later, or turn the field off. (No release has trusted devices yet.)',
  })),
};

const listed = (items: string[]) => new Intl.ListFormat('en').format(items);
