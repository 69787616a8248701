import type { ReactiveController, ReactiveElement } from 'lit';

/** Seconds until another code may be asked for: as long as a message usually takes. */
export const resendDelay = 60;

/** Counts seconds down to zero and renders the element at each. */
export class CountdownController implements ReactiveController {
  #endsAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  get secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#endsAt - Date.now()) / 1000));
  }

  start(seconds: number) {
    this.stop();
    this.#endsAt = Date.now() + seconds * 1000;
    this.#timer = setInterval(() => {
      if (this.secondsLeft === 0) this.stop();
      this.host.requestUpdate();
    }, 1000);
    this.host.requestUpdate();
  }

  stop() {
    clearInterval(this.#timer);
    this.#endsAt = 0;
  }

  hostDisconnected() {
    this.stop();
  }
}
