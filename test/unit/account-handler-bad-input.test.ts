import assert from 'node:assert/strict';
import { describe, it, mock, test } from 'node:test';

import { ada } from '../fake-logto/fake-logto.js';
import { managementApplication } from '../fake-logto/management/data.js';
import { describedOutcomes, mistakesIn, operations } from './account-api-description.js';
import { addToken, examples, isDeed, type Example } from './account-handler-examples.js';
import {
  charles,
  idToken,
  startLayer,
  takeMethodsAway,
  type Answer,
  type Asking,
  type Layer,
} from './account-handler-set-up.js';

/** Every route with every fault: the right code, nothing done twice, nothing disclosed. */

const writes = (id: string) => Boolean(examples[id]?.deed);
const isGuarded = (id: string) => Boolean(examples[id]?.needsProof);
const hasBody = (id: string) => Boolean(examples[id]?.body);

interface Fault {
  title: string;
  for?: (operationId: string) => boolean;
  options?: Parameters<typeof startLayer>[1];
  /** Makes things bad, and may say how to ask then. */
  spoil?: (layer: Layer, example: Example) => Asking | void | Promise<Asking | void>;
  outcome: string | ((operationId: string) => string);
  isSlow?: boolean;
  /** Whether Logto has been asked to do it: once at most, whatever comes back. */
  isDone?: boolean;
}

const html = () => new Response('<html><body>Bad gateway, secret-of-the-proxy</body></html>', { status: 200 });

/** Logto is spoiled where it is asked about the person, or for the deed alone. */
const atDeed = (answer: (request: Request) => Response | Promise<Response>) => (layer: Layer, example: Example) =>
  void layer.logto.intercept((request) => (isDeed(example, request) ? answer(request) : undefined));

const everywhere =
  (answer: () => Response | Promise<Response>) =>
  ({ logto }: Layer) =>
    void logto.intercept(answer);

const at =
  (pattern: RegExp, answer: () => Response) =>
  ({ logto }: Layer) =>
    void logto.intercept(({ url }) => (pattern.test(new URL(url).pathname) ? answer() : undefined));

/** Time advances as soon as something waits. */
const never = () => {
  setImmediate(() => mock.timers.tick(3000));
  return new Promise<Response>(() => undefined);
};

/** Does it, and then fails to say so. */
const doneAndLost = (layer: Layer, example: Example) => {
  layer.logto.intercept(async (request) => {
    if (!isDeed(example, request)) return undefined;
    const { logto } = layer;
    if (logto.tenant.signInExperience['isDoing']) return undefined;
    logto.tenant.signInExperience['isDoing'] = true;
    await logto.fetch(request);
    logto.requests.pop();
    logto.tenant.signInExperience['isDoing'] = false;
    return new Response('{"message":"Internal server error."}', { status: 500 });
  });
};

const faults: Fault[] = [
  { title: 'no token', spoil: () => ({ token: null }), outcome: '401 auth.authorization_header_missing' },
  {
    title: 'an invalid token',
    spoil: () => ({ token: 'made-up-made-up-made-up' }),
    outcome: '401 auth.unauthorized',
  },
  { title: 'a JWT', spoil: () => ({ token: 'aaaa.bbbb.cccc' }), outcome: '401 auth.unauthorized' },
  {
    title: 'credentials of another scheme',
    spoil: () => ({ headers: { authorization: 'Basic YTpi' } }),
    outcome: '401 auth.unauthorized',
  },
  {
    title: 'an expired token',
    spoil: ({ logto }) => ({ token: logto.issueToken(ada, { expiresIn: -1 }) }),
    outcome: '401 auth.unauthorized',
  },
  {
    title: 'a token of another app',
    spoil: ({ logto }) => ({ token: logto.issueToken(ada, { applicationId: 'photo-printer' }) }),
    outcome: '401 auth.unauthorized',
  },
  {
    title: 'a refresh token',
    spoil: at(/introspection/, () => Response.json({ active: true, client_id: 'demo-app', scope: 'openid' })),
    outcome: '401 auth.unauthorized',
  },
  {
    title: 'a token of an actor on behalf of the user',
    spoil: ({ logto }) => ({ token: logto.issueToken(ada, { act: charles }) }),
    outcome: '403 auth.impersonated',
  },
  {
    title: 'a token without openid',
    spoil: ({ logto }) => ({ token: logto.issueToken(ada, { scopes: ['profile'] }) }),
    outcome: '403 auth.forbidden',
  },
  {
    title: 'a suspended user',
    spoil: ({ logto }) => void Object.assign(logto.tenant.users[0] ?? {}, { isSuspended: true }),
    outcome: '401 auth.unauthorized',
  },
  {
    title: 'a suspended user whose token Logto accepts',
    spoil: at(/my-account$/, () => Response.json({ id: ada, isSuspended: true, hasSecurityVerificationMethod: true })),
    outcome: '403 user.suspended',
  },
  {
    title: 'a deleted user',
    spoil: ({ logto }) => void (logto.tenant.users = logto.tenant.users.slice(1)),
    outcome: '401 auth.unauthorized',
  },
  {
    title: 'a page of another origin',
    spoil: () => ({ headers: { origin: 'https://stranger.example', 'sec-fetch-site': 'cross-site' } }),
    outcome: '403 request.origin_not_allowed',
  },
  {
    title: 'an account center that is off',
    options: { logto: { enabled: false } },
    outcome: '400 account_center.not_enabled',
  },
  { title: 'everything turned off', options: { enable: {} }, outcome: '404 capability.off' },
  { title: 'no verification', for: isGuarded, outcome: '401 verification_record.permission_denied' },
  {
    title: 'the verification of another user',
    for: isGuarded,
    spoil: ({ proofOf }) => ({ proof: proofOf(charles) }),
    outcome: '401 verification_record.permission_denied',
  },
  {
    title: 'an expired verification',
    for: isGuarded,
    spoil: ({ proofOf, logto }) => {
      const proof = proofOf();
      for (const record of logto.tenant.verificationRecords) record.expiresAt = logto.now() - 1;
      return { proof };
    },
    outcome: '401 verification_record.permission_denied',
  },
  {
    title: 'two verifications in one header',
    for: isGuarded,
    spoil: ({ proofOf }) => ({ proof: `${proofOf()}, ${proofOf()}` }),
    outcome: '401 verification_record.permission_denied',
  },
  {
    title: 'no way to verify, and no new sign-in',
    for: isGuarded,
    spoil: (layer) => takeMethodsAway(layer),
    outcome: '401 sign_in.not_recent',
  },
  {
    title: 'a sign-in six minutes ago',
    for: isGuarded,
    spoil: async (layer) => {
      takeMethodsAway(layer);
      return { headers: { 'logto-id-token': await idToken(layer, 360) } };
    },
    outcome: '401 sign_in.not_recent',
  },
  {
    title: 'a body of another type',
    for: hasBody,
    spoil: () => ({ headers: { 'content-type': 'text/plain' } }),
    outcome: '415 request.unsupported_media_type',
  },
  {
    title: 'a form',
    for: hasBody,
    spoil: () => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'name=x' }),
    outcome: '415 request.unsupported_media_type',
  },
  {
    title: 'a body of 2 MB',
    for: hasBody,
    spoil: () => ({ body: JSON.stringify({ name: 'x'.repeat(2 * 1024 * 1024), expiresAt: null }) }),
    outcome: '413 request.too_large',
  },
  { title: 'broken JSON', for: hasBody, spoil: () => ({ body: '{"name":' }), outcome: '400 request.invalid_json' },
  {
    title: 'JSON that is not an object',
    for: hasBody,
    spoil: () => ({ body: '[1]' }),
    outcome: '400 request.invalid_input',
  },
  {
    title: 'an unknown field',
    for: hasBody,
    spoil: (_, { body }) => ({ body: { ...body, userId: charles } }),
    outcome: '400 request.invalid_input',
  },
  {
    title: 'a name of 257 characters',
    for: hasBody,
    spoil: (_, { body }) => ({ body: { ...body, name: 'n'.repeat(257) } }),
    outcome: '400 request.invalid_input',
  },
  {
    title: 'a busy Logto',
    spoil: everywhere(() => new Response('', { status: 429, headers: { 'retry-after': '7' } })),
    outcome: '429 request.rate_limited',
  },
  {
    title: 'too many requests',
    options: { requestsPerMinute: 0.5 },
    spoil: countOnce,
    outcome: '429 request.rate_limited',
  },
  {
    title: 'Logto down',
    options: { endpoint: 'http://127.0.0.1:9' },
    outcome: '502 logto.unavailable',
  },
  { title: 'HTML from Logto', spoil: everywhere(html), outcome: '502 logto.unavailable' },
  {
    title: 'an error from Logto',
    spoil: everywhere(() => new Response('{"message":"secret-of-the-proxy"}', { status: 500 })),
    outcome: '502 logto.unavailable',
  },
  { title: 'a slow Logto', isSlow: true, spoil: everywhere(never), outcome: '504 logto.timeout' },
  {
    title: 'HTML from Logto in the last step',
    for: writes,
    spoil: atDeed(html),
    outcome: '502 logto.outcome_unknown',
    isDone: true,
  },
  {
    title: 'a slow Logto in the last step',
    for: writes,
    isSlow: true,
    spoil: atDeed(never),
    outcome: '502 logto.outcome_unknown',
    isDone: true,
  },
  {
    title: 'an error from Logto in the last step',
    for: writes,
    spoil: atDeed(() => new Response('{"message":"Internal server error."}', { status: 500 })),
    outcome: '502 logto.outcome_unknown',
    isDone: true,
  },
  {
    title: 'a busy Logto in the last step',
    for: writes,
    spoil: atDeed(() => new Response('', { status: 429 })),
    outcome: '429 request.rate_limited',
    isDone: true,
  },
  {
    title: 'an error from Logto although it has done it',
    for: writes,
    spoil: doneAndLost,
    // A deleted user can be detected.
    outcome: (id) => (id === 'deleteAccount' ? '200' : '502 logto.outcome_unknown'),
    isDone: true,
  },
  {
    title: 'Logto before 1.41',
    spoil: at(/my-account$/, () => Response.json({ id: ada, isSuspended: false })),
    outcome: '501 logto.too_old',
  },
  {
    title: 'a wrong secret',
    options: { management: { appId: managementApplication.id, appSecret: 'wrong-secret' } },
    spoil: (layer) => ({ proof: layer.proofOf() }),
    outcome: '500 server.misconfigured',
  },
  {
    title: 'an application without the role',
    spoil: (layer) => {
      for (const application of layer.logto.tenant.management.applications) application.hasRole = false;
      return { proof: layer.proofOf() };
    },
    outcome: '500 server.misconfigured',
  },
  {
    title: 'a page application that has a secret',
    options: { appId: managementApplication.id },
    outcome: '500 server.misconfigured',
  },
  { title: 'an invalid endpoint', options: { endpoint: 'nope' }, outcome: '500 server.misconfigured' },
  {
    title: 'a failing store',
    // A verification must count once; the request count is no reason to reject anything.
    for: (id) => id === 'deleteAccount',
    options: { store: { get: () => Promise.reject(new Error('secret-of-the-store')), set: () => undefined } },
    outcome: '503 store.unavailable',
  },
  {
    title: 'a clock that fails',
    options: {
      now: () => {
        throw new Error('secret-of-the-clock');
      },
    },
    outcome: '500 server.error',
  },
  {
    title: 'an item that does not exist',
    for: (id) => /rename|deletePersonal|leave|accept|decline/.test(id),
    spoil: ({ logto, proofOf }) => {
      Object.assign(logto.tenant.management, { personalAccessTokens: [], memberships: [], invitations: [] });
      return { proof: proofOf() };
    },
    outcome: '404 entity.not_found',
    isDone: true,
  },
  {
    title: 'a taken name',
    for: (id) => /create|rename/.test(id),
    spoil: (layer, { body }) => {
      addToken(layer);
      addToken(layer);
      for (const token of layer.logto.tenant.management.personalAccessTokens.slice(-1)) token.name = 'Taken';
      return { body: { ...body, name: 'Taken' }, proof: layer.proofOf() };
    },
    outcome: '422 user.personal_access_token_name_exists',
    isDone: true,
  },
  {
    title: 'a service that refuses',
    for: (id) => id === 'deleteAccount',
    options: { beforeDelete: () => 'There is an open invoice.' },
    spoil: ({ proofOf }) => ({ proof: proofOf() }),
    outcome: '409 account.deletion_refused',
  },
];

/** Counts a request, so that the next one is too many. */
async function countOnce({ ask }: Layer) {
  await ask('GET', '/organizations');
}

const seen = new Set<string>();

/** Words that are in answers of Logto, in secrets, or in stacks, and never in ours. */
const leaks =
  /pat_secret|secret-of|the-master-key|wrong-secret|management\.\w{20}|\bat [\w.]+ \(|node:internal|file:\/\/|Bad gateway|Internal server|ZodError/;

function note(operationId: string, answer: Answer): string {
  assert.deepEqual(mistakesIn(operationId, answer.status, answer.text), []);
  assert.doesNotMatch(answer.text, leaks);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  if (operationId !== 'readCapabilities' || answer.status !== 200)
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  const { code } = answer.body;
  const outcome = answer.status < 300 ? String(answer.status) : `${answer.status} ${String(code)}`;
  seen.add(`${operationId} ${outcome}`);
  return outcome;
}

for (const [operationId, example] of Object.entries(examples)) {
  const { method = '' } = operations[operationId] ?? {};
  const askFor = (layer: Layer, asking: Asking = {}) =>
    layer.ask(method, example.path, { ...(example.body && { body: example.body }), ...asking });

  describe(operationId, () => {
    it('responds to an authorized request', async (t) => {
      const layer = await startLayer(t);
      example.prepare?.(layer);
      const answer = await askFor(layer, example.needsProof ? { proof: layer.proofOf() } : {});
      assert.equal(note(operationId, answer), String(example.success));
      assert.equal(layer.audits.length, example.deed ? 1 : 0);
      assert.deepEqual(layer.errors, []);
      assert.deepEqual(new Set(layer.origins), new Set([null]), 'Logto was told the origin of a page');
    });

    for (const fault of faults.filter((each) => each.for?.(operationId) ?? true)) {
      it(`reports the error: ${fault.title}`, async (t) => {
        const layer = await startLayer(t, fault.options);
        example.prepare?.(layer);
        const needsGoodProof = example.needsProof && !/verif|sign-in/.test(fault.title);
        const isClockless = fault.title.startsWith('a clock');
        const proof = needsGoodProof && !isClockless ? { proof: layer.proofOf() } : {};
        const spoiled = (await fault.spoil?.(layer, example)) ?? {};
        layer.takeRequests();
        layer.audits.length = 0;
        if (fault.isSlow) mock.timers.enable({ apis: ['setTimeout'] });
        t.after(() => mock.timers.reset());
        const answer = await askFor(layer, { ...proof, ...spoiled });
        const expected = typeof fault.outcome === 'function' ? fault.outcome(operationId) : fault.outcome;
        assert.equal(note(operationId, answer), expected);
        const deeds = layer.takeRequests().filter((request) => example.deed?.test(request));
        assert.ok(deeds.length <= (fault.isDone ? 1 : 0), `Asked for ${deeds.length} times: ${deeds.join(', ')}`);
        if (answer.status === 429) assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/);
        if (answer.status >= 300 && !expected.startsWith('409')) assert.deepEqual(layer.audits, []);
        for (const error of layer.errors)
          assert.doesNotMatch(String((error as Error).cause), /the-master-key|pat_secret/);
      });
    }

    it('rejects other methods', async (t) => {
      const { ask } = await startLayer(t);
      const answer = await ask('PUT', example.path);
      assert.equal(answer.status, 405);
      assert.equal(answer.body.code, 'request.method_not_allowed');
      assert.ok(answer.headers.get('allow')?.split(', ').includes(method));
    });
  });
}

test('the capabilities are public, and need no request to Logto', async (t) => {
  const layer = await startLayer(t);
  const answer = await layer.ask('GET', '/capabilities', { token: null });
  assert.equal(note('readCapabilities', answer), '200');
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=60');
  assert.deepEqual(layer.takeRequests(), []);
  const refused = await layer.ask('GET', '/capabilities', {
    token: null,
    headers: { origin: 'https://stranger.example' },
  });
  assert.equal(note('readCapabilities', refused), '403 request.origin_not_allowed');
});

test('a scheduled deletion responds 202', async (t) => {
  const layer = await startLayer(t, { enable: { deleteAccount: { graceDays: 14 } } });
  const answer = await layer.ask('DELETE', '/account', { proof: layer.proofOf() });
  assert.equal(note('deleteAccount', answer), '202');
});

for (const [operationId, path] of [
  ['leaveOrganization', '/organizations/..%2Fusers'],
  ['acceptInvitation', '/organization-invitations/a%2Fb/accept'],
  ['declineInvitation', '/organization-invitations/%00/decline'],
  ['readSignInHistory', '/sign-in-history?page=0'],
  ['readDataPart', '/data-export/passwords'],
] as const)
  test(`${operationId} rejects the path ${path}`, async (t) => {
    const layer = await startLayer(t);
    const answer = await layer.ask(operations[operationId]?.method ?? '', path, { proof: layer.proofOf() });
    assert.equal(note(operationId, answer), '400 request.invalid_input');
  });

test('an unknown path responds 404, without a request to Logto', async (t) => {
  const layer = await startLayer(t);
  for (const path of ['', '/', '/nope', '/account/', '/account/char1791babb', '/organizations/', '/capabilities/x']) {
    const answer = await layer.ask('GET', path);
    assert.ok([404, 405, 400].includes(answer.status), `${path}: ${answer.status}`);
  }
  assert.deepEqual(
    layer.logto.requests.filter(({ path }) => !/introspection|my-account/.test(path)),
    [],
  );
});

test('every documented response occurs in a test', () => {
  // The other way round, `mistakesIn` has looked at every answer.
  assert.deepEqual(
    [...describedOutcomes()].filter((outcome) => !seen.has(outcome)),
    [],
  );
});
