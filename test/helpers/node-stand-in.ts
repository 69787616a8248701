import { after, afterEach, before } from 'node:test';

import { setupServer } from 'msw/node';

import { AccountClient, type AccountClientOptions } from '../../src/api/account-client.js';
import { AccountError } from '../../src/api/account-error.js';
import type { StepUp } from '../../src/state/person.js';
import { ada, FakeLogto, type Interceptor, type TokenOptions } from '../fake-logto/fake-logto.js';
import { handlersFor } from '../fake-logto/msw.js';

/** For tests in Node: where the stand-in answers. */
export const endpoint = 'https://tenant.logto.example';

const server = setupServer();
const unhandled: string[] = [];

before(() =>
  server.listen({
    onUnhandledRequest: ({ method, url }) => {
      unhandled.push(`${method} ${url}`);
      throw new Error(`Nothing answers ${method} ${url}.`);
    },
  }),
);

after(() => server.close());

afterEach(() => {
  server.resetHandlers();
  const requests = unhandled.splice(0);
  if (requests.length > 0) throw new Error(`The test made requests that nothing answers: ${requests.join(', ')}`);
});

export interface ClientSetUp extends Partial<AccountClientOptions> {
  logto?: FakeLogto;
  /** Of the first token. */
  token?: TokenOptions;
  /** Answers in place of the tenant; the request is on record all the same. */
  answer?: Interceptor;
  /** Gives the token after the first one; by default a good one of Ada. Rejects or gives the same to refuse. */
  renew?: (current: string) => string | Promise<string>;
}

/** A client of Ada's, a record of all requests it makes, and of how often it asked for another token. */
export function aClient({ logto = new FakeLogto(), token, answer, renew, ...options }: ClientSetUp = {}) {
  const requests: Request[] = [];
  logto.intercept((request) => {
    requests.push(request.clone());
    return answer?.(request);
  });
  server.use(...handlersFor(logto, (options.endpoint ?? endpoint).replace(/\/+$/, '')));

  let current = logto.issueToken(ada, token);
  const record = {
    client: undefined as unknown as AccountClient,
    logto,
    requests,
    renewals: 0,
    /** The session becomes another user's, and nobody tells. */
    become: (userId: string) => void (current = logto.issueToken(userId)),
  };
  const tokens = {
    getAccessToken: async () => current,
    renewAccessToken: async () => {
      record.renewals += 1;
      // Longer than it takes other requests to be refused.
      await new Promise((resolve) => setTimeout(resolve, 20));
      current = renew ? await renew(current) : logto.issueToken(ada);
      return current;
    },
  };
  record.client = new AccountClient({ endpoint, tokens, ...options });
  return record;
}

/** Everybody has proved who they are, as far as the page is concerned: nobody is asked. */
export const askingNobody: StepUp = {
  verify: async () => undefined,
  run: (_, action) => action('proof'),
  verifyForLayer: async () => undefined,
  runForLayer: (_, action) => action('proof'),
  runIfGuarded: (_, action) => action('proof'),
  forget: () => undefined,
};

/** What the promise is rejected with, which has to be the one error that leaves the library. */
export async function errorOf(promise: Promise<unknown>): Promise<AccountError> {
  const error = await promise.then(
    () => new Error('It succeeded.'),
    (cause: unknown) => cause,
  );
  if (error instanceof AccountError) return error;
  throw error;
}

/** The same as `kind code`. */
export async function failureOf(promise: Promise<unknown>): Promise<string> {
  const { kind, code } = await errorOf(promise);
  return `${kind} ${code}`;
}
