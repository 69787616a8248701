/** A text to send, and what distinguishes it from another one. */
export interface SettingsDocument {
  json: string;
  /** A strong entity tag, with its quotation marks. */
  etag: string;
}

interface SettingsCacheOptions {
  read: () => Promise<SettingsDocument>;
  /** Milliseconds for which what was read is fresh. */
  maxAge: number;
  /** Milliseconds after which nobody waits for a read any longer. */
  patience: number;
  /** Milliseconds since any moment. */
  now: () => number;
  /** Called with the reason why a read failed. */
  onError: (error: unknown) => void;
}

/** What is in the cache, and for how many more milliseconds it is fresh: 0 when it is out of date. */
interface CachedDocument {
  document: SettingsDocument;
  freshFor: number;
}

/** Milliseconds for which nothing is asked again after a read has failed. */
const pause = 10_000;

/** Milliseconds for which an old answer serves on when no other is to be had: what it says may be wrong by then. */
const longestUse = 7 * 24 * 3600_000;

/**
 * Keeps the last answer in memory. Who asks while it is being read waits for the same read. When a read fails, the old
 * answer serves on for a week.
 */
export class SettingsCache {
  #document: SettingsDocument | undefined;
  #freshUntil = -Infinity;
  #pauseUntil = -Infinity;
  #reading: Promise<void> | undefined;

  constructor(private readonly options: SettingsCacheOptions) {}

  /** `undefined` when reading fails and never succeeded. */
  async get(): Promise<CachedDocument | undefined> {
    const { now } = this.options;
    if (now() >= Math.max(this.#freshUntil, this.#pauseUntil)) await this.#refresh();
    if (now() >= this.#freshUntil + longestUse) this.#document = undefined;
    return this.#document && { document: this.#document, freshFor: Math.max(0, this.#freshUntil - now()) };
  }

  async #refresh(): Promise<void> {
    const reading = (this.#reading ??= this.#read());
    // Workers end a read together with the request that began it; whoever shares it would wait for ever.
    await settledWithin(this.options.patience, reading);
    if (this.#reading === reading) this.#reading = undefined;
  }

  async #read(): Promise<void> {
    const { read, maxAge, now, onError } = this.options;
    try {
      this.#document = await read();
      this.#freshUntil = now() + maxAge;
    } catch (error) {
      this.#pauseUntil = now() + pause;
      onError(error);
    }
  }
}

async function settledWithin(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, timeUp]).finally(() => clearTimeout(timer));
}
