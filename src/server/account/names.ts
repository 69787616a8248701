import { getOwn } from '../../untrusted.js';
import type { Management } from './management.js';
import { has, successOf } from './outcome.js';
import { textOrNull } from './public-shapes.js';
import { ShortMemory } from './short-memory.js';

const kept = 600_000;

/** The names of applications and organizations: the same for everybody, so they are kept for a while. */
export class Names {
  readonly #names: ShortMemory<string | null>;

  constructor(
    private readonly management: Management,
    private readonly now: () => number,
  ) {
    this.#names = new ShortMemory(now);
  }

  /** `null` when there is none any more, or it cannot be read now: nothing else should fail for want of a name. */
  async of(kind: 'applications' | 'organizations', id: string, signal: AbortSignal): Promise<string | null> {
    const key = `${kind}/${id}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    try {
      const answer = await this.management.send('GET', [kind, id], { signal });
      const name = answer.status === 404 ? null : textOrNull(getOwn(successOf(answer, has({ id })), 'name'));
      this.#names.set(key, name, this.now() + kept);
      return name;
    } catch {
      return null;
    }
  }
}
