import { MB, table, whole } from '../tools/tables.js';
import { heap, Layer, type Kind } from './measure-server.js';

const [people, kinds, requests] = [[1, 10, 100], ['read', 'guarded read'] as Kind[], 1000];

/** Requests after which the memory is looked at, and people who take turns: more than the handler remembers. */
const [marks, crowd] = [[10_000, 55_000, 100_000], 2000];

/** What the account API layer does in a second, what it asks of Logto, and whether it keeps anything. */
export async function reportServer(): Promise<string> {
  const layer = new Layer(Math.max(...people));
  const rows: string[][] = [];
  try {
    await layer.serve('guarded read', requests); // until the code is compiled
    for (const kind of kinds)
      for (const count of people) {
        console.log(`Asking the account API layer: ${kind}, ${count} at once`);
        const { perSecond, p95, asked } = await layer.serve(kind, requests, count);
        rows.push([`${kind}, ${count} at once`, whole(perSecond), p95.toFixed(1), asked.toFixed(1)]);
        console.log(rows.at(-1)?.join(', '));
      }
  } finally {
    layer.close();
  }
  const memory = await measureMemory();
  return `${table(['', 'requests/s', 'p95, ms', 'asked of Logto for each'], rows)}

Heap after the garbage collection, with ${crowd} people taking turns: ${memory}.`;
}

async function measureMemory(): Promise<string> {
  const layer = new Layer(crowd);
  const figures: string[] = [];
  let served = 0;
  try {
    for (const mark of marks) {
      console.log(`Asking the account API layer ${mark} times in all`);
      // Ten at once: each of the crowd in turn.
      while (served < mark) served += await serveCrowd(layer);
      figures.push(`${MB(heap())} after ${served} requests`);
      console.log(figures.at(-1));
    }
  } finally {
    layer.close();
  }
  return figures.join(', ');
}

async function serveCrowd(layer: Layer): Promise<number> {
  const size = layer.people.length;
  for (let start = 0; start < size; start += 10) await layer.askOnce('read', start, start + 10);
  return size;
}
