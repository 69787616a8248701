import type Axe from 'axe-core';
import 'axe-core/axe.min.js';

/** The visible text of an element, including shadow roots, in one line. */
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

/** The elements with a part in the shadow root. */
export const parts = (tag: Element, name: string): HTMLElement[] => [
  ...(tag.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? []),
];

/** The first element with a part; throws if there is none. */
export function part<Of extends HTMLElement = HTMLElement>(tag: Element, name: string): Of {
  const [found] = parts(tag, name);
  if (!found) throw new Error(`There is no part "${name}" in <${tag.localName}>, which reads: ${textOf(tag)}`);
  return found as Of;
}

/** The visible elements with a role, and with an accessible name if given. */
export function allByRole(element: Element, role: string, name?: string): HTMLElement[] {
  return describeAll(element, role)
    .filter((found) => name === undefined || found.name === name)
    .map((found) => found.element);
}

/** The only such element; throws if there is none or more than one. */
export function byRole<Of extends HTMLElement = HTMLElement>(element: Element, role: string, name?: string): Of {
  const found = allByRole(element, role, name);
  if (found.length === 1) return found[0] as Of;
  throw new Error(
    `Found ${found.length} times ${role} "${name ?? ''}"; there are: ${namesOf(element, role).join(' | ')}`,
  );
}

/** The button with an accessible name. */
export const button = (element: Element, name: string) => byRole<HTMLButtonElement>(element, 'button', name);

/** The accessible names of all elements with a role, in order. */
export const namesOf = (element: Element, role: string): string[] =>
  describeAll(element, role).map((found) => found.name);

interface Described {
  element: HTMLElement;
  name: string;
}

/** The global of axe, with two functions that its types leave out. */
declare const axe: typeof Axe & {
  commons: { aria: { getRole(element: Element): string | null }; text: { accessibleText(element: Element): string } };
};

/**
 * Everything visible with a role, and its accessible name as computed by axe, which supports shadow roots and slots.
 * Computing names is slow, so it is done for that role only.
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

/** A slot itself is nothing; its content is. */
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

/** Elements with `display: contents`, such as slots and the provider, have no box but show their children. */
const isVisible = (element: Element) =>
  getComputedStyle(element).display === 'contents' || element.checkVisibility({ visibilityProperty: true });
