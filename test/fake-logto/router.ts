import { ApiError } from './errors.js';
import type { FakeLogto } from './fake-logto.js';
import { check, type Schema } from './schema.js';
import type { AccessToken, Tenant } from './tenant-types.js';
import type { User } from './users.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the API. Handlers throw `ApiError` for everything that is not success. */
export interface Route {
  method: Method;
  /** With `:name` for a parameter. */
  path: string;
  handle: (call: Call) => Response | Promise<Response>;
}

/** Everything a route may want to know about one request. */
export class Call {
  readonly url: URL;

  /** The machine-to-machine application that asks, at routes of the Management API. */
  managementApplicationId?: string;

  /** The token and the user behind it; only routes that need no sign-in go without. */
  #signIn?: { token: AccessToken; user: User };

  constructor(
    readonly logto: FakeLogto,
    readonly request: Request,
    /** The page's origin, where the caller knows it better than the request. */
    readonly origin: string | undefined,
    readonly params: Record<string, string>,
  ) {
    this.url = new URL(request.url);
  }

  get tenant(): Tenant {
    return this.logto.tenant;
  }

  get now(): number {
    return this.logto.now();
  }

  get token(): AccessToken {
    return this.#required.token;
  }

  get user(): User {
    return this.#required.user;
  }

  get #required() {
    if (!this.#signIn) throw new Error(`${this.url.pathname} is public: nobody is signed in.`);
    return this.#signIn;
  }

  signedInAs(token: AccessToken, user: User): void {
    this.#signIn = { token, user };
  }

  /** The parameter of the path. */
  param(name: string): string {
    return this.params[name] ?? '';
  }

  /** The validated body. A missing body counts as an empty object, and anything other than JSON as text. */
  async body<T>(schema: Schema): Promise<T> {
    const text = await this.request.text();
    if (text === '') return check<T>(schema, {}, 'body');
    const isJson = this.request.headers.get('content-type')?.includes('json');
    return check<T>(schema, isJson ? JSON.parse(text) : text, 'body');
  }

  /** The query, checked. */
  query<T>(schema: Schema): T {
    return check<T>(schema, Object.fromEntries(this.url.searchParams), 'query');
  }
}

/** The route for this request with its parameters, or what Koa's router answers when there is none. */
export function findRoute(
  routes: Route[],
  method: string,
  pathname: string,
): { route: Route; params: Record<string, string> } | Response {
  const path = pathname.replace(/(.)\/$/, '$1'); // as Koa's router reads it
  const matches = routes.flatMap((route) => {
    const params = match(route.path, path);
    return params ? [{ route, params }] : [];
  });
  if (matches.length === 0) return new Response('Not Found', { status: 404 });
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = matches.find(({ route }) => route.method === wanted);
  if (found) return found;
  const methods = [...new Set(matches.map(({ route }) => route.method))];
  const allow = methods.flatMap((known) => (known === 'GET' ? ['HEAD', 'GET'] : [known])).join(', ');
  if (method === 'OPTIONS') return new Response('', { status: 200, headers: { allow } });
  return new Response('Method Not Allowed', { status: 405, headers: { allow } });
}

function match(path: string, pathname: string): Record<string, string> | undefined {
  const expected = path.split('/');
  const actual = pathname.split('/');
  if (expected.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? '';
    if (segment.startsWith(':') && value !== '') params[segment.slice(1)] = decodeURIComponent(value);
    else if (segment !== value) return undefined;
  }
  return params;
}

/** The answer to an error: Logto's own as it wants it, everything else without a code. */
export function toErrorResponse(error: unknown, request: Request): Response {
  if (error instanceof ApiError) return error.toResponse(request.headers.get('accept-language'));
  if (error instanceof SyntaxError) return Response.json({ message: error.message }, { status: 400 });
  console.error(error);
  return Response.json({ message: 'Internal server error.' }, { status: 500 });
}

export const noContent = () => new Response(null, { status: 204 });
