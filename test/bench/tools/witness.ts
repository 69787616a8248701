/** What a page has noted down about its own load, in milliseconds since the navigation began. */
export interface Noted {
  /** When the tag showed its first text. */
  firstText?: number;
  /** When all of the texts could be read that it was to show. */
  content?: number;
  shift: number;
  longTasks: number[];
}

export interface WitnessOptions {
  tag: string;
  texts: string[];
}

/**
 * Runs in the page, before anything else: looks in every frame in which something has changed whether the tag shows what
 * is waited for, shadow roots included.
 */
export function witness({ tag, texts }: WitnessOptions) {
  const noted: Noted = { shift: 0, longTasks: [] };
  Object.assign(globalThis, { noted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) noted.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });

  const roots = new WeakMap<Element, ShadowRoot>();
  let isChanged = true;
  const observer = new MutationObserver(() => (isChanged = true));
  const all = { childList: true, subtree: true, characterData: true, attributes: true };
  observer.observe(document, all);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.set(this, root);
    observer.observe(root, all);
    return root;
  };

  const readable = (node: Node): string => {
    if (node instanceof Text) {
      const box = node.data.trim() && node.parentElement?.getBoundingClientRect();
      const isSeen = box && box.width > 1 && box.height > 1;
      return isSeen && node.parentElement?.checkVisibility({ visibilityProperty: true }) ? `${node.data} ` : '';
    }
    const root = node instanceof Element ? roots.get(node) : undefined;
    return [...(root?.childNodes ?? []), ...node.childNodes].map(readable).join('');
  };
  let framesSince = 0;
  const look = (now: number) => {
    // States of elements are no mutations, and change what can be seen.
    if (isChanged || framesSince++ > 6) {
      [isChanged, framesSince] = [false, 0];
      const text = [...document.querySelectorAll(tag)].map(readable).join('');
      if (text.trim()) noted.firstText ??= now;
      if (text.trim() && texts.every((each) => text.includes(each))) noted.content ??= now;
    }
    if (noted.content === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
