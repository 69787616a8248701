import { tenantAt } from '../endpoint.js';
import { getOwn } from '../../untrusted.js';
import type { AccountHandlerOptions, DeletionReport } from './account-handler.js';
import { AccessTokens } from './access-tokens.js';
import type { AuditDetails } from './audit.js';
import type { Capabilities } from './capabilities.js';
import { corsHeaders, preflight } from './cors.js';
import { Deletion } from './deletion.js';
import { FreshSignIns } from './fresh-sign-ins.js';
import { logtoAt, type AskLogto } from './logto.js';
import { Management } from './management.js';
import { ManagementTokens } from './management-tokens.js';
import { Names } from './names.js';
import { readVisitor, shown, type AccountPerson, type Visitor } from './person.js';
import { answer, Problem } from './problem.js';
import { Proofs } from './proof.js';
import { rateLimit } from './rate-limit.js';
import { findRoute } from './route-table.js';
import { routes } from './routes/index.js';
import { memoryStore, reliably } from './store.js';
import type { Route, Visit } from './visit.js';
import { withinTime } from './within-time.js';

type Options = AccountHandlerOptions &
  Required<Pick<AccountHandlerOptions, 'requestsPerMinute' | 'timeout' | 'onError'>> & { capabilities: Capabilities };

/** What there is once, for all requests. */
interface Tenant {
  ask: AskLogto;
  accessTokens: AccessTokens;
  management: Management;
  names: Names;
  proofs: Proofs;
  deletion: Deletion;
}

/** The routes of one handler. */
export class AccountServer {
  readonly #origins: ReadonlySet<string>;
  readonly #basePath: string;
  readonly #now: () => number;
  readonly #store;
  readonly #countRequest;
  readonly #said = new Set<string>();
  #tenant: Tenant | undefined;

  constructor(private readonly options: Options) {
    const { origins = [], basePath = '/account-api', now = Date.now, store, requestsPerMinute } = options;
    this.#origins = new Set(origins.map((origin) => origin.replace(/\/+$/, '')));
    this.#basePath = `/${basePath}`.replace(/\/+/g, '/').replace(/\/$/, '');
    this.#now = now;
    this.#store = reliably(store ?? memoryStore(now));
    this.#countRequest = rateLimit({
      store: store && this.#store,
      requestsPerMinute,
      now,
      onError: (error) => this.#report(error),
    });
  }

  async handle(request: Request): Promise<Response> {
    let cors: Record<string, string> = { vary: 'Origin' };
    try {
      cors = corsHeaders(request, this.#origins);
      const response = request.method === 'OPTIONS' ? preflight(cors) : await this.#respond(request);
      for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
      return response;
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem('server.error', {}, { cause: error });
      if (problem.status >= 500) this.#report(problem);
      else this.#reportOnce(problem);
      return problem.toResponse(cors);
    }
  }

  async deleteExpired(): Promise<DeletionReport> {
    const { deletion } = this.#setUp();
    const { expired, stale, waiting } = await deletion.findExpired();
    const report = { deleted: 0, failed: 0, kept: 0, waiting };
    for (const user of expired) {
      const person = { ...shown(user), id: String(getOwn(user, 'id')) };
      try {
        const isGone = await deletion.deleteExpired(person.id);
        report[isGone ? 'deleted' : 'kept']++;
        if (!isGone) continue;
      } catch (error) {
        report.failed++;
        this.#report(error);
        continue;
      }
      await this.#audit({ type: 'account.deleted' }, { userId: person.id });
      await this.#afterDelete(person);
    }
    for (const id of stale) await deletion.forget(id).catch((error: unknown) => this.#report(error));
    return report;
  }

  async #respond(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const { capabilities, timeout } = this.options;
    const path = url.pathname.startsWith(`${this.#basePath}/`) ? url.pathname.slice(this.#basePath.length) : '';
    const found = findRoute([capabilitiesRoute, ...routes], request.method, path);
    if (!found) throw new Problem('request.not_found');
    if ('allow' in found) return new Problem('request.method_not_allowed').toResponse({ allow: found.allow });
    const { route, params } = found;
    if (!('handle' in route)) return answer(capabilities, { headers: { 'cache-control': 'public, max-age=60' } });
    const isOn = capabilities[route.capability] && (route.isOn?.(capabilities) ?? true);
    if (!isOn) throw new Problem('capability.off');

    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), timeout);
    try {
      return await this.#visit(request, { route, params, url, signal: controller.signal });
    } finally {
      clearTimeout(timer);
    }
  }

  async #visit(
    request: Request,
    { route, signal, ...rest }: { route: Route } & Pick<Visit, 'params' | 'url' | 'signal'>,
  ) {
    const token = bearerOf(request);
    const { ask, accessTokens, management, names, proofs, deletion } = this.#setUp();
    const applicationId = await accessTokens.applicationOf(token, signal);
    const visitor = await readVisitor({ ask, management }, token, signal);
    await this.#countRequest(visitor.id);
    return route.handle({
      ...rest,
      request,
      visitor,
      signal,
      management,
      deletion,
      now: this.#now(),
      capabilities: this.options.capabilities,
      nameOf: (kind, id) => names.of(kind, id, signal),
      prove: () => proofs.check({ request, token, applicationId, visitor, signal }),
      useProof: (proof) => proofs.use(proof, visitor, signal),
      refusalOfDeletion: () => this.#refusal(personOf(visitor), request, signal),
      afterDelete: () => this.#afterDelete(personOf(visitor)),
      audit: (details) => this.#audit(details, { userId: visitor.id, applicationId }),
    });
  }

  /** Not before it is needed: at build time there is often no environment to take the options from. */
  #setUp(): Tenant {
    return (this.#tenant ??= this.#connect());
  }

  #connect(): Tenant {
    const { appId, management: access, timeout, capabilities, enable } = this.options;
    const [now, base] = [this.#now, endpointOf(this.options)];
    const ask = logtoAt(base);
    const appIds = [appId].flat().filter(Boolean);
    if (appIds.length === 0) throw misconfigured('There is no "appId".');
    if (!access?.appId || !access.appSecret)
      throw misconfigured('There is no "management" with "appId" and "appSecret".');
    const tokens = new ManagementTokens({ ask, access, endpoint: base, now, timeout });
    const management = new Management(ask, tokens);
    const { secret = access.appSecret } = Object(enable.deleteAccount) as { secret?: string };
    return {
      ask,
      accessTokens: new AccessTokens({ ask, appIds, now }),
      management,
      names: new Names(management, now),
      proofs: new Proofs({
        ask,
        freshSignIns: new FreshSignIns({ ask, issuer: `${base}/oidc`, now }),
        store: this.#store,
        now,
      }),
      deletion: new Deletion({
        management,
        graceDays: capabilities.deleteAccount?.graceDays ?? 0,
        secret,
        now,
        timeout,
      }),
    };
  }

  async #refusal(person: AccountPerson, request: Request, signal: AbortSignal): Promise<string | undefined> {
    const language = request.headers.get('accept-language');
    const asked = this.options.beforeDelete?.(person, { language });
    const refusal: unknown = await withinTime(asked, signal, () => tooSlow('beforeDelete'));
    if (refusal === undefined || refusal === null) return undefined;
    if (typeof refusal === 'string') return refusal;
    throw new Error('beforeDelete has to return words for the person, or nothing.');
  }

  /** What is done is done: the person hears of it, even if the host fails to, or takes its time. */
  #afterDelete(person: AccountPerson): Promise<void> {
    return this.#tell('afterDelete', () => this.options.afterDelete?.(person));
  }

  #audit(details: AuditDetails, who: { userId: string; applicationId?: string }): Promise<void> {
    return this.#tell('onAudit', () => this.options.onAudit?.({ ...details, ...who, at: this.#now() }));
  }

  async #tell(name: string, tell: () => void | Promise<void>): Promise<void> {
    try {
      await withinTime(tell(), this.options.timeout, () => tooSlow(name));
    } catch (error) {
      this.#report(error);
    }
  }

  /** What a page is refused for that its developer has to change: every request would say the same. */
  #reportOnce(problem: Problem): void {
    const { cause } = problem;
    if (!(cause instanceof Error) || this.#said.has(cause.message)) return;
    this.#said.add(cause.message);
    this.#report(problem);
  }

  #report(error: unknown): void {
    try {
      this.options.onError(error);
    } catch {
      // There is nobody left to tell.
    }
  }
}

/** Needs no token, and is the same for everybody. */
const capabilitiesRoute = { method: 'GET', path: '/capabilities' } as const;

function bearerOf({ headers }: Request): string {
  const authorization = headers.get('authorization');
  if (!authorization) throw new Problem('auth.authorization_header_missing');
  const [, token] = authorization.match(/^Bearer +(\S+)$/i) ?? [];
  if (!token) throw new Problem('auth.unauthorized');
  return token;
}

function endpointOf({ endpoint }: Options): string {
  try {
    return tenantAt(endpoint);
  } catch (error) {
    throw misconfigured(error instanceof Error ? error.message : 'The endpoint is wrong.');
  }
}

const tooSlow = (name: string) => new Error(`${name} did not end in time.`);

const misconfigured = (what: string) => new Problem('server.misconfigured', {}, { cause: new Error(what) });

function personOf(visitor: Visitor): AccountPerson {
  return { ...shown(visitor), id: visitor.id };
}
