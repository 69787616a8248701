/** The next event of a name at a target. */
export const nextEvent = <Name extends keyof HTMLElementEventMap>(target: EventTarget, name: Name) =>
  new Promise<HTMLElementEventMap[Name]>((resolve) => {
    target.addEventListener(name, (event) => resolve(event as HTMLElementEventMap[Name]), { once: true });
  });

/** All events of a name at a target from now on, in a list that grows. */
export function eventsOf<Name extends keyof HTMLElementEventMap>(target: EventTarget, name: Name) {
  const events: HTMLElementEventMap[Name][] = [];
  target.addEventListener(name, (event) => events.push(event as HTMLElementEventMap[Name]));
  return events;
}
