/** Where access tokens come from. */
export interface TokenSource {
  /** The current opaque access token of the Logto endpoint. Rejects with kind `signed-out` when there is none. */
  getAccessToken(): Promise<string>;
  /** A token that Logto has not refused yet, after it refused the current one. */
  renewAccessToken(): Promise<string>;
}

/** The tokens of one session, and whose they are: an opaque token does not say so. */
export class AccessTokens {
  #renewal: Promise<string> | undefined;
  /** The token that Logto has answered last, and whose account it showed. */
  #seen: { token: string; userId: string } | undefined;

  constructor(private readonly source: TokenSource) {}

  current(): Promise<string> {
    return this.source.getAccessToken();
  }

  /** Parallel requests that were refused the same token share one renewal. */
  async renew(refused: string): Promise<string> {
    const current = await this.current();
    if (current !== refused) return current;
    this.#renewal ??= this.source.renewAccessToken().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  /** `undefined` while nobody knows. */
  userOf(token: string): string | undefined {
    return this.#seen?.token === token ? this.#seen.userId : undefined;
  }

  saw(token: string, userId: string) {
    this.#seen = { token, userId };
  }
}
