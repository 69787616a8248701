import type { ConsoleMessage, HTTPRequest, Page } from 'puppeteer-core';

import type { FakeLogto } from '../fake-logto/fake-logto.js';

/** The one place where a record may be kept: that of an address, until the code that was sent there is entered. */
const isCodeStep = /^sessionStorage: logto-account-elements:(code\/(email|phone)|proof)=/;

/** Notes down the secrets of a session and of what the user types, and looks for them where they have no business to be. */
export class Leaks {
  readonly #secrets = new Map<string, string>();
  readonly #said: string[] = [];
  readonly #pending: Promise<unknown>[] = [];

  constructor(
    private readonly page: Page,
    private readonly logto: FakeLogto,
  ) {}

  /** Begins to collect. To be called before the page is opened. */
  async watch(): Promise<void> {
    // The test runner's compiler calls this in functions, and the page does not have it.
    await this.page.evaluateOnNewDocument('globalThis.__name = (named) => named;');
    await this.page.evaluateOnNewDocument(recordEvents);
    await this.page.exposeFunction('noteEvent', (text: string) => void this.#said.push(`event: ${text}`));
    this.page.on('console', (message) => this.#pending.push(this.#listen(message)));
    this.page.on('request', (request) => {
      const { searchParams } = new URL(request.url());
      this.#note('code', searchParams.get('code'));
      this.#note('access_token', request.headers().authorization?.replace(/^Bearer /, ''));
      this.#noteSent(request);
    });
    this.page.on('response', (response) => {
      if (/\/api\/verifications\//.test(response.url()) && response.request().method() === 'POST') {
        const noted = response.json().then((body: Record<string, string>) => {
          this.#note('verification record', body['verificationRecordId']);
        });
        this.#pending.push(noted.catch(() => undefined));
      }
      if (!response.url().endsWith('/oidc/token') || response.request().method() !== 'POST') return;
      const noted = response.json().then((body: Record<string, string>) => {
        for (const name of ['access_token', 'refresh_token', 'id_token']) this.#note(name, body[name]);
      });
      this.#pending.push(noted.catch(() => undefined));
    });
  }

  /** The kinds of secrets known so far. */
  get known(): string[] {
    return [...new Set(this.#secrets.values())].sort();
  }

  /** Looks for these, too, from now on. */
  also(kind: string, secrets: readonly string[]): void {
    for (const secret of secrets) this.#note(kind, secret);
  }

  /** Where a secret was found; nothing when all is well. */
  async find(): Promise<string[]> {
    await Promise.all(this.#pending);
    for (const { id } of this.logto.tenant.verificationRecords) this.#note('verification record', id);
    for (const { password } of this.logto.tenant.users) this.#note('password', password);
    for (const { code } of this.logto.outbox) this.#note('one-time code', code);
    const places = [...(await this.page.evaluate(placesOf)), ...this.#said];
    return places.flatMap((place) =>
      [...this.#secrets]
        .filter(
          ([secret, kind]) => place.includes(secret) && !(kind === 'verification record' && isCodeStep.test(place)),
        )
        .map(([, kind]) => `${kind} in ${place}`),
    );
  }

  #note(kind: string, secret: string | null | undefined): void {
    if (secret) this.#secrets.set(secret, kind);
  }

  /** The user's input, right or wrong. */
  #noteSent(request: HTTPRequest): void {
    this.#note('verification record', request.headers()['logto-verification-id']);
    if (!request.url().includes('/api/') || !request.postData()) return;
    const { password, code } = JSON.parse(request.postData() ?? '{}') as Record<string, unknown>;
    if (typeof password === 'string') this.#note('password', password);
    if (typeof code === 'string') this.#note('one-time code', code);
  }

  async #listen(message: ConsoleMessage): Promise<void> {
    const details = message.args().map((part) => part.jsonValue().catch(() => ''));
    this.#said.push(`console: ${message.text()} ${JSON.stringify(await Promise.all(details))}`);
  }
}

/** Runs in the page, before anything else: tells about every event of ours, with all that hangs on it. */
function recordEvents(): void {
  const own = (value: unknown, seen: unknown[] = []): unknown => {
    if (typeof value !== 'object' || value === null || value instanceof Node || value === window) return String(value);
    if (seen.includes(value)) return '…';
    return namesOf(value).map((name) => {
      try {
        return [name, own((value as Record<string, unknown>)[name], [...seen, value])];
      } catch {
        return [name]; // a getter that wants to be called on something else
      }
    });
  };
  /** Getters, too, since a readable value need not be in a field. */
  const namesOf = (value: object): string[] => {
    const names = Object.getOwnPropertyNames(value);
    for (let type: unknown = Object.getPrototypeOf(value); type; type = Object.getPrototypeOf(type)) {
      if (/\[native code\]/.test(String(type.constructor))) break;
      for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(type))) if (get) names.push(name);
    }
    return names;
  };
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.startsWith('logto-')) {
      void (window as unknown as { noteEvent(text: string): void }).noteEvent(
        `${event.type} ${JSON.stringify(own(event))}`,
      );
    }
    return dispatchEvent.call(this, event);
  };
}

/** Runs in the page: everything that other scripts or later visitors could read. */
function placesOf(): string[] {
  const places = [`address: ${location.href}`, `referrer: ${document.referrer}`];
  places.push(`history state: ${JSON.stringify(history.state)}`, `cookies: ${document.cookie}`);
  for (const [name, storage] of Object.entries({ localStorage, sessionStorage })) {
    // The SDK's own storage is not checked.
    for (const key of Object.keys(storage).filter((candidate) => !candidate.startsWith('logto:')))
      places.push(`${name}: ${key}=${storage.getItem(key)}`);
  }
  const roots: ParentNode[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      for (const { name, value } of element.attributes) places.push(`<${element.localName} ${name}="${value}">`);
    }
    places.push(`text: ${(root instanceof Document ? root.body : (root as ShadowRoot)).textContent}`);
  }
  return places;
}
