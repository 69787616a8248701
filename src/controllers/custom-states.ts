const followers = new Set<(host: HTMLElement) => void>();

/** Calls back when an element has come into another state. Gives the function that stops it. */
export function followStates(changed: (host: HTMLElement) => void): () => void {
  followers.add(changed);
  return () => void followers.delete(changed);
}

/** Sets the one custom state of an element that is true now; `undefined` when none is. */
export function customStates<State extends string>(host: HTMLElement, all: readonly State[]) {
  const { states } = host.attachInternals();
  let last: State | undefined;
  return (current: State | undefined) => {
    if (current === last) return;
    last = current;
    for (const state of all) states[state === current ? 'add' : 'delete'](state);
    followers.forEach((follow) => follow(host));
  };
}
