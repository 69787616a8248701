import { withoutCors, type FakeLogto } from '../fake-logto/fake-logto.js';

/*
 * Faults that can happen to a request between a page and Logto.
 */

export interface Fault {
  /** The error message, unless the request turns out to have succeeded. */
  says: RegExp;
  /** Whether Logto does what it was asked. */
  isDone?: boolean;
  /** Whether all other requests fail, too. */
  isAll?: boolean;
  /** The response that the page gets instead; `undefined` never responds. */
  answer: () => Response | undefined;
}

const noConnection = /We could not reach the server\. Check your connection and try again\./;
const noTime = /The server took too long to respond\. Try again\./;
const tooMany = /Too many attempts\. Wait a while, then try again\.|Too many codes were sent\./;
const wentWrong = /Something went wrong on our side\. Try again in a moment\./;
const notNow = /The server could not do this right now\. Try again later\./;

const page = '<!doctype html><title>Bad gateway</title><h1>502</h1>';
const html = { 'content-type': 'text/html' };

export const faults: Record<string, Fault> = {
  'dropped before Logto has it': { says: noConnection, isAll: true, answer: () => Response.error() },
  'dropped after Logto has done it': { says: noConnection, isDone: true, answer: () => Response.error() },
  'dropped after Logto has done it, and nothing else comes either': {
    says: noConnection,
    isDone: true,
    isAll: true,
    answer: () => Response.error(),
  },
  'hanging before Logto has it': { says: noTime, answer: () => undefined },
  'hanging after Logto has done it': { says: noTime, isDone: true, answer: () => undefined },
  'answered with a page of a proxy': {
    says: wentWrong,
    answer: () => new Response(page, { status: 500, headers: html }),
  },
  'refused as one of too many': { says: tooMany, answer: () => new Response('', { status: 429 }) },
  'refused as one of too many, with a time': {
    says: tooMany,
    answer: () => new Response('Slow down', { status: 429, headers: { 'retry-after': '30' } }),
  },
  'answered with nothing': { says: wentWrong, answer: () => new Response('', { status: 200 }) },
  'refused in an answer that the page may not read': {
    says: notNow,
    answer: () => withoutCors(new Response('', { status: 429 })),
  },
};

/** A fault between a page and its servers. */
export type Network = Pick<FakeLogto, 'fetch' | 'intercept'>;

/** The requests during a fault, as `METHOD path body`. */
export interface Trouble {
  asked: string[];
  end: () => void;
}

/** Lets all such requests meet the fault, until it ends. */
export function cause({ isDone, isAll, answer }: Fault, logto: Network, where: RegExp): Trouble {
  let isInner = false;
  let isDown = false;
  const trouble = async (request: Request) => {
    if (isInner) return undefined;
    if (!where.test(lineOf(request))) return isDown ? answer() : undefined;
    if (isDone) {
      isInner = true; // for the request of this very function
      await logto.fetch(request).finally(() => (isInner = false));
    }
    isDown = isAll ?? false;
    return answer() ?? forEver();
  };
  const stop = logto.intercept(trouble, { isFirst: true });
  const { asked, end } = listen(logto, where, () => !isInner);
  return { asked, end: () => [stop, end].forEach((each) => each()) };
}

/** Hears such requests, until it ends. */
export function listen(logto: Network, where: RegExp, counts = () => true): Trouble {
  const asked: string[] = [];
  const hear = async (request: Request) => {
    const line = lineOf(request);
    const counted = where.test(line) && counts();
    const isJson = request.headers.get('content-type')?.includes('json');
    if (counted) asked.push(`${line} ${isJson ? await request.text() : ''}`);
    return undefined;
  };
  const end = logto.intercept(hear, { isFirst: true });
  return { asked, end };
}

const lineOf = ({ method, url }: Request) => `${method} ${new URL(url).pathname}`;

const { timeout } = AbortSignal;
const waiting = new Set<AbortController>();

/** Times out at once if the stand-in does not respond. */
function forEver(): Promise<never> {
  for (const each of waiting) each.abort(new DOMException('Time is up.', 'TimeoutError'));
  waiting.clear();
  return new Promise(() => undefined);
}

beforeEach(() => {
  AbortSignal.timeout = () => {
    const controller = new AbortController();
    waiting.add(controller);
    return controller.signal;
  };
});

afterEach(() => {
  AbortSignal.timeout = timeout;
  waiting.clear();
});
