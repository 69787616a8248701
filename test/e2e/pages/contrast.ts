/** The contrast of something with its background. */
export interface Contrast {
  /** Texts; borders and fills by which inputs and main buttons are seen; outlines of what has the focus. */
  kind: 'text' | 'line' | 'focus';
  what: string;
  /** As WCAG computes it, 1 to 21. */
  ratio: number;
}

const brush = document
  .createElement('canvas')
  .getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;

/**
 * Measures everything that can be seen inside an element, shadow roots included. The page needs a background. What is
 * disabled is left out, as in WCAG.
 */
export function contrastsIn(selector: string): Contrast[] {
  const all = within(document.querySelector(selector)!).filter(
    (element) => isShown(element) && !element.closest('[aria-disabled="true"], svg, option'),
  );
  return [...all.flatMap(measured), ...all.filter(isControl).map(measuredWithFocus)];
}

function measured(element: Element): Contrast[] {
  const { color, borderBlockEndColor, backgroundColor } = getComputedStyle(element);
  const around = layersOf(parentOf(element));
  const isInput = element.matches('input:not([type="checkbox"], [type="range"]), select');
  const isMain = element.matches('[type="submit"]:not([part~="danger"], .danger), [part~="primary"], .primary');
  const contrast = (kind: Contrast['kind'], layers: string[], own: string) => [
    { kind, what: nameOf(element), ratio: ratio(layers, own) },
  ];
  return [
    ...(hasText(element) || isInput ? contrast('text', layersOf(element), color) : []),
    ...(isInput ? contrast('line', around, borderBlockEndColor) : []),
    ...(isMain ? contrast('line', around, backgroundColor) : []),
  ];
}

function measuredWithFocus(element: HTMLElement): Contrast {
  element.focus();
  const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(element);
  const isThere = element.matches(':focus-visible') && outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2;
  element.blur();
  const layers = layersOf(parseFloat(outlineOffset) < 0 ? element : parentOf(element));
  return { kind: 'focus', what: nameOf(element), ratio: isThere ? ratio(layers, outlineColor) : 0 };
}

/** Backgrounds, from the page's to the element's own, with what a theme paints below a text by `::before`. */
function layersOf(element: Element | null): string[] {
  if (!element) return [];
  const { position, backgroundColor } = getComputedStyle(element, '::before');
  const below = position === 'absolute' ? [backgroundColor] : [];
  const isInTopLayer = element instanceof HTMLDialogElement;
  const others = isInTopLayer ? [] : layersOf(parentOf(element));
  return [...others, getComputedStyle(element).backgroundColor, ...below];
}

function ratio(layers: string[], color: string): number {
  const both = [luminance(seen(layers)), luminance(seen([...layers, color]))];
  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}

/** What one sees when these colours lie one upon the other, the lowest first. */
function seen(colors: string[]): number[] {
  brush.clearRect(0, 0, 1, 1);
  for (const color of colors) {
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
  }
  return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

function luminance(rgb: number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const within = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? within(element.shadowRoot) : []),
  ]);

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

const isControl = (element: Element): element is HTMLElement => element.matches('input, select, button, a[href]');

const hasText = ({ childNodes }: Element) =>
  [...childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim());

function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
}

function nameOf(element: Element): string {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  const text = element.textContent?.replace(/\s+/g, ' ').trim().slice(0, 40) ?? '';
  return [host?.localName, element.localName, element.getAttribute('part'), `“${text}”`].filter(Boolean).join(' ');
}
