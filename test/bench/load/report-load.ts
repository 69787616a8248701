import { spreadOf } from '../tools/statistics.js';
import { kB, seconds, spread, table, whole } from '../tools/tables.js';
import type { Load } from './measure-load.js';
import type { Loads } from './run-loads.js';

type Figure = Exclude<keyof Load, 'elsewhere'>;

/** Of the runs that have such a figure; a dash when none has. */
function figure(loads: Load[], name: Figure, text: (value: number) => string): string {
  const values = loads.map((load) => load[name]).filter((value) => value !== undefined);
  return values.length > 0 ? spread(spreadOf(values), text) : '–';
}

export const medianOf = (loads: Load[], name: Figure) =>
  spreadOf(loads.map((load) => load[name]).filter((value) => value !== undefined)).median;

/** Where the requests went that left the machine, or would have. */
export const hostsOf = (loads: Load[]) =>
  [...new Set(loads.flatMap(({ elsewhere }) => elsewhere.map((url) => new URL(url).host)))].sort();

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
      kB(medianOf(loads, 'heap')),
    ];
  });
  return `${table(['', 'scripts', 'their bytes', 'API requests', 'their bytes', 'one after the other'], network)}

${table(['', 'first text, s', 'own values, s', 'ratio', 'layout shift', 'long tasks', 'main thread', 'heap'], times)}

Runs that came to their end: ${all.map(({ loads }) => loads.length).join(', ')}.

${all
  .filter(({ subject }) => subject.needsService)
  .map(outOfReach)
  .join('\n\n')}`;
}

/** What can be said about one that shows nothing without its own service. */
function outOfReach({ subject, loads }: Loads): string {
  const requests = spread(spreadOf(loads.map(({ elsewhere }) => elsewhere.length)), whole);
  const hosts = hostsOf(loads).map((host) => `\`${host}\``);
  return `${subject.name}: what it shows is made by its own servers (screens, theme, the library of its inputs), which are not
within reach here, so that there is no time to compare. It asked for them after ${figure(loads, 'asked', seconds)} s, in ${requests} requests,
repeated ones included, to ${hosts.length} hosts: ${hosts.join(', ')}. Its scripts in the table are those of its package alone.`;
}
