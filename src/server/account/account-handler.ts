import { isUnprotected } from '../endpoint.js';
import { AccountServer } from './account-server.js';
import type { AccountAuditEvent } from './audit.js';
import { capabilitiesOf, type AccountCapabilities } from './capabilities.js';
import type { ManagementAccess } from './management-tokens.js';
import type { AccountPerson } from './person.js';
import { hasManyInstances, type AccountStore } from './store.js';

/** Who may ask, for what, and what your own service has to say about it. */
export interface AccountHandlerOptions {
  /** The Logto endpoint, as the page has it, e.g. `https://my-tenant.logto.app`. Looked at with the first request. */
  endpoint: string;
  /** The id of the page's application in Logto, or several. Tokens of all other applications are refused. */
  appId: string | readonly string[];
  /** The machine-to-machine application with the role "Logto Management API access". Its secret opens the whole tenant. */
  management: ManagementAccess;
  /** What people may do. Everything is off that is not named. */
  enable: AccountCapabilities;
  /** The path at which the handler is mounted, as the request has it. `/account-api` when not given. */
  basePath?: string;
  /** Origins of other pages that may ask, e.g. `https://app.example.com`. None when not given: only the same origin may. */
  origins?: readonly string[];
  /** Where your instances share used proofs and counts of requests. The memory of each one when not given. */
  store?: AccountStore;
  /** How much one person may ask for in a minute, about: instances tell each other every few seconds. 120 when not given. */
  requestsPerMinute?: number;
  /**
   * Milliseconds until Logto has to have answered, and your hooks and `store` with it. 8000 when not given; the elements
   * wait for 10 seconds.
   */
  timeout?: number;
  /**
   * Called before an account is deleted or scheduled to be, with the languages of the browser (`Accept-Language`). To
   * refuse, return words for the person. When it throws, nothing is deleted.
   */
  beforeDelete?: (person: AccountPerson, context: { language: string | null }) => Refusal | Promise<Refusal>;
  /** Called after an account is gone, so that what you keep about the person can go, too. */
  afterDelete?: (person: AccountPerson) => void | Promise<void>;
  /** Called after every change. There are no secrets in it. */
  onAudit?: (event: AccountAuditEvent) => void | Promise<void>;
  /** Called with what should not have happened. When not given, it goes to `console.error`. It is never in an answer. */
  onError?: (error: unknown) => void;
  /** @internal Milliseconds since 1970. */
  now?: () => number;
}

/** Words for the person, or nothing. */
export type Refusal = string | undefined | void;

/** What became of the accounts that were to be deleted. */
export interface DeletionReport {
  /** How many are gone. */
  deleted: number;
  /** How many could not be deleted; `onError` got the reason. The next call tries again. */
  failed: number;
  /** How many got their account back while the others were deleted. */
  kept: number;
  /** How many have some time left. */
  waiting: number;
}

/** Answers requests, and deletes what has waited long enough. */
export interface AccountHandler {
  (request: Request): Promise<Response>;
  /**
   * Deletes the accounts whose days of grace are over; for a task once a day. It looks through all users of the tenant, a
   * hundred with each request, for a note that the handler has left and signed. Who is signed in again since keeps the
   * account.
   */
  deleteExpired(): Promise<DeletionReport>;
}

/**
 * Makes the routes of your own for what Logto's Account API cannot do: deleting the account, personal access tokens,
 * organizations, the own sign-in history, a copy of one's data. Runs wherever there are `Request`, `Response`, `fetch` and
 * Web Crypto. `account-api.openapi.json` describes the routes.
 *
 * Whose account it is comes from the access token, and never from the request. What is dangerous needs a proof that the
 * person is there now. When anything is in doubt, nothing is done.
 *
 * @example
 * const handler = accountHandler({
 *   endpoint: 'https://my-tenant.logto.app',
 *   appId: 'the-app-of-the-page',
 *   management: { appId: process.env.LOGTO_M2M_APP_ID, appSecret: process.env.LOGTO_M2M_APP_SECRET },
 *   enable: { deleteAccount: true, organizations: true },
 * });
 *
 * @throws {RangeError} A number in the options makes no sense.
 */
export function accountHandler(options: AccountHandlerOptions): AccountHandler {
  const { requestsPerMinute = 120, timeout = 8000, onError = report } = options;
  for (const [name, value] of Object.entries({ requestsPerMinute, timeout }))
    if (!Number.isFinite(value) || value <= 0) throw new RangeError(`${name} has to be a number greater than 0.`);
  const capabilities = capabilitiesOf(options.enable);
  const isOn = Object.keys(capabilities).length > 0;
  if (isOn && !options.store && hasManyInstances()) console.warn(sharesNothing);
  if (isOn && isInClear(options.endpoint)) console.warn(inClear);

  const server = new AccountServer({ ...options, requestsPerMinute, timeout, onError, capabilities });
  return Object.assign((request: Request) => server.handle(request), {
    deleteExpired: () => server.deleteExpired(),
  });
}

const sharesNothing =
  '[logto-account-elements] This seems to run in many instances, and accountHandler has no "store": each of them counts ' +
  'requests and used proofs by itself. Pass a store that they share.';

const inClear =
  '[logto-account-elements] The endpoint of accountHandler is not encrypted (http): anyone on the network can read the ' +
  'secret of its application and the tokens of your users. Use https.';

/** What is no address at all is said with the first request. */
function isInClear(endpoint: string): boolean {
  try {
    return isUnprotected(endpoint);
  } catch {
    return false;
  }
}

function report(error: unknown): void {
  const { message, cause } = Object(error) as { message?: string; cause?: unknown };
  const why = cause instanceof Error ? ` ${cause.message}` : '';
  console.error(`[logto-account-elements] The Account API layer failed. ${message ?? 'Unknown.'}${why}`);
}
