/** What Logto has removed for one person: every list in the page takes it out, whichever element removed it. */
export class Removals {
  readonly #listeners = new Set<(id: string) => void>();

  tell(id: string): void {
    for (const listener of this.#listeners) listener(id);
  }

  /** Gives what ends it. */
  observe(listener: (id: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
