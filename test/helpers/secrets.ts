import { expect } from '@open-wc/testing';

import { listenToConsole } from './console.js';

/** Listens to all that anybody in the page could hear from now on, and finds secrets in it and in the page. */
export function listenForSecrets(events: readonly string[]) {
  const heard: Event[] = [];
  const { lines } = listenToConsole();
  const listener = (event: Event) => void heard.push(event);
  for (const name of events) document.addEventListener(name, listener);
  const before = { local: localStorage.length, session: sessionStorage.length, history: history.length };
  return {
    heard,
    /** Where which of them are, as `what in place`. */
    find(secrets: Record<string, string>): string[] {
      expect({ local: localStorage.length, session: sessionStorage.length, history: history.length }).to.deep.equal(
        before,
      );
      const places = {
        address: location.href,
        'state of history': JSON.stringify(history.state),
        'name of the window': window.name,
        cookies: document.cookie,
        'local storage': JSON.stringify({ ...localStorage }),
        'session storage': JSON.stringify({ ...sessionStorage }),
        addresses: performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join('\n'),
        console: JSON.stringify(lines),
        page: [...markupIn(document.documentElement)].join('\n'),
        events: heard.flatMap((event) => [...textsIn(event)]).join('\n'),
      };
      return Object.entries(places).flatMap(([place, text]) =>
        Object.entries(secrets)
          .filter(([, secret]) => text.includes(secret))
          .map(([what]) => `${what} in ${place}`),
      );
    },
    stop() {
      for (const name of events) document.removeEventListener(name, listener);
    },
  };
}

/** All attributes, texts, comments and what is typed, in shadow roots and frames too. */
function* markupIn(element: Element): Generator<string> {
  for (const { name, value } of element.attributes) yield `${name}=${value}`;
  if (element instanceof HTMLInputElement) yield element.value;
  for (const node of element.childNodes) if (!(node instanceof Element)) yield node.nodeValue ?? '';
  const inFrame = element instanceof HTMLIFrameElement ? [...(element.contentDocument?.children ?? [])] : [];
  for (const child of [...element.children, ...(element.shadowRoot?.children ?? []), ...inFrame])
    yield* markupIn(child);
}

/** All texts that can be reached from an event by own and inherited fields, except through the page's elements. */
export function* textsIn(value: unknown, seen = new Set<unknown>()): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  if (value instanceof Node || value instanceof Window) return;
  seen.add(value);
  for (let level: object | null = value; level && level !== Object.prototype; level = Object.getPrototypeOf(level))
    for (const name of Reflect.ownKeys(level)) yield* textsIn(Reflect.get(value, name), seen);
}
