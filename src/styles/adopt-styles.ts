import type { CSSResult } from 'lit';

/** Adds a style sheet to the document or shadow root that something stands in, once, by the way that needs no CSP. */
export function adoptStyles(node: Node, { styleSheet }: CSSResult) {
  const root = node.getRootNode() as Document | ShadowRoot;
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}
