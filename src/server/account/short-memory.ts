interface Entry<Value> {
  value: Value;
  until: number;
}

/** Milliseconds after which what has ended is looked for. */
const sweepEvery = 60_000;

/** Keeps what may be forgotten at any time: for a while, and no more than so many at once. */
export class ShortMemory<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  #sweepAt = 0;

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
    this.#entries.set(key, { value, until });
    if (this.#entries.size > this.limit || this.now() >= this.#sweepAt) this.#sweep();
  }

  #sweep(): void {
    const now = this.now();
    this.#sweepAt = now + sweepEvery;
    for (const [key, { until }] of this.#entries) if (until <= now) this.#entries.delete(key);
    if (this.#entries.size <= this.limit) return;
    // What ends first matters least: a used proof outlives the counts of many people. A tenth goes at once, or each new
    // entry would cost another search.
    const soonestFirst = [...this.#entries].sort(([, left], [, right]) => left.until - right.until);
    const surplus = soonestFirst.slice(0, this.#entries.size - Math.floor(this.limit * 0.9));
    for (const [key] of surplus) this.#entries.delete(key);
  }
}
