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

Made by \`npm run bench\`, which measures everything anew and writes this file. Figures differ from machine to machine, and
from hour to hour on a busy one: compare the ratios, not the seconds. Nothing is tested here; what is a fact and no figure, as
the requests that are made, is tested elsewhere.

- Browser: ${browser}, nothing in its cache, a new one for each load. It reaches the machine itself and nothing else.
- Times and heaps are the median of ${runs} runs, with the best and the worst in brackets. Pages take turns.
- Beside the tags: \`@teamhanko/hanko-elements\` ${versionOf('@teamhanko/hanko-elements')} and \`@descope/user-profile-widget\` ${versionOf('@descope/user-profile-widget')}, each in the
  smallest page that its documentation knows (\`test/bench/pages/\`), bundled by Vite with its default settings.

## Sizes

${sizes.text}

## The first load

A phone in a poor place: Chrome’s “Slow 4G” (${megabits(slowNetwork.download)} Mbit/s down, ${megabits(slowNetwork.upload)} up, ${slowNetwork.latency} ms for each request) and a
processor that is ${slowProcessor} times slower. Pages and scripts come over HTTP/2, compressed with Brotli.

“Signed in” is somebody who was here within the hour. Logto is the stand-in tenant of the tests, at another origin and with the
CORS rules of Logto in production; Hanko’s API is a few fixed answers. The browser does not slow down the requests by which it asks for permission to
ask another origin (preflights), neither for Logto nor for Hanko.

${load}

- “Own values”: when name and address of the account can be read. \`<logto-account>\` shows the first of its three sections then;
  Hanko’s profile shows all that it has, half a second after its API has answered, as its code waits for that long.
- “API requests”: preflights included. Without settings in the page one of them asks Logto for them in vain.
- “One after the other”: the most requests of which none began before the last one had ended.
- “Layout shift” is the sum of all shifts. “Long tasks” are those of 50 ms and more. “Main thread” is how long that was busy in all. “Heap”
  is what is left after the garbage collection.

## Many tags

One provider, and so many tags of every kind, with the CDN script, signed in, and with the settings in the page. The processor is ${slowProcessor} times slower, the
network is not.

${many.text}

## One edit

A page with one tag of each kind, and a second profile. One field of the first profile is changed and saved; what is counted
is what happens from then on.

${edit}

## The account API layer

\`accountHandler\` in Node ${process.version}, with a stand-in for Logto in the same process: nothing takes time but work, and the work of
the stand-in counts, too. A “read” lists personal access tokens; a “guarded read” shows the sign-in history and needs a proof.

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
