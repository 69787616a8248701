import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';

/** A short hash of the texts that something was built from. */
export const hashOf = (...texts: string[]) => createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 12);

/** Stores a build result atomically for processes that start later. */
export function share(own: string, shared: string): void {
  try {
    renameSync(own, shared);
  } catch {
    rmSync(own, { recursive: true }); // Another process was faster.
  }
}
