/** The next event of that name which reaches the target, typed by its name. */
export const nextEvent = <Name extends keyof HTMLElementEventMap>(target: EventTarget, name: Name) =>
  new Promise<HTMLElementEventMap[Name]>((resolve) => {
    target.addEventListener(name, (event) => resolve(event as HTMLElementEventMap[Name]), { once: true });
  });

/** Every event of that name which reaches the target from now on, in a list that grows. */
export function eventsOf<Name extends keyof HTMLElementEventMap>(target: EventTarget, name: Name) {
  const events: HTMLElementEventMap[Name][] = [];
  target.addEventListener(name, (event) => events.push(event as HTMLElementEventMap[Name]));
  return events;
}
