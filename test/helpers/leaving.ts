const { addEventListener: add, removeEventListener: remove } = globalThis;
const listeners = new Set<EventListener>();

/** Whether the browser would ask before the page is left. The event goes to nobody else: MSW would end its work. */
export function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  for (const listener of listeners) listener(event);
  return event.defaultPrevented;
}

beforeEach(() => {
  const isOfPage = (type: string) => type === 'beforeunload';
  Object.assign(globalThis, {
    addEventListener: (...args: Parameters<typeof add>) =>
      isOfPage(args[0]) ? void listeners.add(args[1] as EventListener) : add(...args),
    removeEventListener: (...args: Parameters<typeof remove>) =>
      isOfPage(args[0]) ? void listeners.delete(args[1] as EventListener) : remove(...args),
  });
});

afterEach(() => {
  Object.assign(globalThis, { addEventListener: add, removeEventListener: remove });
  listeners.clear();
});
