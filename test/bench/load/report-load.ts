import { spreadOf } from '../tools/statistics.js';
import { kB, MB, seconds, spread, table, whole } from '../tools/tables.js';
import type { Load } from './measure-load.js';
import type { Loads } from './run-loads.js';

type Figure = Exclude<keyof Load, 'elsewhere' | 'traffic'>;

/** Of the runs that have such a figure; a dash when none has. */
function figure(loads: Load[], name: Figure, text: (value: number) => string): string {
  const values = loads.map((load) => load[name]).filter((value) => value !== undefined);
  return values.length > 0 ? spread(spreadOf(values), text) : '–';
}

export const medianOf = (loads: Load[], name: Figure) =>
  spreadOf(loads.map((load) => load[name]).filter((value) => value !== undefined)).median;

/** Where the requests would have gone that left the machine, the API of the subject aside. */
export const hostsOf = ({ subject, loads }: Loads) =>
  [...new Set(loads.flatMap(({ elsewhere }) => elsewhere.map((url) => new URL(url).host)))]
    .filter((host) => host !== subject.api)
    .sort();

export function reportLoad(all: Loads[]): string {
  const base = medianOf(all[0]?.loads ?? [], 'content');
  const network = all.map(({ subject, loads }) => [
    subject.name,
    figure(loads, 'scripts', whole),
    figure(loads, 'scriptBytes', kB),
    figure(loads, 'apiRequests', whole),
    figure(loads, 'apiBytes', kB),
    figure(loads, 'chain', whole),
  ]);
  const times = all.map(({ subject, loads }) => {
    const content = medianOf(loads, 'content');
    return [
      subject.name,
      subject.needsService ? '–' : figure(loads, 'firstText', seconds),
      subject.needsService ? '–' : figure(loads, 'content', seconds),
      subject.needsService || Number.isNaN(content) ? '–' : (content / base).toFixed(2),
      subject.needsService ? '–' : figure(loads, 'shift', (value) => value.toFixed(3)),
      `${figure(loads, 'longTasks', whole)}; ${figure(loads, 'longTaskTime', whole)} ms`,
      `${figure(loads, 'busy', whole)} ms`,
      figure(loads, 'heap', MB),
    ];
  });
  return `${table(['', 'scripts', 'their bytes', 'API requests', 'their bytes', 'one after the other'], network)}

${table(['', 'first text, s', 'own values, s', 'ratio', 'layout shift', 'long tasks', 'main thread', 'heap'], times)}${unfinished(all)}

${all
  .filter(({ subject }) => subject.needsService)
  .map(outOfReach)
  .join('\n\n')}`;
}

/** Which pages did not come to their end every time, if any. */
function unfinished(all: Loads[]): string {
  const runs = Math.max(...all.map(({ loads }) => loads.length));
  const fewer = all.filter(({ loads }) => loads.length < runs);
  if (fewer.length === 0) return '';
  const list = fewer.map(({ subject, loads }) => `${subject.name} (${loads.length} of ${runs})`);
  return `\n\nNot every run came to its end: ${list.join(', ')}.`;
}

/** What can be said about one that shows nothing without its own service. */
function outOfReach({ subject, loads }: Loads): string {
  const requests = spread(spreadOf(loads.map(({ elsewhere }) => elsewhere.length)), whole);
  const hosts = hostsOf({ subject, loads }).map((host) => `\`${host}\``);
  return `${subject.name}: what it shows is made by its own servers (screens, theme, the library of its inputs), which are not
within reach here, so that there is no time to compare. It asked for them after ${figure(loads, 'asked', seconds)} s. Besides its API it tried
${hosts.join(', ')}; some of them only because the first ones did not answer, and so it came to ${requests} requests. Its
scripts in the table are those of its package alone.`;
}
