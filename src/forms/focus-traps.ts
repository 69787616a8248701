/** What focus traps go by. */
const watchedByTraps = ['keydown', 'pointerdown', 'mousedown', 'touchstart', 'focusin', 'focusout'] as const;

/** The events that something in a dialog listens to itself. */
type Needed = 'keydown' | 'pointerdown';

/**
 * Keeps what happens in a dialog from a modal of the page, which would keep the user to itself, until the function that it
 * gives is called. Nothing hears of these events but what the dialog needs, and that only in its own shadow root.
 */
export function keepFromTraps(dialog: HTMLElement, needed: readonly Needed[] = []): () => void {
  const keep = (event: Event) => {
    const path = event.composedPath();
    if (!path.includes(dialog)) return;
    event.stopPropagation();
    if (needed.some((type) => type === event.type)) handOn(event, targetIn(dialog, path));
  };
  for (const type of watchedByTraps) addEventListener(type, keep, { capture: true });
  return () => {
    for (const type of watchedByTraps) removeEventListener(type, keep, { capture: true });
  };
}

/** Where it has happened, as the dialog sees it, which does not look into shadow roots. */
const targetIn = (dialog: HTMLElement, path: readonly EventTarget[]) =>
  path.find((target) => target instanceof Node && target.getRootNode() === dialog.getRootNode())!;

/** The same once more, which stays in the shadow root. */
function handOn(event: Event, target: EventTarget) {
  const init = new Proxy(event, {
    get: (_, key) => (key === 'composed' ? false : (Reflect.get(event, key, event) as unknown)),
  });
  const Kind = event.constructor as typeof Event;
  if (!target.dispatchEvent(new Kind(event.type, init))) event.preventDefault();
}
