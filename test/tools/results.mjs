// What all runners of tests share: how many things they do at once, and the words in which they end.
import { availableParallelism } from 'node:os';

/** As many as there are cores, or as one says who has other things to do beside. */
export const jobs = Number(process.env.JOBS) || availableParallelism();

const again = 'Passed only when run again:';

/** What came of tests, with the names of those that passed only at the second try. */
export const wordsFor = ({ passed, failed, skipped, again: names }) =>
  [
    ...names.map((name) => `${again} ${name}`),
    `${again} ${names.length}`,
    `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  ].join('\n');

/** The sum of what runners said. */
export function sumOf(outputs) {
  const counts = outputs.flatMap((text) => [...text.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)]);
  const sum = (index) => counts.reduce((total, count) => total + Number(count[index] ?? 0), 0);
  const names = outputs.flatMap((text) => [...text.matchAll(new RegExp(`^${again} (?!\\d+$)(.+)$`, 'gm'))]);
  return { passed: sum(1), failed: sum(2), skipped: sum(3), again: names.map(([, name]) => name) };
}
