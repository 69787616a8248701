import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';

import { charles, startLayer, userIn, type Layer } from './account-handler-set-up.js';

/** Each request to Logto on the way to a deed, and each way in which it can fail. The deed is to leave an organization. */

interface Step {
  is: (request: Request, proof: string) => boolean;
  /** Outcomes that differ from the usual one. */
  outcomes?: Partial<Record<Fault, string>>;
}

type Fault = keyof typeof faults;

const pathOf = ({ url }: Request) => new URL(url).pathname;
const proofIn = ({ headers }: Request) => headers.get('logto-verification-id');
const isProbe = (request: Request) => pathOf(request).endsWith('/grants');
const isDeed = (request: Request) => request.method === 'DELETE';

const steps: Record<string, Step> = {
  introspection: { is: (request) => pathOf(request).endsWith('/introspection') },
  'my account': { is: (request) => pathOf(request) === '/api/my-account' },
  'the verification': { is: (request, proof) => isProbe(request) && proofIn(request) === proof },
  'the unknown verification': { is: (request, proof) => isProbe(request) && proofIn(request) !== proof },
  'the token of the Management API': { is: (request) => pathOf(request) === '/oidc/token' },
  'the Management API': {
    is: isDeed,
    outcomes: {
      'is down': '502 logto.outcome_unknown',
      'is slow past the limit': '502 logto.outcome_unknown',
      'responds 200 with HTML': '502 logto.outcome_unknown',
      'responds 200 with {}': '502 logto.outcome_unknown',
      'responds 500': '502 logto.outcome_unknown',
      'does it but responds 500': '502 logto.outcome_unknown',
    },
  },
};

const secret = 'secret-of-the-proxy';

const faults = {
  'is down': {
    answer: () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })),
    outcome: '502 logto.unavailable',
  },
  'is slow past the limit': {
    answer: () => {
      setImmediate(() => mock.timers.tick(3000));
      return new Promise<Response>(() => undefined);
    },
    outcome: '504 logto.timeout',
  },
  'responds 200 with HTML': { answer: () => new Response(`<h1>${secret}</h1>`), outcome: '502 logto.unavailable' },
  'responds 200 with {}': { answer: () => Response.json({}), outcome: '502 logto.unavailable' },
  'responds 429': {
    answer: () => new Response(secret, { status: 429, headers: { 'retry-after': '7' } }),
    outcome: '429 request.rate_limited',
  },
  'responds 500': {
    answer: () => Response.json({ message: secret, stack: 'at Koa (file:///app.js)' }, { status: 500 }),
    outcome: '502 logto.unavailable',
  },
  'does it but responds 500': {
    answer: async (request: Request, { logto }: Layer) => {
      await logto.fetch(request);
      return Response.json({ message: secret }, { status: 500 });
    },
    outcome: '502 logto.unavailable',
  },
} satisfies Record<
  string,
  { answer: (request: Request, layer: Layer) => Response | Promise<Response>; outcome: string }
>;

for (const [name, { is, outcomes }] of Object.entries(steps))
  describe(`the layer, when ${name} fails`, () => {
    for (const [title, { answer, outcome }] of Object.entries(faults))
      it(`reports the failure: ${name} ${title}`, async (t) => {
        const layer = await startLayer(t);
        const proof = layer.proofOf();
        let isFirst = true;
        const met: string[] = [];
        layer.logto.intercept((request) => {
          if (!is(request, proof)) return undefined;
          // A request that is done anyway passes here again on its way to the tenant.
          if (!isFirst && title.startsWith('does')) return undefined;
          isFirst = false;
          met.push(request.method);
          return answer(request, layer);
        });
        const isMember = layer.logto.tenant.management.memberships.length;
        if (title.startsWith('is slow')) mock.timers.enable({ apis: ['setTimeout'] });
        t.after(() => mock.timers.reset());
        const { status, body, text, headers } = await layer.ask('DELETE', '/organizations/engine-works', { proof });

        assert.equal(`${status} ${String(body.code)}`, outcomes?.[title as Fault] ?? outcome);
        assert.deepEqual(Object.keys(body), ['code', 'message', ...(status === 429 ? ['retryAfter'] : [])]);
        assert.equal(headers.get('retry-after'), status === 429 ? '7' : null);
        assert.doesNotMatch(text, new RegExp(`${secret}|${proof}|file:|the-master-key|engine-works`));
        assert.equal(met.length, 1, 'it was asked again');
        assert.deepEqual(layer.audits, []);
        const left = isMember - layer.logto.tenant.management.memberships.length;
        assert.equal(left, name === 'the Management API' && title.startsWith('does') ? 1 : 0);
        assert.equal(userIn(layer, charles).isSuspended, false);
      });
  });
