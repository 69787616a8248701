import { slowNetwork, slowProcessor } from './tools/browser.js';
import { hostsOf, medianOf } from './load/report-load.js';
import type { Loads } from './load/run-loads.js';
import type { ManyReport } from './many/report-many.js';
import { versionOf } from './peers/install.js';
import type { SizesReport } from './sizes/report-sizes.js';
import { kB, table } from './tools/tables.js';

/** Everything that was found out. */
export interface Findings {
  runs: number;
  browser: string;
  sizes: SizesReport;
  loads: Loads[];
  load: string;
  many: ManyReport;
  edit: string;
  server: string;
}

const megabits = (bytesPerSecond: number) => ((bytesPerSecond * 8) / 1_000_000).toFixed(2);

/** The whole report. */
export const report = ({ runs, browser, sizes, load, many, edit, server }: Findings) => `# Benchmark

\`npm run bench\` measures everything again and writes this file. Figures differ from machine to machine, and on a busy one from hour
to hour, so compare ratios, not seconds. This is not a test: facts, such as which requests are made, are tested elsewhere.

- Browser: ${browser}, a new one with an empty cache for each load. It reaches this machine and nothing else.
- Times and heaps are the median of ${runs} runs, with the best and the worst in parentheses. Pages take turns.
- Compared with: \`@teamhanko/hanko-elements\` ${versionOf('@teamhanko/hanko-elements')} and \`@descope/user-profile-widget\` ${versionOf('@descope/user-profile-widget')}, each in the
  smallest page that its documentation knows (\`test/bench/pages/\`), bundled by Vite with its default settings.

## Sizes

${sizes.text}

## The first load

A phone with a poor connection: Chrome’s “Slow 4G” (${megabits(slowNetwork.download)} Mbit/s down, ${megabits(slowNetwork.upload)} up, ${slowNetwork.latency} ms for each request) and a
processor that is ${slowProcessor} times slower. Pages and scripts come over HTTP/2, compressed with Brotli.

“Signed in” is a user who was here within the last hour. Logto is the stand-in tenant of the tests, at another origin and with the
CORS rules of Logto in production. Hanko’s API is a few fixed answers. The browser does not slow down CORS preflights, for Logto or
for Hanko.

${load}

- “Own values”: when the user’s name and address can be read. \`<logto-account>\` shows the first of its three sections by then. Hanko’s
  profile shows everything it has, half a second after its API has answered, because its code waits that long.
- “API requests” include preflights. Without settings in the page, one of them asks Logto for the settings and is refused.
- “One after the other”: the longest chain of requests in which each began after the one before had ended.
- “Layout shift” is the sum of all shifts. “Long tasks” take 50 ms or more. “Main thread” is how long it was busy in total. “Heap” is
  what is left after garbage collection.

## Many elements

One provider and a number of elements of every kind, with the CDN script, signed in, with the settings in the page. The processor is ${slowProcessor} times slower; the
network is not.

${many.text}

## One edit

A page with one element of each kind, and a second profile. One field of the first profile is changed and saved. What happens from then
on is counted.

${edit}

## The Account API layer

\`accountHandler\` in Node ${process.version}, with a stand-in for Logto in the same process. Only work takes time, including the work of the
stand-in. A “read” lists personal access tokens; a “guarded read” shows the sign-in history and needs a proof.

${server}
`;

/** The few figures that tell most. */
export function summary({ sizes, loads, many }: Findings): string {
  const of = (part: string) => {
    const found = loads.find(({ subject }) => subject.name.includes(part));
    if (!found) throw new Error(`There is no page of the name “${part}”.`);
    return found;
  };
  const all = [of('CDN script, signed in'), of('Hanko'), of('Descope')];
  const first = all.map(({ loads: each }) => `${kB(medianOf(each, 'scriptBytes'))} in ${medianOf(each, 'scripts')}`);
  const weights = [sizes.all, sizes.hanko, sizes.descope].map(({ gzip }) => kB(gzip));
  const hosts = all.map((each) => `${hostsOf(each).length}`);
  const more = (cells: string[]) => [...cells.slice(0, 2), `${cells[2]}, and more at run time`];
  const asked = many.requests.map(({ count, requests }) => `${requests.length} for ${count}`).join(', ');
  return `${table(
    ['', 'this library', 'Hanko', 'Descope'],
    [
      ['everything not loaded on demand, gzip', ...more(weights)],
      ['scripts of the first load, Brotli', ...more(first)],
      ['other hosts it contacts besides its API', ...hosts],
    ],
  )}

Requests to Logto by the number of elements on a page: ${asked}. Saving a field adds one, and re-renders only the elements that show it.`;
}
