import type { CDPSession } from 'puppeteer-core';

/** One request of a page, in seconds of the browser's clock. */
export interface Exchange {
  url: URL;
  /** As the browser calls it: `Script`, `Fetch`, `XHR`, `Preflight`, `Document`, … */
  type: string;
  start: number;
  end?: number;
  /** What came over the network, compressed, headers included. */
  bytes: number;
  /** The script or page that asked for it. */
  askedBy?: URL;
}

/** Notes down every request of a page, preflights included, and those that never got an answer. */
export async function trafficOf(session: CDPSession): Promise<Exchange[]> {
  const exchanges = new Map<string, Exchange>();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other', timestamp, initiator }) => {
    const url = new URL(request.url);
    const asker = initiator.url ?? initiator.stack?.callFrames[0]?.url;
    const askedBy = asker && URL.canParse(asker) ? { askedBy: new URL(asker) } : {};
    if (/^https?:$/.test(url.protocol)) exchanges.set(requestId, { url, type, start: timestamp, bytes: 0, ...askedBy });
    list.splice(0, list.length, ...exchanges.values());
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const exchange = exchanges.get(requestId);
    if (exchange) Object.assign(exchange, { end: timestamp, bytes: encodedDataLength });
  });
  session.on('Network.loadingFailed', ({ requestId, timestamp }) => {
    const exchange = exchanges.get(requestId);
    if (exchange) exchange.end = timestamp;
  });
  const list: Exchange[] = [];
  return list;
}

export const isLocal = ({ url }: Exchange) => ['localhost', '127.0.0.1'].includes(url.hostname);

/** How many requests had to wait for one another: the most of them of which none overlaps with the next. */
export function longestChain(exchanges: Exchange[]): number {
  let count = 0;
  let end = -Infinity;
  for (const exchange of exchanges.toSorted((one, other) => (one.end ?? Infinity) - (other.end ?? Infinity))) {
    if (exchange.end === undefined || exchange.start < end) continue;
    count += 1;
    end = exchange.end;
  }
  return count;
}
