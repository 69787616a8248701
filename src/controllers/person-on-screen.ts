import type { Person } from '../state/person.js';

/** What an element holds for the person whose account it shows, e.g. an open form. */
export interface PersonalState {
  /** The element shows somebody else's account, or nothing: nothing of it may be left. */
  forget(): void;
  /** The session has ended: what Logto guards leaves the screen, and what was typed stays. */
  lock?(): void;
}

/** Whose account an element shows, and what it holds for them as long as it does. */
export class PersonOnScreen {
  #shown: { person: Person; end: AbortController } | undefined;
  readonly #held = new Set<PersonalState>();

  get person(): Person | undefined {
    return this.#shown?.person;
  }

  /** Aborted when this person's account is not shown here any more. */
  get signal(): AbortSignal {
    return this.#shown ? AbortSignal.any([this.#shown.end.signal, this.#shown.person.signal]) : AbortSignal.abort();
  }

  hold(state: PersonalState) {
    this.#held.add(state);
  }

  /** `undefined` while nobody's account is shown. */
  set(person: Person | undefined) {
    if (this.#shown?.person === person) return;
    this.#shown?.end.abort();
    this.#shown = person && { person, end: new AbortController() };
    this.#held.forEach((state) => state.forget());
  }

  lock() {
    this.#held.forEach((state) => state.lock?.());
  }
}
