import type { ReactiveElement } from 'lit';

/** Copies a text, and knows how that went. */
export class CopyController {
  result: 'copied' | 'failed' | undefined;

  constructor(private readonly host: ReactiveElement) {}

  copy = async (text: string) => {
    this.#show(undefined); // the same words again would not be announced
    try {
      await navigator.clipboard.writeText(text); // absent without HTTPS, refused in some frames
      this.#show('copied');
    } catch {
      this.#show('failed');
    }
  };

  #show(result: CopyController['result']) {
    this.result = result;
    this.host.requestUpdate();
  }
}
