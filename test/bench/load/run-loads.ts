import type { World } from '../tools/world.js';
import { measureLoad, type Load } from './measure-load.js';
import { subjectsOf, type Subject } from './subjects.js';

export interface Loads {
  subject: Subject;
  loads: Load[];
}

/** Loads every page so many times; in turn, so that what else the machine does befalls all of them alike. */
export async function runLoads(world: World, runs: number): Promise<Loads[]> {
  const all = (await subjectsOf(world)).map((subject): Loads => ({ subject, loads: [] }));
  for (let run = 1; run <= runs; run += 1) {
    console.log(`Loading every page, ${run} of ${runs}`);
    for (const { subject, loads } of all) {
      try {
        loads.push(await measureLoad(world.browser, world.site.origin, subject));
      } catch (error) {
        // One that did not come to its end says nothing; the report tells how many did.
        console.log(`${subject.name}: ${String(error)}`);
      }
    }
  }
  return all;
}
