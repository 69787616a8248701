import type { Page } from 'puppeteer-core';

/** Notes down what no page should do: log errors, throw, fail to load something, or ask a third party for anything. */
export class Problems {
  readonly #seen: string[] = [];
  readonly #expected: RegExp[] = [];

  /** The warnings in the console, which are no problem by themselves. */
  readonly warnings: string[] = [];

  /** @param origins The only ones that a page may ask. */
  constructor(private readonly origins: string[]) {}

  watch(page: Page): void {
    page.on('console', (message) => {
      const { url } = message.location();
      // Lit says so about the build that tests use; pages of a product use another.
      const isLitItself = /^Lit is in dev mode\./.test(message.text());
      if (message.type() === 'warn' && !isLitItself) this.warnings.push(message.text());
      if (message.type() === 'error') this.#seen.push(`console: ${message.text()}${url ? ` (${url})` : ''}`);
    });
    page.on('pageerror', (error) => this.#seen.push(`uncaught: ${String(error)}`));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^(https?|wss?):$/.test(protocol) && !this.origins.includes(origin)) {
        this.#seen.push(`third party: ${request.url()}`);
      }
    });
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      // A page that is left takes its requests with it.
      if (reason !== 'net::ERR_ABORTED') this.#seen.push(`failed: ${request.url()} ${reason}`);
    });
  }

  /** Says that a problem is part of the test, for example the browser's own line about a 401 answer. */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }

  /** Waits for a number of warnings, since the warning code is loaded on demand. */
  async warned(pattern: RegExp, count = 1): Promise<string[]> {
    for (const end = Date.now() + 5000; Date.now() < end;) {
      if (this.warnings.filter((warning) => pattern.test(warning)).length >= count) return this.warnings;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`Nobody was told ${pattern} ${count} times, only:\n${this.warnings.join('\n')}`);
  }

  /** All that was not expected. */
  get unexpected(): string[] {
    return this.#seen.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
  }
}
