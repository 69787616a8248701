import type { TestContext } from 'node:test';

import { accountHandler, type AccountAuditEvent, type AccountHandlerOptions } from '../../src/server/index.js';
import { ada, FakeLogto, type FakeLogtoOptions, type User } from '../fake-logto/fake-logto.js';
import { managementApplication } from '../fake-logto/management/data.js';

export const page = 'https://app.example';
export const charles = 'char1791babb';

export const everything: AccountHandlerOptions['enable'] = {
  deleteAccount: true,
  personalAccessTokens: true,
  organizations: true,
  signInHistory: true,
  dataExport: true,
};

export interface Asking {
  /** Ada's when not given; `null` for none. */
  token?: string | null;
  /** Sent as JSON, or as it is when it is a text. */
  body?: unknown;
  headers?: Record<string, string>;
  /** The id of a permission record. */
  proof?: string;
}

/** An answer of the handler, read to its end. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Record<string, unknown>;
}

/** Stand-ins by origin. There is no network between them and the handler: hundreds of tests would wait for it. */
const logtos = new Map<string, (request: Request) => Promise<Response>>();
let tenants = 0;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const answer = logtos.get(new URL(request.url).origin);
  if (!answer) throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
  const { signal } = request;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    answer(request).then(resolve, reject);
  });
};

const noon = Date.UTC(2026, 10, 29, 12);

/** A handler in front of a tenant, with a clock for both that only the test moves. */
export async function startLayer(
  t: Pick<TestContext, 'after'>,
  { logto: tenantOptions, ...options }: Partial<AccountHandlerOptions> & { logto?: FakeLogtoOptions } = {},
) {
  const time = { now: noon };
  const logto = new FakeLogto({ clock: () => time.now, ...tenantOptions });
  const origins: (string | null)[] = [];
  const origin = `https://tenant-${++tenants}.example`;
  logtos.set(origin, (request) => {
    origins.push(request.headers.get('origin'));
    return logto.fetch(request);
  });
  t.after(() => logtos.delete(origin));
  const [errors, audits]: [unknown[], AccountAuditEvent[]] = [[], []];
  const handle = accountHandler({
    endpoint: origin,
    appId: 'demo-app',
    management: { appId: managementApplication.id, appSecret: managementApplication.secret },
    enable: everything,
    now: () => time.now,
    onError: (error) => errors.push(error),
    onAudit: (event) => void audits.push(event),
    timeout: 3000,
    requestsPerMinute: 10_000,
    ...options,
  });
  const tokens = new Map<string, string>();
  const tokenOf = (userId: string) => {
    const token = tokens.get(userId) ?? logto.issueToken(userId);
    tokens.set(userId, token);
    return token;
  };
  const proofOf = (userId = ada) => addProof(logto, userId);
  return {
    logto,
    origin,
    handle,
    errors,
    audits,
    origins,
    time,
    tokenOf,
    proofOf,
    passSeconds: (seconds: number) => (time.now += seconds * 1000),
    /** The requests to Logto since the last call. */
    takeRequests: () => logto.requests.splice(0).map(({ method, path }) => `${method} ${path}`),
    async ask(method: string, path: string, asking: Asking = {}): Promise<Answer> {
      const { token = tokenOf(ada), body, headers, proof } = asking;
      const response = await handle(
        new Request(`${page}/account-api${path}`, {
          method,
          headers: {
            ...(token !== null && { authorization: `Bearer ${token}` }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...(proof !== undefined && { 'logto-verification-id': proof }),
            ...headers,
          },
          body: body === undefined || typeof body === 'string' ? (body as string) : JSON.stringify(body),
        }),
      );
      const text = await response.text();
      const json = response.headers.get('content-type') === 'application/json' ? (JSON.parse(text) as unknown) : {};
      return { status: response.status, headers: response.headers, text, body: json as Record<string, unknown> };
    },
  };
}

export type Layer = Awaited<ReturnType<typeof startLayer>>;

let proofs = 0;

/** A permission record of this user, as good as new. */
export function addProof({ tenant, now }: FakeLogto, userId: string): string {
  const id = `permission${String(++proofs).padStart(11, '0')}`;
  tenant.verificationRecords.push({ id, type: 'Password', userId, verified: true, expiresAt: now() + 600_000 });
  return id;
}

export function userIn({ logto }: Layer, userId = ada): User {
  const user = logto.tenant.users.find(({ id }) => id === userId);
  if (!user) throw new Error(`There is no user ${userId}.`);
  return user;
}

/** A user who signs in with a social account only, and cannot have a verification record. */
export function takeMethodsAway(layer: Layer): void {
  Object.assign(userIn(layer), { password: null, primaryEmail: null, primaryPhone: null });
}

/** An ID token of a sign-in of Ada's, some seconds ago. */
export function idToken({ logto, origin, time }: Layer, secondsAgo: number, claims: object = {}): Promise<string> {
  const now = Math.floor(time.now / 1000);
  const usual = { iss: `${origin}/oidc`, aud: 'demo-app', sub: ada, iat: now, exp: now + 3600 };
  return logto.idTokens.sign({ ...usual, auth_time: now - secondsAgo, ...claims });
}
