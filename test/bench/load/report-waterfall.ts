import { isLocal, type Exchange } from '../tools/traffic.js';
import { kB, table } from '../tools/tables.js';
import type { Loads } from './run-loads.js';

/** What every page asked for and when, who asked, and what that had to wait for; of the load in the middle of all. */
export const reportWaterfall = (all: Loads[]): string =>
  all
    .flatMap(({ subject, loads }) => {
      const middle = loads.toSorted((one, other) => (one.content ?? 0) - (other.content ?? 0))[loads.length >> 1];
      return middle ? [`### ${subject.name}\n\n${waterfall(middle.traffic.filter(isLocal))}`] : [];
    })
    .join('\n\n');

function waterfall(traffic: Exchange[]): string {
  const begin = traffic[0]?.start ?? 0;
  const since = (seconds: number | undefined) =>
    seconds === undefined ? '–' : `${Math.round(1000 * (seconds - begin))}`;
  const rows = traffic
    .toSorted((one, other) => one.start - other.start)
    .map((exchange) => [
      nameOf(exchange.url),
      since(exchange.start),
      since(exchange.end),
      kB(exchange.bytes),
      exchange.askedBy ? nameOf(exchange.askedBy) : '–',
      waitedFor(exchange, traffic),
    ]);
  return table(['request', 'asked at, ms', 'there at, ms', 'bytes', 'asked by', 'after'], rows);
}

/** What had come last when a request was sent: without it, it would have been sent earlier, or it waited for no request. */
function waitedFor({ start }: Exchange, traffic: Exchange[]): string {
  const before = traffic.filter(({ end }) => end !== undefined && end <= start);
  const last = before.toSorted((one, other) => (other.end ?? 0) - (one.end ?? 0))[0];
  return last?.end === undefined ? '–' : `${nameOf(last.url)} (${Math.round(1000 * (start - last.end))} ms)`;
}

/** Without the hash of a file. */
const nameOf = ({ pathname }: URL) =>
  `\`${pathname.replace(/^.*\/(?=[^/]+\.(js|html)$)/, '').replace(/-[\w-]{8}(?=\.js$)/, '')}\``;
