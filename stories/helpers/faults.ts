import { ApiError, type ErrorCode } from '../../test/fake-logto/errors.js';
import type { FakeLogto } from '../../test/fake-logto/fake-logto.js';

const says = (code: ErrorCode) => () => new ApiError(code).toResponse(null);

/** Everything that the elements tell apart, each as it comes over the network. */
const faults = {
  offline: () => Response.error(),
  'no answer': () => new Promise<never>(() => undefined),
  'server error': () => Response.json({ message: 'Internal server error.' }, { status: 500 }),
  'page of a proxy': () =>
    new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
  'too many requests': says('request.message_rate_limited'),
  'signed out': says('auth.unauthorized'),
  'scope missing': says('auth.forbidden'),
  'third-party app': says('auth.third_party_application_forbidden'),
  'account center disabled': says('account_center.not_enabled'),
  'field not editable': says('account_center.field_not_editable'),
  'proof asked for again': says('verification_record.permission_denied'),
  'input refused': says('guard.invalid_input'),
};

export type Fault = keyof typeof faults | 'none';
export type FaultOn = 'reads' | 'writes' | 'everything';

/** What is wrong with the network, or with Logto. */
export interface NetworkArgs {
  /** Milliseconds before each answer. */
  latency: number;
  fault: Fault;
  faultOn: FaultOn;
}

export const allIsWell: NetworkArgs = { latency: 0, fault: 'none', faultOn: 'everything' };

const table = { category: 'Network' };

export const networkArgTypes = {
  latency: {
    description: 'Milliseconds before each answer of the tenant.',
    control: { type: 'range', min: 0, max: 10_000, step: 250 },
    table,
  },
  fault: {
    description: 'What the tenant, or the network, answers instead.',
    control: 'select',
    options: ['none', ...Object.keys(faults)],
    table,
  },
  faultOn: {
    description: 'To which requests. Proofs of who the user is are writes.',
    control: 'inline-radio',
    options: ['reads', 'writes', 'everything'],
    table,
  },
} as const;

/** Makes the tenant slow, or have it answer with a fault. */
export function disturb(logto: FakeLogto, { latency, fault, faultOn }: NetworkArgs): void {
  logto.intercept(async ({ method }) => {
    if (latency) await new Promise((resolve) => setTimeout(resolve, latency));
    const kind = method === 'GET' || method === 'HEAD' ? 'reads' : 'writes';
    return fault !== 'none' && (faultOn === 'everything' || faultOn === kind) ? faults[fault]() : undefined;
  });
}
