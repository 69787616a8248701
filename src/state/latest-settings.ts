import type { AccountSettings } from '../settings/account-settings.js';

/** The settings from a source that may change while it is read. */
export class LatestSettings {
  #loading: Promise<AccountSettings | undefined> | undefined;

  constructor(private readonly read: () => Promise<AccountSettings | undefined>) {}

  /** Begins to read them, unless that has been done. */
  load() {
    this.#loading ??= this.read();
  }

  /** Reads them again. Gives whether they are the latest when they have come. */
  async reload(): Promise<{ settings: AccountSettings | undefined; areLatest: boolean }> {
    const loading = (this.#loading = this.read());
    const settings = await loading;
    return { settings, areLatest: loading === this.#loading };
  }

  /** Waits for those that are not outdated when they come. */
  async latest(): Promise<AccountSettings | undefined> {
    for (;;) {
      const loading = this.#loading;
      const settings = await loading;
      if (loading === this.#loading) return settings;
    }
  }
}
