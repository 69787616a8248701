export interface Size {
  gzip: number;
  brotli: number;
}

/** What a bundler makes of an entry. */
export interface Measured {
  /** All that is loaded before the first paint. */
  first: Size;
  onDemand: ({ name: string } & Size)[];
}

/** Every tag but the provider and the account page, without `logto-`. */
export const tags: string[];

/** A page with these tags, built from their sources. */
export function measure(tags: string[], options: { withLit: boolean }): Promise<Measured>;

/** A page with this script. Packages are looked for in `root`, by default the repository. */
export function measureEntry(entry: string, options?: { withLit?: boolean; root?: string }): Promise<Measured>;
