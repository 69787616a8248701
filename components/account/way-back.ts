import type { ReactiveElement } from 'lit';

import { httpUrl } from '../../src/text/http-url.js';

export interface WayBackHost extends ReactiveElement {
  readonly returnTo: string | undefined;
}

/** The link back to where the user came from, offered below the element in which they have done what they came for. */
export class WayBack {
  /** The element; `undefined` where nobody has said where the user came from. */
  tag: string | undefined;
  #href: string | undefined;
  #isDone = false;

  constructor(private readonly host: WayBackHost) {}

  /** The user comes to do something in this element. */
  take(tag: string): void {
    this.#forget();
    this.#href = addressToReturnTo(this.host.returnTo);
    if (!this.#href) return;
    this.tag = tag;
    this.host.addEventListener(`${tag}-updated`, this.#done);
    this.host.requestUpdate();
  }

  /** `undefined` as long as it is not done. */
  get href(): string | undefined {
    return this.#isDone ? this.#href : undefined;
  }

  #forget() {
    if (this.tag) this.host.removeEventListener(`${this.tag}-updated`, this.#done);
    this.tag = undefined;
    this.#isDone = false;
  }

  readonly #done = () => {
    this.#isDone = true;
    this.host.requestUpdate();
  };
}

/** What the page says itself; else what the query asks for, which anybody may have written: only an address of this origin. */
function addressToReturnTo(ofPage: string | undefined): string | undefined {
  if (ofPage) return addressIn(ofPage, document.baseURI);
  const asked = new URLSearchParams(location.search).get('return-to');
  const address = asked ? addressIn(asked, location.href) : undefined;
  return address && new URL(address).origin === location.origin ? address : undefined;
}

const addressIn = (text: string, base: string) =>
  URL.canParse(text, base) ? httpUrl(new URL(text, base).href) : undefined;
