import type { ReactiveElement } from 'lit';

/** Something to do that follows from what was done: a button beside what is said. */
export interface Offer {
  readonly isBusy: boolean;
  render(): unknown;
}

export const nothingSaid = () => '';

/** What was done last, in the language of the moment, and what may follow from it. */
export class RowStatus {
  #said = nothingSaid;
  #savedKey: string | undefined;
  #isProblem = false;
  #offer: Offer | undefined;

  constructor(private readonly host: ReactiveElement) {}

  get text(): string {
    return this.#said();
  }

  /** The row that was saved last. */
  get savedKey(): string | undefined {
    return this.#savedKey;
  }

  /** Whether it is bad news. */
  get isProblem(): boolean {
    return this.#isProblem;
  }

  get offer(): Offer | undefined {
    return this.#offer;
  }

  set offer(offer: Offer | undefined) {
    if (this.#offer === offer) return;
    this.#offer = offer;
    this.host.requestUpdate();
  }

  say(said: () => string, { isProblem = false, savedKey = undefined as string | undefined } = {}) {
    this.#said = said;
    this.#isProblem = isProblem;
    this.#savedKey = savedKey;
    this.host.requestUpdate();
  }

  clear() {
    this.#offer = undefined;
    this.say(nothingSaid);
  }
}
