import type Axe from 'axe-core';
import 'axe-core/axe.min.js';

/** What there is to read in an element, shadow roots included, as one line. Leaves out what is hidden. */
export function textOf(element: Element): string {
  return oneLine(wordsOf(element));
}

/** Every text that an element has shown at any time from now on. */
export function textsShown(tag: Element): Set<string> {
  const seen = new Set<string>();
  const look = () => void seen.add((tag.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim());
  new MutationObserver(look).observe(tag.shadowRoot!, { subtree: true, childList: true, characterData: true });
  look();
  return seen;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The elements with this part in the tag's shadow root. An empty list when there is none. */
export const parts = (tag: Element, name: string): HTMLElement[] => [
  ...(tag.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? []),
];

/** The first element with this part; throws when there is none. */
export function part<Of extends HTMLElement = HTMLElement>(tag: Element, name: string): Of {
  const [found] = parts(tag, name);
  if (!found) throw new Error(`There is no part "${name}" in <${tag.localName}>, which reads: ${textOf(tag)}`);
  return found as Of;
}

/** The elements with this role, and this accessible name if given, that assistive technology finds in the element. */
export function allByRole(element: Element, role: string, name?: string): HTMLElement[] {
  return describeAll(element, role)
    .filter((found) => name === undefined || found.name === name)
    .map((found) => found.element);
}

/** The only such element; throws when there is none or more than one. */
export function byRole<Of extends HTMLElement = HTMLElement>(element: Element, role: string, name?: string): Of {
  const found = allByRole(element, role, name);
  if (found.length === 1) return found[0] as Of;
  throw new Error(
    `Found ${found.length} times ${role} "${name ?? ''}"; there are: ${namesOf(element, role).join(' | ')}`,
  );
}

/** The button of that accessible name. */
export const button = (element: Element, name: string) => byRole<HTMLButtonElement>(element, 'button', name);

/** The accessible names of all with this role, in order. */
export const namesOf = (element: Element, role: string): string[] =>
  describeAll(element, role).map((found) => found.name);

interface Described {
  element: HTMLElement;
  name: string;
}

/** The global that axe makes, with two functions that its types leave out. */
declare const axe: typeof Axe & {
  commons: { aria: { getRole(element: Element): string | null }; text: { accessibleText(element: Element): string } };
};

/**
 * Everything visible that has this role, with its accessible name: computed by axe, which knows shadow roots and slots.
 * Names take long, so that of nothing else is.
 */
function describeAll(root: Element, role: string): Described[] {
  axe.setup(root);
  try {
    return elementsOf(root)
      .filter((element) => axe.commons.aria.getRole(element) === role)
      .map((element) => ({ element, name: oneLine(axe.commons.text.accessibleText(element)) }));
  } finally {
    axe.teardown();
  }
}

/** All visible elements in the order in which they are rendered. */
function elementsOf(root: Element): HTMLElement[] {
  return childrenOf(root).flatMap((child) =>
    child instanceof HTMLElement && isVisible(child) ? [...named(child), ...elementsOf(child)] : [],
  );
}

/** A slot is nothing by itself: it stands for what is in it. */
const named = (element: HTMLElement) => (element instanceof HTMLSlotElement ? [] : [element]);

function wordsOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.localName === 'script' || node.localName === 'style' || !isVisible(node))
    return '';
  return ` ${childrenOf(node).map(wordsOf).join('')} `;
}

function childrenOf(element: Element): Node[] {
  if (element.shadowRoot) return [...element.shadowRoot.childNodes];
  const assigned = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
  return assigned.length > 0 ? assigned : [...element.childNodes];
}

/** `display: contents`, as of slots and of the provider, has no box of its own and yet shows its children. */
const isVisible = (element: Element) =>
  getComputedStyle(element).display === 'contents' || element.checkVisibility({ visibilityProperty: true });
