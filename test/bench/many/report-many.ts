import { spreadOf } from '../tools/statistics.js';
import { MB, seconds, spread, table, whole } from '../tools/tables.js';
import type { World } from '../tools/world.js';
import { counts, measureMany, type Many } from './measure-many.js';

export interface ManyReport {
  text: string;
  /** What was asked of the tenant, by number of elements. */
  requests: { count: number; requests: string[] }[];
}

export async function reportMany(world: World, runs: number): Promise<ManyReport> {
  const all = counts.map((count) => ({ count, loads: [] as Many[] }));
  for (let run = 1; run <= runs; run += 1) {
    console.log(`Loading pages with many elements, ${run} of ${runs}`);
    for (const { count, loads } of all) loads.push(await measureMany(world, count));
  }
  const of = (loads: Many[], figure: (load: Many) => number, text: (value: number) => string) =>
    spread(spreadOf(loads.map(figure)), text);
  const rows = all.map(({ count, loads }) => [
    `${count}`,
    of(loads, ({ requests }) => requests.length, whole),
    of(loads, ({ content }) => content, seconds),
    of(loads, ({ heap }) => heap, MB),
    of(loads, ({ nodes }) => nodes, whole),
  ]);
  const requests = all.map(({ count, loads }) => ({ count, requests: loads.at(-1)?.requests ?? [] }));
  return {
    requests,
    text: `${table(['elements', 'API requests', 'all values, s', 'heap', 'nodes'], rows)}

With ${counts.at(-1)} elements these are: ${requests
      .at(-1)
      ?.requests.map((request) => `\`${request}\``)
      .join(', ')}.`,
  };
}
