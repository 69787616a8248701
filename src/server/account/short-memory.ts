interface Entry<Value> {
  value: Value;
  until: number;
}

/** Keeps what may be forgotten at any time: for a while, and no more than so many at once. */
export class ShortMemory<Value> {
  readonly #entries = new Map<string, Entry<Value>>();

  constructor(
    private readonly now: () => number,
    private readonly limit = 1000,
  ) {}

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry && entry.until > this.now()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  /** @param until Milliseconds since 1970. */
  set(key: string, value: Value, until: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until });
    if (this.#entries.size <= this.limit) return;
    for (const [old, entry] of this.#entries) if (entry.until <= this.now()) this.#entries.delete(old);
    for (const old of this.#entries.keys()) {
      if (this.#entries.size <= this.limit) break;
      this.#entries.delete(old);
    }
  }
}
