import { languageTag } from '../text/language-tag.js';

/** The language of an element as HTML defines it: its own `lang`, or that of the nearest ancestor, through shadow roots. */
export function closestLang(element: Element): string {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    const lang = node instanceof Element && node.getAttribute('lang');
    if (lang) return tagOf(lang);
  }
  return 'en';
}

/** By `lang` attribute: a page has few, and every element asks. */
const tags = new Map<string, string>();

function tagOf(lang: string): string {
  const tag = tags.get(lang) ?? languageTag(lang) ?? 'en'; // `Intl` throws for anything else
  tags.set(lang, tag);
  return tag;
}

/** Calls back when any `lang` changes where it could matter to the element. Gives the function that stops it. */
export function observeLang(element: Element, changed: () => void): () => void {
  const stops: (() => void)[] = [];
  for (let node: Node | null = element; node; node = hostOf(node.getRootNode()))
    stops.push(observeRoot(node.getRootNode(), changed));
  return () => stops.forEach((stop) => stop());
}

/** One observer for each document or shadow root, however many elements are in it. */
const roots = new WeakMap<Node, Set<() => void>>();

function observeRoot(root: Node, changed: () => void): () => void {
  let listeners = roots.get(root);
  if (!listeners) {
    const all = new Set<() => void>();
    new MutationObserver(() => all.forEach((listener) => listener())).observe(root, {
      attributeFilter: ['lang'],
      subtree: true,
    });
    roots.set(root, (listeners = all));
  }
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

const hostOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : null);
const parentOf = (node: Node): Node | null => node.parentNode ?? hostOf(node);
