import type { CSSResult } from 'lit';

/** Adds a style sheet to the document or shadow root that an element stands in, once, by the way that needs no CSP. */
export function adoptStyles(element: Element, { styleSheet }: CSSResult) {
  const root = element.getRootNode() as Document | ShadowRoot;
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}
