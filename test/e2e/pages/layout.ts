/** Everything that a pointer can press or a keyboard can reach, and that can be seen. */
const interactive =
  'a[href], button, select, textarea, input:not([type="hidden"], .visually-hidden), [tabindex="0"], [role="button"]';

const targetSide = 24;

/** Targets that are smaller than 24 by 24 pixels, and so near to another one that a circle of 24 pixels reaches it. */
export function tooSmall(selector: string): string[] {
  const all = controlsIn(selector).map((element) => ({ element, box: targetOf(element) }));
  return all.flatMap(({ element, box }) => {
    if (box.width >= targetSide && box.height >= targetSide) return [];
    const isFree = all.every(({ element: other, box: around }) => other === element || !reaches(box, around));
    return isFree ? [] : [`${nameOf(element)}: ${Math.round(box.width)} × ${Math.round(box.height)}`];
  });
}

/** How many targets there are, for tests that would otherwise measure nothing. */
export const targetCount = (selector: string): number => controlsIn(selector).length;

/** A label presses its checkbox, so both are one target. */
function targetOf(element: Element): DOMRect {
  const label = element.matches('[type="checkbox"]') ? element.closest('label') : null;
  return (label ?? element).getBoundingClientRect();
}

function reaches(box: DOMRect, other: DOMRect): boolean {
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const isSmall = other.width < targetSide || other.height < targetSide;
  if (isSmall) {
    const distance = Math.hypot(other.left + other.width / 2 - x, other.top + other.height / 2 - y);
    return distance < targetSide;
  }
  const nearest = [Math.max(other.left, Math.min(x, other.right)), Math.max(other.top, Math.min(y, other.bottom))];
  return Math.hypot(nearest[0]! - x, nearest[1]! - y) < targetSide / 2;
}

/** What does not fit in the width of the window, or can be scrolled sideways by itself. */
export function tooWide(selector: string): string[] {
  const width = document.documentElement.clientWidth;
  const page =
    document.documentElement.scrollWidth > width ? [`the page: ${document.documentElement.scrollWidth}`] : [];
  const parts = shownIn(selector).flatMap((element) => {
    const { left, right } = element.getBoundingClientRect();
    const isBeside = left < -1 || right > width + 1;
    const scrolls =
      /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
    return isBeside || scrolls ? [nameOf(element)] : [];
  });
  return [...page, ...parts];
}

interface Text {
  element: Element;
  words: string;
  boxes: DOMRect[];
}

/** Texts that are cut off, or lie upon one another. */
export function lostTexts(selector: string): string[] {
  const texts = shownIn(selector).flatMap(textsOf);
  const cut = texts.filter((text) => isCutOff(text));
  const over = texts.flatMap((text, index) =>
    texts
      .slice(index + 1)
      .filter((other) => text.element !== other.element && overlap(text, other))
      .map((other) => `“${text.words}” and “${other.words}”`),
  );
  return [...cut.map(({ words }) => `“${words}”`), ...over];
}

function textsOf(element: Element): Text[] {
  if (element.closest('svg, option, .visually-hidden, .sheet')) return [];
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    return [{ element, words: node.textContent.replace(/\s+/g, ' ').trim().slice(0, 40), boxes }];
  });
}

function isCutOff({ element, boxes }: Text): boolean {
  for (let around: Element | null = element; around; around = parentOf(around)) {
    const { overflowX, overflowY } = getComputedStyle(around);
    const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const { left, right, top, bottom } = around.getBoundingClientRect();
    if (clips(overflowX) && boxes.some((box) => box.left < left - 1 || box.right > right + 1)) return true;
    if (clips(overflowY) && boxes.some((box) => box.top < top - 4 || box.bottom > bottom + 4)) return true;
  }
  return false;
}

/** Lines may touch; letters may not. What scrolls away below buttons that stay is not lost. */
function overlap(one: Text, other: Text): boolean {
  if (isSticky(one.element) || isSticky(other.element)) return false;
  return one.boxes.some((box) =>
    other.boxes.some((around) => {
      const width = Math.min(box.right, around.right) - Math.max(box.left, around.left);
      const height = Math.min(box.bottom, around.bottom) - Math.max(box.top, around.top);
      return width > 2 && height > Math.min(box.height, around.height) * 0.35;
    }),
  );
}

const isSticky = (element: Element | null): boolean =>
  element !== null && (getComputedStyle(element).position === 'sticky' || isSticky(parentOf(element)));

/** Whether the focused element is at least partly visible: neither scrolled away nor covered. */
export function isFocusSeen(): boolean {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  const steps = [0.1, 0.3, 0.5, 0.7, 0.9];
  return steps.some((x) => steps.some((y) => belongs(hit(left + width * x, top + height * y), element)));
}

function hit(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

function belongs(found: Element | null, element: Element): boolean {
  for (let each = found; each; each = parentOf(each)) if (each === element) return true;
  return false;
}

/** Buttons and links whose accessible name does not contain their visible text. */
export function misnamed(selector: string): string[] {
  return controlsIn(selector)
    .filter((element) => element.matches('a, button'))
    .flatMap((element) => {
      const read = plain(visibleText(element));
      const name = plain(element.getAttribute('aria-label') ?? element.textContent ?? '');
      return read && !name.includes(read) ? [`“${read}” is called “${name}”`] : [];
    });
}

const visibleText = (element: Element): string => (element as HTMLElement).innerText;
const plain = (text: string) =>
  text
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** What appears on hover or focus, and belongs to the browser alone. */
export const tooltips = (selector: string): string[] =>
  shownIn(selector).flatMap((element) => (element.hasAttribute('title') ? [nameOf(element)] : []));

const controlsIn = (selector: string) =>
  shownIn(selector).filter((element) => element.matches(interactive) && !element.closest('[aria-hidden="true"]'));

const shownIn = (selector: string): Element[] =>
  find(selector)
    .flatMap((root) => [root, ...within(root), ...(root.shadowRoot ? within(root.shadowRoot) : [])])
    .filter(isShown);

/** `>>>` reaches into a shadow root. */
function find(selector: string): Element[] {
  const [outer = '', inner] = selector.split(' >>> ');
  const found = [...document.querySelectorAll(outer)];
  return inner ? found.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll(inner) ?? [])]) : found;
}

const within = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? within(element.shadowRoot) : []),
  ]);

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
}

function nameOf(element: Element): string {
  const text =
    element.getAttribute('aria-label') ?? element.textContent?.replace(/\s+/g, ' ').trim().slice(0, 40) ?? '';
  return `${element.localName} ${element.getAttribute('part') ?? element.className} “${text}”`;
}

/** Adds a style sheet to the page and to all shadow roots in it, as tools do that people read with. */
export function restyle(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const roots = [document, ...within(document).flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  for (const root of roots)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((each) => !ours.has(each)), sheet];
  ours.add(sheet);
}

const ours = new Set<CSSStyleSheet>();
