import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';

/** A short name for what was made from these texts. */
export const hashOf = (...texts: string[]) => createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 12);

/** Leaves what was made to processes that start later; to these it is there as a whole, or not at all. */
export function share(own: string, shared: string): void {
  try {
    renameSync(own, shared);
  } catch {
    rmSync(own, { recursive: true }); // Another process was faster.
  }
}
