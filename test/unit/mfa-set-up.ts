import { parseSettings, type AccountSettings } from '../../src/settings/account-settings.js';
import { AccountStore } from '../../src/state/account-store.js';
import { StepUpBroker } from '../../src/verification/step-up-broker.js';
import { mfaVerifications } from '../../src/second-factors/second-factors.js';
import { FakeLogto, type FakeLogtoOptions, type User } from '../fake-logto/fake-logto.js';
import { aClient } from '../helpers/node-stand-in.js';

let tenants = 0;

export interface MfaSetUp extends FakeLogtoOptions {
  /** Gives Ada second factors. */
  has?: ((user: User) => unknown)[];
  /** Whether the page knows the tenant's settings. */
  settings?: boolean;
}

/** Ada's account with her second factors, read once, and every request from then on. She proves who she is at once. */
export async function anAccount({ has = [], settings = false, ...options }: MfaSetUp = {}) {
  const endpoint = `https://tenant-${(tenants += 1)}.logto.example`; // proofs are remembered for each
  const logto = new FakeLogto(options);
  const user = logto.tenant.users[0]!;
  for (const give of has) give(user);
  const { client, requests } = aClient({ logto, endpoint });
  const known = (): AccountSettings | undefined => (settings ? parseSettings(logto.tenant) : undefined);
  const stepUp = new StepUpBroker((attempt) => attempt.verifyPassword('Walnut-Lamp!73'));
  const store = new AccountStore(client, async () => known(), stepUp);
  await store.refresh();
  const person = store.person!;
  const list = person.resources.get(mfaVerifications);
  await list.refresh();
  requests.length = 0;

  /** The write requests, as `METHOD path` below the second factors. */
  const writes = () =>
    requests
      .filter(({ method, url }) => method !== 'GET' && url.includes('/my-account/'))
      .map(({ method, url }) => `${method} ${new URL(url).pathname.replace('/api/my-account/mfa-verifications', '')}`);
  const idsOf = (type: User['mfaVerifications'][number]['type']) =>
    user.mfaVerifications.filter((factor) => factor.type === type).map(({ id }) => id);

  /** Answers such requests with this instead; gives the function that ends it. */
  const answerWith = (
    where: RegExp,
    answer: (request: Request) => Response | undefined | Promise<Response | undefined>,
  ) =>
    logto.intercept((request) =>
      where.test(`${request.method} ${new URL(request.url).pathname}`) ? answer(request) : undefined,
    );

  /** Lets Logto do it once, and loses the answer. */
  const loseAnswer = (where: RegExp) => {
    let isDone = false;
    answerWith(where, async (request) => {
      if (isDone) return undefined;
      isDone = true; // also for the request of this very function
      await logto.fetch(request);
      return Response.error();
    });
  };

  return { logto, user, store, person, list, requests, writes, idsOf, answerWith, loseAnswer };
}

export const refusal = (status: number, code: string) => Response.json({ code, message: code }, { status });

/** The unused codes that Logto has, set by set. */
export const codesIn = (user: User) =>
  user.mfaVerifications.flatMap((factor) =>
    factor.type === 'BackupCode' ? [factor.codes.filter(({ usedAt }) => !usedAt).map(({ code }) => code)] : [],
  );

export const factorsOf = (user: User) => user.mfaVerifications.map(({ type }) => type);
