/** Sets the one custom state of an element that is true now; `undefined` when none is. */
export function customStates<State extends string>(host: HTMLElement, all: readonly State[]) {
  const { states } = host.attachInternals();
  return (current: State | undefined) => {
    for (const state of all) states[state === current ? 'add' : 'delete'](state);
  };
}
