/** Seconds until another code may be asked for: as long as a message usually takes. */
export const resendDelay = 60;

/** Counts seconds down to zero, and reports each. The device's clock may be set meanwhile: it counts without. */
export class Countdown {
  #endsAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly tell: () => void) {}

  get secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#endsAt - performance.now()) / 1000));
  }

  start(seconds: number) {
    this.stop();
    this.#endsAt = performance.now() + seconds * 1000;
    this.#timer = setInterval(() => {
      if (this.secondsLeft === 0) this.stop();
      this.tell();
    }, 1000);
    this.tell();
  }

  stop() {
    clearInterval(this.#timer);
    this.#endsAt = 0;
  }
}
